import type { AttributeValue, Item } from '../../../src/value/attribute-value.ts';
import type { StoreCapability } from '../capability.ts';
import { readItem } from '../read-item.ts';
import type { TableClient } from '../store.ts';
import { StoreRejection } from '../store-rejection.ts';
import type { StoreWire } from '../store-wire.ts';

/** One question about a store's behaviour, answered by trying it. */
export type Probe = {
  readonly id: StoreCapability;
  /** Without it a store cannot be used at all. */
  readonly required?: true;
  /** What DynamoDB does, and so what a store with this capability does. */
  readonly description: string;
  /** What the store refuses beyond what the probe expects counts as a lack. */
  run(context: ProbeContext): Promise<ProbeResult>;
};

export type ProbeContext = {
  readonly wire: StoreWire;
  readonly tables: TableClient;
  /** Has the keys `pk` and `sk` and a global index with the key `gk`, all of them text. */
  readonly tableName: string;
  /** The key of the one item that belongs to the probe. */
  readonly key: { readonly pk: AttributeValue; readonly sk: AttributeValue };
};

export type ProbeResult = { readonly holds: true } | { readonly holds: false; readonly observed: string };

export const holds: ProbeResult = { holds: true };

export function lacks(observed: string): ProbeResult {
  return { holds: false, observed };
}

/** Stores attributes under the probe's key and reads them again. */
export async function roundTrip({ wire, tableName, key }: ProbeContext, attributes: Item): Promise<Item> {
  await wire.send('PutItem', { TableName: tableName, Item: withKey(attributes, key) });
  return read({ wire, tableName, key });
}

export async function read({ wire, tableName, key }: Pick<ProbeContext, 'wire' | 'tableName' | 'key'>): Promise<Item> {
  const { Item: item } = await wire.send('GetItem', { TableName: tableName, Key: key, ConsistentRead: true });
  return readItem(item, `GetItem on table ${tableName}`);
}

/** Holds if the store refuses to put the attributes as invalid. */
export function expectPutRefused({ wire, tableName, key }: ProbeContext, attributes: Item): Promise<ProbeResult> {
  return expectRefusal(wire, 'PutItem', { TableName: tableName, Item: withKey(attributes, key) });
}

/** Holds if the store refuses the request as invalid. Another refusal, such as an internal error, will not do. */
export async function expectRefusal(wire: StoreWire, operation: string, request: object): Promise<ProbeResult> {
  try {
    await wire.send(operation, request);
  } catch (error) {
    if (!(error instanceof StoreRejection)) throw error;
    return error.exception === 'ValidationException' ? holds : lacks(error.message);
  }
  return lacks(`${operation} was accepted`);
}

function withKey(attributes: Item, key: ProbeContext['key']): Item {
  // Spread defines properties, so `__proto__` stays an attribute; assignment would lose it.
  return { ...key, ...attributes };
}
