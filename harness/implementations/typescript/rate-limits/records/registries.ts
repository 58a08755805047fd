import { counters } from '../fields/counters.ts';
import { keyOnly } from '../fields/field.ts';
import { possiblyEmptySet } from '../fields/string-set.ts';
import { indexKey } from '../keys/index-key.ts';
import { key } from '../keys/key-text.ts';
import { systemGroup, systemPartition } from '../keys/system-keys.ts';
import { configResource, int64, namespaceId, resource } from '../values/domains.ts';
import { defineRecordType } from './record-type.ts';

/** Which resources have limits of their own. */
export interface ResourceRegistry {
  readonly namespaceId: string;
  readonly resources: ReadonlySet<string>;
}

export const resourceRegistry = defineRecordType<ResourceRegistry>({
  name: 'resource_registry',
  indexes: { primary: indexKey<ResourceRegistry>({ PK: systemPartition, SK: key`#RESOURCES` }), gsi4: systemGroup },
  fields: {
    namespaceId: keyOnly('namespace_id', namespaceId),
    resources: possiblyEmptySet('resources', resource),
  },
});

/** For each resource, how many entities have a configuration of their own. */
export interface EntityConfigRegistry {
  readonly namespaceId: string;
  readonly entities: ReadonlyMap<string, bigint>;
}

export const entityConfigRegistry = defineRecordType<EntityConfigRegistry>({
  name: 'entity_config_registry',
  indexes: {
    primary: indexKey<EntityConfigRegistry>({ PK: systemPartition, SK: key`#ENTITY_CONFIG_RESOURCES` }),
    gsi4: systemGroup,
  },
  fields: {
    namespaceId: keyOnly('namespace_id', namespaceId),
    entities: counters({
      variable: 'config_resource',
      counterName: configResource,
      count: int64,
      fixedAttributes: [],
    }),
  },
});
