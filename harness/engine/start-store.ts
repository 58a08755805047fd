import type { RunningStore, StoreKind } from '../stores/store.ts';

/** Starts a store; the SDK and the store's own code are loaded only now. */
export async function startStore(kind: StoreKind, tablePrefix: string): Promise<RunningStore> {
  if (kind === 'embedded') {
    const { startEmbeddedStore } = await import('../stores/embedded.ts');
    return startEmbeddedStore({ tablePrefix });
  }
  const { defaultDynamoDbLocalDirectory, installDynamoDbLocal } = await import('../stores/dynamodb-local/install.ts');
  const { startDynamoDbLocal } = await import('../stores/dynamodb-local.ts');
  const directory = defaultDynamoDbLocalDirectory();
  await installDynamoDbLocal(directory);
  return startDynamoDbLocal({ tablePrefix, directory });
}
