import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { announcement } from '../process/announcement.ts';
import { startProcess } from '../process/managed-process.ts';
import type { StoreServer } from './open-store.ts';
import { packagePath } from './package-root.ts';
import { serverEnvironment } from './server-environment.ts';

/** dynalite runs in a process of its own, so that its work and its crashes are not ours. */
export async function startDynalite(deadlineMs: number): Promise<StoreServer> {
  const description = createRequire(import.meta.url).resolve('dynalite/package.json');
  const version = String(JSON.parse(readFileSync(description, 'utf8')).version);
  const server = await startProcess({
    name: `dynalite ${version}`,
    command: process.execPath,
    args: [packagePath('harness', 'stores', 'dynalite-server.mjs')],
    env: serverEnvironment(),
    stdin: 'ignore',
  });
  try {
    const [, port] = await announcement(server, 'stdout', /^port=(\d+)$/m, deadlineMs);
    return { kind: 'embedded', engine: 'dynalite', version, notes: [], process: server, port: Number(port) };
  } catch (error) {
    await server.stop({ graceMs: 0 });
    throw error;
  }
}
