import { keyOnly, required } from '../fields/field.ts';
import * as part from '../keys/components.ts';
import { indexKey } from '../keys/index-key.ts';
import { key } from '../keys/key-text.ts';
import { configResource, entityId, namespaceId } from '../values/domains.ts';
import { type ConfiguredLimits, configuredLimits, configVersion } from './configured-limits.ts';
import { defineRecordType } from './record-type.ts';

/** Limits that one entity has on one resource. */
export interface EntityConfig {
  readonly namespaceId: string;
  readonly entityId: string;
  readonly resource: string;
  readonly configVersion: number;
  readonly limits: ConfiguredLimits;
}

export const entityConfig = defineRecordType<EntityConfig>({
  name: 'entity_config',
  indexes: {
    primary: indexKey<EntityConfig>({
      PK: key`${part.namespaceId}/ENTITY#${part.entityId}`,
      SK: key`#CONFIG#${part.configResource}`,
    }),
    gsi3: indexKey<EntityConfig>({
      GSI3PK: key`${part.namespaceId}/ENTITY_CONFIG#${part.configResource}`,
      GSI3SK: key`${part.entityId}`,
    }),
    gsi4: indexKey<EntityConfig>({
      GSI4PK: key`${part.namespaceId}`,
      GSI4SK: key`${part.namespaceId}/ENTITY#${part.entityId}`,
    }),
  },
  fields: {
    namespaceId: keyOnly('namespace_id', namespaceId),
    entityId: required('entity_id', entityId),
    resource: required('resource', configResource),
    configVersion,
    limits: configuredLimits,
  },
});
