import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inCi } from '../../../harness/host/wishes.ts';
import { defaultDynamoDbLocalDirectory, installDynamoDbLocal } from '../../../harness/stores/dynamodb-local/install.ts';
import { startDynamoDbLocal } from '../../../harness/stores/dynamodb-local.ts';
import { startEmbeddedStore } from '../../../harness/stores/embedded.ts';
import type { RunningStore } from '../../../harness/stores/store.ts';

export type Engine = RunningStore['info']['engine'];

/** DynamoDB Local is left out where there is no Java, except in CI, where its absence has to be seen. */
export const engines: readonly Engine[] = [
  'dynoxide',
  'dynalite',
  ...(hasJavaTools() || inCi(process.env) ? ['dynamodb-local' as const] : []),
];

/** Enough for a first download. */
export const startTimeoutMs = 300_000;

export async function startEngine(engine: Engine, tablePrefix: string): Promise<RunningStore> {
  if (engine !== 'dynamodb-local') return startEmbeddedStore({ tablePrefix, engine });
  const directory = defaultDynamoDbLocalDirectory();
  await installDynamoDbLocal(directory);
  return startDynamoDbLocal({ tablePrefix, directory });
}

function hasJavaTools(): boolean {
  return ['java', 'mvn'].every((tool) =>
    (process.env['PATH'] ?? '').split(delimiter).some((at) => runs(join(at, tool))),
  );
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
