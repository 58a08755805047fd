import { counters } from '../fields/counters.ts';
import { keyOnly, required } from '../fields/field.ts';
import * as part from '../keys/components.ts';
import { indexKey } from '../keys/index-key.ts';
import { key } from '../keys/key-text.ts';
import { count, customLimitName, entityId, int64, namespaceId, resource } from '../values/domains.ts';
import { oneOf } from '../values/text.ts';
import { epochSeconds, isoSeconds } from '../values/timestamps.ts';
import { defineRecordType } from './record-type.ts';

/** What an entity used of a resource in one window. */
export interface UsageSnapshot {
  readonly namespaceId: string;
  readonly entityId: string;
  readonly resource: string;
  readonly window: 'hourly' | 'daily' | 'monthly';
  /** First second of the window. */
  readonly windowStart: Date;
  readonly totalEvents: bigint;
  readonly expiresAt: Date;
  /** In tokens, by limit. */
  readonly used: ReadonlyMap<string, bigint>;
}

const fixedFields = {
  namespaceId: keyOnly('namespace_id', namespaceId),
  entityId: required('entity_id', entityId),
  resource: required('resource', resource),
  window: required('window', oneOf('hourly', 'daily', 'monthly')),
  windowStart: required('window_start', isoSeconds),
  totalEvents: required('total_events', count),
  expiresAt: required('ttl', epochSeconds),
};

export const usageSnapshot = defineRecordType<UsageSnapshot>({
  name: 'usage_snapshot',
  indexes: {
    primary: indexKey<UsageSnapshot>({
      PK: key`${part.namespaceId}/ENTITY#${part.entityId}`,
      SK: key`#USAGE#${part.resource}#${part.windowStart}`,
    }),
    gsi2: indexKey<UsageSnapshot>({
      GSI2PK: key`${part.namespaceId}/RESOURCE#${part.resource}`,
      GSI2SK: key`USAGE#${part.windowStart}#${part.entityId}`,
    }),
    gsi4: indexKey<UsageSnapshot>({
      GSI4PK: key`${part.namespaceId}`,
      GSI4SK: key`${part.namespaceId}/ENTITY#${part.entityId}`,
    }),
  },
  fields: {
    ...fixedFields,
    used: counters({
      variable: 'custom_limit',
      counterName: customLimitName,
      count: int64,
      fixedAttributes: Object.values(fixedFields).flatMap((field) => field.attributes),
    }),
  },
});
