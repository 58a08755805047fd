import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { HarnessError } from '../host/harness-error.ts';
import { announcement } from '../process/announcement.ts';
import { startProcess } from '../process/managed-process.ts';
import { freePort } from './free-port.ts';
import type { StoreServer } from './open-store.ts';
import { serverEnvironment } from './server-environment.ts';

export type DynoxideBinary = { readonly path: string; readonly version: string };

const attempts = 3;

/** The binary of this platform's npm package, if it is installed. */
export function findDynoxide(): DynoxideBinary | undefined {
  try {
    const description = createRequire(import.meta.url).resolve(
      `@dynoxide/${process.platform}-${process.arch}/package.json`,
    );
    const { version } = JSON.parse(readFileSync(description, 'utf8'));
    const name = process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide';
    return { path: join(dirname(description), name), version: String(version) };
  } catch {
    return undefined;
  }
}

export async function startDynoxide(binary: DynoxideBinary, deadlineMs: number): Promise<StoreServer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(binary, await freePort(), deadlineMs);
    } catch (error) {
      const portWasTaken = error instanceof HarnessError && error.message.includes('already in use');
      if (!portWasTaken || attempt === attempts) throw error;
    }
  }
}

async function startOnce({ path, version }: DynoxideBinary, port: number, deadlineMs: number): Promise<StoreServer> {
  const server = await startProcess({
    name: `dynoxide ${version}`,
    command: path,
    args: ['--host', '127.0.0.1', '--port', String(port)],
    env: serverEnvironment(),
    stdin: 'ignore',
  });
  try {
    await announcement(server, 'stderr', /listening on /, deadlineMs);
  } catch (error) {
    await server.stop({ graceMs: 0 });
    throw error;
  }
  server.stdout.resume();
  return { kind: 'embedded', engine: 'dynoxide', version, notes: [], process: server, port };
}
