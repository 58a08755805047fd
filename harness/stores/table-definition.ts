/** A table as a store has to create it: names and keys, nothing of what the schema says about the items. */
export type TableDefinition = KeySchema & {
  readonly tableName: string;
  readonly billingMode: 'PAY_PER_REQUEST' | 'PROVISIONED';
  readonly globalSecondaryIndexes: readonly IndexDefinition[];
  readonly localSecondaryIndexes: readonly IndexDefinition[];
};

export type IndexDefinition = KeySchema & {
  readonly name: string;
  readonly projection: Projection;
};

/** Several attributes per key exist only in global secondary indexes. */
export type KeySchema = {
  readonly partitionKeys: readonly KeyAttribute[];
  readonly sortKeys: readonly KeyAttribute[];
};

export type KeyAttribute = { readonly name: string; readonly type: 'S' | 'N' | 'B' };

export type Projection = 'ALL' | 'KEYS_ONLY' | { readonly include: readonly string[] };
