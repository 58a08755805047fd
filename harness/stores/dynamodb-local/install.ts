import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { HarnessError } from '../../host/harness-error.ts';
import { commandNotFound } from '../../process/process-exit.ts';
import { type FinishedProcess, runToEnd } from '../../process/run-to-end.ts';
import { packagePath } from '../package-root.ts';
import { type JavaTools, localJavaTools, toolMissing } from './java-tools.ts';

export const dynamoDbLocalVersion = '3.3.1';

const downloadDeadlineMs = 600_000;
const compileDeadlineMs = 60_000;
const sources = ['pom.xml', 'LoopbackServer.java'];

/** Where the harness keeps it when nobody says otherwise. */
export function defaultDynamoDbLocalDirectory(): string {
  return packagePath('node_modules', '.cache', 'itemproof', `dynamodb-local-${dynamoDbLocalVersion}`);
}

export async function isDynamoDbLocalInstalled(directory: string): Promise<boolean> {
  const marker = await readFile(markerOf(directory), 'utf8').catch(() => undefined);
  return marker === (await stamp());
}

/**
 * Downloads DynamoDB Local into the directory, unless it is there. It is prepared next to the directory and appears there
 * complete or not at all; several processes may install it at the same time.
 */
export async function installDynamoDbLocal(directory: string, tools: JavaTools = localJavaTools()): Promise<void> {
  const target = resolve(directory);
  if (await isDynamoDbLocalInstalled(target)) return;
  const draft = `${target}.draft-${randomUUID()}`;
  await mkdir(draft, { recursive: true });
  try {
    for (const name of sources) await copyFile(sourcePath(name), join(draft, name));
    await download(draft, tools);
    await compileServer(draft, tools);
    await writeFile(markerOf(draft), await stamp());
    await replace(target, draft);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function download(draft: string, { mvn }: JavaTools): Promise<void> {
  const args = ['--batch-mode', '--no-transfer-progress', 'dependency:copy-dependencies', '-DoutputDirectory=lib'];
  const command = { name: 'Maven', command: mvn, args, cwd: draft, env: process.env };
  const finished = await runToEnd(command, downloadDeadlineMs);
  if (commandNotFound(finished)) throw toolMissing(`Maven was not found (${mvn})`);
  if (finished.code === 0) return;
  throw new HarnessError(
    'store-install-failed',
    `DynamoDB Local ${dynamoDbLocalVersion} could not be downloaded: ${outcome(finished)}`,
    { hint: 'Maven fetches it from Maven Central, or from the mirror its settings name.' },
  );
}

async function compileServer(draft: string, { java }: JavaTools): Promise<void> {
  const lib = join(draft, 'lib');
  const jars = (await readdir(lib)).filter((name) => name.endsWith('.jar')).map((name) => join(lib, name));
  // The compiler of the very Java that will run the server, which need not be the first javac that is found.
  const compiler = ['-m', 'jdk.compiler/com.sun.tools.javac.Main'];
  const args = [...compiler, '--release', '17', '-cp', jars.join(delimiter), '-d', 'classes', 'LoopbackServer.java'];
  const command = { name: 'the Java compiler', command: java, args, cwd: draft, env: process.env };
  const finished = await runToEnd(command, compileDeadlineMs);
  if (commandNotFound(finished)) throw toolMissing(`Java was not found (${java})`);
  if (finished.code !== 0) throw toolMissing(`${java} could not compile for Java 17: ${outcome(finished)}`);
}

function outcome({ timedOut, code, stdoutTail, stderrTail }: FinishedProcess): string {
  const how = timedOut ? 'it took too long' : `exit code ${code}`;
  return [how, stdoutTail, stderrTail].filter((text) => text !== '').join('\n');
}

/** Puts the complete draft where an earlier, perhaps broken, installation may be. */
async function replace(target: string, draft: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const old = `${draft}-old`;
  await rename(target, old).catch(() => {});
  try {
    await rename(draft, target);
  } catch (error) {
    // Another process was faster; what it installed is as good.
    if (!(await isDynamoDbLocalInstalled(target))) throw error;
  } finally {
    await rm(old, { recursive: true, force: true });
  }
}

/** Says what was installed and by which version of this code; written last. */
async function stamp(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of sources) hash.update(await readFile(sourcePath(name)));
  return `${JSON.stringify({ version: dynamoDbLocalVersion, sources: hash.digest('hex') })}\n`;
}

function sourcePath(name: string): string {
  return packagePath('harness', 'stores', 'dynamodb-local', name);
}

function markerOf(directory: string): string {
  return join(directory, 'installed.json');
}
