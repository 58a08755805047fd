import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { installDynamoDbLocal, isDynamoDbLocalInstalled } from '../../harness/stores/dynamodb-local/install.ts';
import { startDynamoDbLocal } from '../../harness/stores/dynamodb-local.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'itemproof-install-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const target = () => join(folder, 'target');
const installed = async () => (await readdir(folder)).filter((name) => name.startsWith('target'));

/** Programs in place of Maven and Java, which take a second each and may not be there. */
async function tools(mvn: string, java = 'mkdir -p classes') {
  await mkdir(join(folder, 'bin'), { recursive: true });
  const write = async (name: string, script: string) => {
    const path = join(folder, 'bin', name);
    await writeFile(path, `#!/bin/sh\n${script}\n`);
    await chmod(path, 0o755);
    return path;
  };
  return { mvn: await write('mvn', mvn), java: await write('java', java) };
}

it('installs once', async () => {
  const counting = await tools(`mkdir lib && echo x >> ${folder}/runs`);
  await installDynamoDbLocal(target(), counting);
  await installDynamoDbLocal(target(), counting);
  expect(await readFile(join(folder, 'runs'), 'utf8')).toBe('x\n');
  expect(await isDynamoDbLocalInstalled(target())).toBe(true);
});

it('installs what two processes need at the same time', async () => {
  const good = await tools('mkdir lib');
  await Promise.all([installDynamoDbLocal(target(), good), installDynamoDbLocal(target(), good)]);
  expect(await isDynamoDbLocalInstalled(target())).toBe(true);
  expect(await installed()).toEqual(['target']);
});

it('leaves nothing of a download that failed, and says what Maven said', async () => {
  const failing = await tools('mkdir lib; touch lib/half.jar; echo "[ERROR] no route"; exit 1');
  await expect(installDynamoDbLocal(target(), failing)).rejects.toMatchObject({
    code: 'store-install-failed',
    message: expect.stringContaining('[ERROR] no route'),
  });
  expect(await installed()).toEqual([]);
});

it('never uses half an installation, and replaces it', async () => {
  await mkdir(join(target(), 'lib'), { recursive: true });
  await expect(startDynamoDbLocal({ directory: target(), tablePrefix: 'never-' })).rejects.toMatchObject({
    code: 'store-not-installed',
  });
  await installDynamoDbLocal(target(), await tools('mkdir lib'));
  expect(await isDynamoDbLocalInstalled(target())).toBe(true);
  expect(await installed()).toEqual(['target']);
});

it('says which tool is missing and what to install', async () => {
  const present = await tools('mkdir lib');
  const missing = join(folder, 'not-there');
  for (const incomplete of [
    { ...present, mvn: missing },
    { ...present, java: missing },
  ]) {
    await expect(installDynamoDbLocal(target(), incomplete)).rejects.toMatchObject({
      code: 'toolchain-missing',
      message: expect.stringContaining(missing),
      hint: expect.stringContaining('JDK'),
    });
  }
  await installDynamoDbLocal(target(), present);
  await expect(startDynamoDbLocal({ directory: target(), tablePrefix: 'never-', java: missing })).rejects.toMatchObject(
    { code: 'toolchain-missing' },
  );
});

it('shows what Java said when the server does not start', async () => {
  const present = await tools('mkdir lib', 'mkdir -p classes; echo "Error: too old" >&2; test "$1" = -m');
  await installDynamoDbLocal(target(), present);
  await expect(
    startDynamoDbLocal({ directory: target(), tablePrefix: 'never-', java: present.java }),
  ).rejects.toMatchObject({ code: 'process-ended-early', message: expect.stringContaining('Error: too old') });
});
