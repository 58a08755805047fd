import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HarnessError } from '../host/harness-error.ts';
import { announcement } from '../process/announcement.ts';
import { startProcess } from '../process/managed-process.ts';
import type { StoreServer } from './open-store.ts';
import { packagePath } from './package-root.ts';
import { serverEnvironment } from './server-environment.ts';

/** The program that serves dynalite, and the version of the package that it serves. */
export type DynaliteServer = { readonly program: string; readonly version: string };

/** The installed dynalite, if there is one. */
export function findDynalite(): DynaliteServer | undefined {
  try {
    const description = createRequire(import.meta.url).resolve('dynalite/package.json');
    const { version } = JSON.parse(readFileSync(description, 'utf8'));
    return { program: packagePath('harness', 'stores', 'dynalite-server.mjs'), version: String(version) };
  } catch {
    return undefined;
  }
}

/**
 * dynalite runs in a process of its own, so that its work and its crashes are not ours.
 *
 * @throws HarnessError when it is not installed or does not start
 */
export async function startDynalite(dynalite: DynaliteServer | undefined, deadlineMs: number): Promise<StoreServer> {
  if (dynalite === undefined) {
    throw new HarnessError('toolchain-missing', 'the embedded store cannot start: dynalite is not installed', {
      hint: `run: npm install dynalite, or ${anotherStore}`,
    });
  }
  const { program, version } = dynalite;
  const name = `dynalite ${version}`;
  const server = await startProcess({
    name,
    command: process.execPath,
    args: [program],
    env: serverEnvironment(),
    stdin: 'ignore',
  });
  try {
    const [, port] = await announcement(server, 'stdout', /^port=(\d+)$/m, deadlineMs);
    return { kind: 'embedded', engine: 'dynalite', version, notes: [], process: server, port: Number(port) };
  } catch (error) {
    await server.stop({ graceMs: 0 });
    const why = errorLine(server.stderrTail()) ?? (error instanceof Error ? error.message : String(error));
    throw new HarnessError('store-start-failed', `the embedded store cannot start: ${name}: ${why}`, {
      hint: `run it by hand: node ${program}; install it again: npm ci; or ${anotherStore}`,
      cause: error,
    });
  }
}

const anotherStore = 'use another store: --store dynamodb-local';

/** The sentence in what Node writes about an error that nobody caught; the rest is a stack. */
function errorLine(stderr: string): string | undefined {
  return stderr.split('\n').find((line) => /^(?:Uncaught )?\w*Error\b.*: /.test(line));
}
