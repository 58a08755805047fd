import { keyOnly, optional, required, withDefault } from '../fields/field.ts';
import { type Limits, limitFamilies } from '../fields/limit-families.ts';
import * as part from '../keys/components.ts';
import { indexKey } from '../keys/index-key.ts';
import { key } from '../keys/key-text.ts';
import { flag } from '../values/booleans.ts';
import { entityId, int64, limitName, namespaceId, resource, shardId, writeCapacityLimit } from '../values/domains.ts';
import { integer } from '../values/integers.ts';
import { epochMilliseconds, epochSeconds } from '../values/timestamps.ts';
import { defineRecordType } from './record-type.ts';

/** The live state of one shard of an entity's limits on one resource. */
export interface Bucket {
  readonly namespaceId: string;
  readonly entityId: string;
  readonly resource: string;
  readonly shardId: number;
  /** Shared by every limit of the bucket, and its optimistic lock. */
  readonly refilledAt: Date;
  readonly cascade: boolean;
  readonly parentId: string | undefined;
  readonly shardCount: number;
  /** Never, while the entity has limits of its own. */
  readonly expiresAt: Date | undefined;
  /** In millitokens and milliseconds; tokens may be negative after an adjustment. */
  readonly limits: Limits<'tokens' | 'capacity' | 'refillAmount' | 'refillPeriod' | 'totalConsumed'>;
}

export const bucket = defineRecordType<Bucket>({
  name: 'bucket',
  indexes: {
    primary: indexKey<Bucket>({
      PK: key`${part.namespaceId}/BUCKET#${part.entityId}#${part.resource}#${part.shardId}`,
      SK: key`#STATE`,
    }),
    gsi2: indexKey<Bucket>({
      GSI2PK: key`${part.namespaceId}/RESOURCE#${part.resource}`,
      GSI2SK: key`BUCKET#${part.entityId}#${part.shardId}`,
    }),
    gsi3: indexKey<Bucket>({
      GSI3PK: key`${part.namespaceId}/ENTITY#${part.entityId}`,
      GSI3SK: key`BUCKET#${part.resource}#${part.shardId}`,
    }),
    // The only sort key of this index without the namespace in front.
    gsi4: indexKey<Bucket>({
      GSI4PK: key`${part.namespaceId}`,
      GSI4SK: key`BUCKET#${part.entityId}#${part.resource}#${part.shardId}`,
    }),
  },
  fields: {
    namespaceId: keyOnly('namespace_id', namespaceId),
    entityId: required('entity_id', entityId),
    resource: required('resource', resource),
    shardId: keyOnly('shard_id', shardId),
    refilledAt: required('rf', epochMilliseconds),
    cascade: withDefault('cascade', flag, false),
    parentId: optional('parent_id', entityId),
    shardCount: withDefault('shard_count', integer(1, 2147483647), 1),
    expiresAt: optional('ttl', epochSeconds),
    limits: limitFamilies({
      prefix: 'b',
      variable: 'limit',
      limitName,
      amount: int64,
      suffixes: { tokens: 'tk', capacity: 'cp', refillAmount: 'ra', refillPeriod: 'rp', totalConsumed: 'tc' },
      required: [writeCapacityLimit],
    }),
  },
});
