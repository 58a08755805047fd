import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { suites } from '../../../harness/formats/suites.ts';
import { inCi } from '../../../harness/host/wishes.ts';
import { packagePath } from '../../../harness/stores/package-root.ts';
import { binary, type CommandOptions, command } from '../../e2e/support/command.ts';

// The same schema gives the same bytes everywhere: each committed file is what a process gives that has another time zone,
// another locale, another folder or another Node.js.

/** Says for each contract what `vectors generate --check` ends with, two of them at a time. */
async function check(node: string, options: CommandOptions): Promise<readonly string[]> {
  const waiting = suites.values();
  const results: string[] = [];
  const worker = async (): Promise<void> => {
    for (const { schema, vectors } of waiting) {
      const args = ['--check', '--schema', packagePath(schema), '--vectors', packagePath(vectors)];
      const { code, stdout } = await command(node, [binary, 'vectors', 'generate', ...args], options);
      results.push(`${vectors} ends with ${code}${code === 0 ? '' : `: ${stdout}`}`);
    }
  };
  await Promise.all([worker(), worker()]);
  return results.sort();
}

const clean = suites.map(({ vectors }) => `${vectors} ends with 0`).sort();

it('in another time zone, a Turkish locale and another folder', async () => {
  const environment = { TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };
  expect(await check(process.execPath, { directory: tmpdir(), environment })).toEqual(clean);
});

it('that time zone and locale are really others', async () => {
  const script = 'console.log(new Date(0).getHours(), new Date(0).getMinutes(), (1.5).toLocaleString())';
  const environment = { TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8' };
  expect((await command(process.execPath, ['-e', script], { environment })).stdout).toBe('5 30 1,5\n');
});

/** Another major version of Node.js, which set-up installs on Linux: for other systems there is no package of it. */
const otherNode = packagePath('.itemproof', 'node', 'node');

it.runIf(existsSync(otherNode) || (inCi(process.env) && process.platform === 'linux'))(
  'with another Node.js',
  async () => {
    const { stdout } = await command(otherNode, ['--version']);
    expect(stdout).toMatch(/^v\d+\./);
    expect(stdout.split('.')[0]).not.toBe(process.version.split('.')[0]);
    expect(await check(otherNode, { directory: tmpdir() })).toEqual(clean);
  },
);
