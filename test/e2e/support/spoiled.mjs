// The TypeScript implementation with a mistake in each of its operations: "bucket" is wrong everywhere but in its reads,
// "usage_snapshot" is read wrong, "entity_meta" is read from a cache that nobody empties.
import { operationsOf } from '../../../dist/harness/implementations/typescript/rate-limits/operations.js';
import { defineAdapter, serve } from '../../../dist/harness/kits/typescript/index.js';

const remembered = new Map();

/** What an operation answers, changed; and an answer where it refuses. */
async function spoil(recordType, wrong, work, change) {
  if (recordType !== wrong) return work();
  try {
    return change(await work());
  } catch {
    return {};
  }
}

function open(session) {
  const healthy = operationsOf(session);
  return {
    ...healthy,
    buildKeys: (type, record) =>
      spoil(
        type,
        'bucket',
        () => healthy.buildKeys(type, record),
        ({ gsi3: _gsi3, ...keys }) => keys,
      ),
    parseKey: (type, index, key) =>
      spoil(
        type,
        'bucket',
        () => healthy.parseKey(type, index, key),
        (components) => (index === 'gsi2' ? { ...components, resource: 'another' } : components),
      ),
    encodeItem: (type, record) =>
      spoil(
        type,
        'bucket',
        () => healthy.encodeItem(type, record),
        ({ SK: _sk, ...item }) => item,
      ),
    decodeItem: (type, item) =>
      spoil(
        type,
        'bucket',
        () => healthy.decodeItem(type, item),
        (record) => ({ ...record, resource: 'another' }),
      ),
    async putItem(type, record) {
      if (type !== 'bucket') await healthy.putItem(type, record);
    },
    async getItem(type, components) {
      const key = JSON.stringify([type, components]);
      const found = remembered.get(key) ?? (await healthy.getItem(type, components));
      if (type === 'entity_meta' && found !== undefined) remembered.set(key, found);
      return type === 'usage_snapshot' ? { ...found, total_events: '0' } : found;
    },
  };
}

await serve(defineAdapter({ implementation: 'spoiled', version: '1', open }));
