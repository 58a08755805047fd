import type {
  AttributesByRecordType,
  Capabilities,
  ItemJson,
  JsonValue,
  KeysJson,
  OperationName,
  RecordJson,
  Session,
} from './messages.ts';

/** A value, now or later. */
export type Awaitable<T> = T | Promise<T>;

/**
 * What an implementation can do. Leave out what it cannot.
 *
 * Each operation may be synchronous (faster) or asynchronous. It refuses by throwing a {@link Refusal}, or an
 * error that {@link Adapter.isInvalid} recognises.
 */
export interface Operations {
  /** `key.build`: the keys of a record. */
  buildKeys?(recordType: string, record: RecordJson): Awaitable<KeysJson>;
  /** `key.parse`: the components of a key. */
  parseKey?(recordType: string, index: string, key: ItemJson): Awaitable<RecordJson>;
  /** `item.encode`: exactly the item that would be put. */
  encodeItem?(recordType: string, record: RecordJson): Awaitable<ItemJson>;
  /** `item.decode`: the record that is read from an item. */
  decodeItem?(recordType: string, item: ItemJson): Awaitable<RecordJson>;
  /** `item.put`: resolves once the item is stored. */
  putItem?(recordType: string, record: RecordJson): Awaitable<void>;
  /** `item.get`: the stored record, or `undefined` when there is none. */
  getItem?(recordType: string, components: RecordJson): Awaitable<RecordJson | undefined>;
  /** Called once after the last request; closes connections and the like. */
  close?(): Awaitable<void>;
}

/** An implementation as it presents itself to Itemproof. */
export interface Adapter {
  /** What the report calls the implementation. */
  readonly implementation: string;
  /** `typescript` if left out. */
  readonly language?: string;
  readonly version: string;
  /** The version of Node.js if left out. */
  readonly runtime?: string;
  /** Every operation that {@link Adapter.open} returns, for every record type, if left out. */
  readonly capabilities?: Capabilities;
  /** How many requests the adapter takes before it answers, 1 to 1024; 64 if left out. */
  readonly window?: number;
  /** The digest of the schema that the implementation was made from. */
  readonly schemaDigest?: string;
  /** Attributes whose value the implementation chooses itself when it writes. */
  readonly generated?: AttributesByRecordType;
  /** Attributes that its reader does not return. */
  readonly notRead?: AttributesByRecordType;
  /**
   * Tells the implementation's own validation errors from accidents. Such an error refuses with the class that
   * belongs to the operation: `invalid-record`, `invalid-key` or `invalid-item`.
   */
  isInvalid?(error: unknown): boolean;
  /** Called once, before the first request. */
  open(session: Session): Awaitable<Operations>;
}

/** Checks an adapter's description where it is written; returns it unchanged. */
export function defineAdapter(adapter: Adapter): Adapter {
  return adapter;
}

/** The method for each operation of the protocol. */
export const methods = {
  'key.build': 'buildKeys',
  'key.parse': 'parseKey',
  'item.encode': 'encodeItem',
  'item.decode': 'decodeItem',
  'item.put': 'putItem',
  'item.get': 'getItem',
} as const satisfies Record<OperationName, keyof Operations>;

function derivedCapabilities(operations: Operations): Capabilities {
  const supported = Object.entries(methods).filter(([, method]) => operations[method] !== undefined);
  return Object.fromEntries(supported.map(([operation]) => [operation, true]));
}

/** The answer to `hello`. */
export function introduction(adapter: Adapter, operations: Operations): JsonValue {
  return {
    implementation: adapter.implementation,
    language: adapter.language ?? 'typescript',
    version: adapter.version,
    runtime: adapter.runtime ?? `node ${process.versions.node}`,
    capabilities: adapter.capabilities ?? derivedCapabilities(operations),
    window: adapter.window,
    schema_digest: adapter.schemaDigest,
    generated: adapter.generated,
    not_read: adapter.notRead,
  };
}
