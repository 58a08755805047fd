import { join } from 'node:path';
import { shellWord } from '../../../src/plan/replay.ts';
import type { Host } from '../../host/host.ts';
import { type ExitCode, UsageError } from '../outcome.ts';
import { starterConfig, starterSchema } from '../starter.ts';

/** Writes a schema and a configuration to begin with. Whatever is there already stays as it is. */
export async function runInit(host: Host, folder: string): Promise<ExitCode> {
  const files = [
    [join(folder, 'schema.yaml'), starterSchema],
    [join(folder, 'itemproof.yaml'), starterConfig],
  ] as const;
  for (const [path] of files) {
    if ((await host.files.read(path)) !== undefined)
      throw new UsageError(`${path} is there already, and is not overwritten; name another folder, or remove it`);
  }
  for (const [path, text] of files) {
    await host.files.replace(path, text);
    await host.write(`${path}\n`);
  }
  const where = folder === '.' ? '' : `cd ${shellWord(folder)} && `;
  await host.write(
    `next: ${where}npx itemproof check && npx itemproof vectors generate && npx itemproof run --implementation reference\n`,
  );
  return 0;
}
