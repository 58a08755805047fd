import { type Operations, Refusal, type Session, type Store, Unsupported } from '../../../kits/typescript/index.ts';
import type { KeyAttributes } from './keys/index-key.ts';
import { recordTypes } from './records/index.ts';
import type { RecordType } from './records/record-type.ts';
import { marshallItem, unmarshallItem } from './store/document-translation.ts';
import type { RateLimitTable } from './store/rate-limit-table.ts';
import { InvalidValue } from './values/invalid-value.ts';

/** What the implementation does for each request of a run. */
export function operationsOf(session: Session): Operations {
  const tableName = session.store?.tables['rate_limits'];
  let opened: Promise<RateLimitTable> | undefined;
  const table = (): Promise<RateLimitTable> => {
    if (session.store === null || tableName === undefined) throw new Error('this run has no table rate_limits');
    opened ??= openTable(session.store, tableName);
    return opened;
  };
  return {
    buildKeys(recordType, record) {
      const type = typeNamed(recordType);
      const keys = Object.entries(type.keys(type.fromRecord(record)));
      return Object.fromEntries(keys.map(([index, key]) => [index, marshallItem(key)]));
    },
    parseKey: (recordType, index, key) => typeNamed(recordType).parseKey(index, unmarshallItem(key, 'key')),
    encodeItem(recordType, record) {
      const type = typeNamed(recordType);
      return marshallItem(type.toItem(type.fromRecord(record)));
    },
    decodeItem(recordType, item) {
      const type = typeNamed(recordType);
      return type.toRecord(type.fromItem(unmarshallItem(item)));
    },
    async putItem(recordType, record) {
      const type = typeNamed(recordType);
      const value = type.fromRecord(record);
      await (await table()).put(type, value);
    },
    async getItem(recordType, components) {
      const type = typeNamed(recordType);
      const key = keyRefusingInvalid(() => type.primaryKey(components));
      const value = await (await table()).get(type, key);
      return value === undefined ? undefined : type.toRecord(value);
    },
    close: async () => (await opened)?.close(),
  };
}

function typeNamed(name: string): RecordType<object> {
  const type = recordTypes.get(name);
  if (type === undefined) throw new Unsupported(`no record type ${name}`);
  return type;
}

/** Nothing is wrong with a stored item when the request has no key for it. */
function keyRefusingInvalid(build: () => KeyAttributes): KeyAttributes {
  try {
    return build();
  } catch (error) {
    throw error instanceof InvalidValue ? new Refusal('invalid-key', error.message) : error;
  }
}

/** The client takes longer to load than everything else, and many runs need no store. */
async function openTable(store: Store, tableName: string): Promise<RateLimitTable> {
  const { RateLimitTable } = await import('./store/rate-limit-table.ts');
  return RateLimitTable.open(store, tableName);
}
