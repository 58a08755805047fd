/** Any JSON value. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [member: string]: JsonValue | undefined };

/** One DynamoDB value as it travels: DynamoDB JSON, binary as padded base64. */
export type AttributeJson =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly B: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: true }
  | { readonly M: ItemJson }
  | { readonly L: readonly AttributeJson[] }
  | { readonly SS: readonly string[] }
  | { readonly NS: readonly string[] }
  | { readonly BS: readonly string[] };

/** An item, or the attributes of a key, in DynamoDB JSON. */
export type ItemJson = { readonly [attribute: string]: AttributeJson };

/** A record, or the components of a key: logical values, integers as decimal text. */
export type RecordJson = { readonly [member: string]: JsonValue | undefined };

/** The keys that a record is written with, by the name of the index in the schema (`primary`, `gsi1`, ...). */
export type KeysJson = { readonly [index: string]: ItemJson };

/** Where the store of a run is, and what its tables are called there. */
export interface Store {
  readonly endpoint: string;
  readonly region: string;
  readonly access_key_id: string;
  readonly secret_access_key: string;
  /** The name to use for each table of the schema. */
  readonly tables: { readonly [table: string]: string };
}

/** What Itemproof says about a run before the first request. */
export interface Session {
  readonly schema: { readonly name: string; readonly version: string; readonly digest: string };
  /** `null` when the run touches no store; then neither `putItem` nor `getItem` is called. */
  readonly store: Store | null;
  /** The instant to use wherever the implementation would ask the clock. */
  readonly now: string;
}

/** The operations of the protocol. */
export type OperationName = 'key.build' | 'key.parse' | 'item.encode' | 'item.decode' | 'item.put' | 'item.get';

/** For each supported operation: every record type (`true`), or the record types it is supported for. */
export type Capabilities = { readonly [operation in OperationName]?: true | readonly string[] };

/** Names of attributes by record type. */
export type AttributesByRecordType = { readonly [recordType: string]: readonly string[] };
