import { keyOnly, required } from '../fields/field.ts';
import * as part from '../keys/components.ts';
import { indexKey } from '../keys/index-key.ts';
import { key } from '../keys/key-text.ts';
import { namespaceId, resource } from '../values/domains.ts';
import { type ConfiguredLimits, configuredLimits, configVersion } from './configured-limits.ts';
import { defineRecordType } from './record-type.ts';

/** Limits on one resource for every entity without its own. */
export interface ResourceConfig {
  readonly namespaceId: string;
  readonly resource: string;
  readonly configVersion: number;
  readonly limits: ConfiguredLimits;
}

export const resourceConfig = defineRecordType<ResourceConfig>({
  name: 'resource_config',
  indexes: {
    primary: indexKey<ResourceConfig>({ PK: key`${part.namespaceId}/RESOURCE#${part.resource}`, SK: key`#CONFIG` }),
    gsi4: indexKey<ResourceConfig>({
      GSI4PK: key`${part.namespaceId}`,
      GSI4SK: key`${part.namespaceId}/RESOURCE#${part.resource}`,
    }),
  },
  fields: {
    namespaceId: keyOnly('namespace_id', namespaceId),
    resource: required('resource', resource),
    configVersion,
    limits: configuredLimits,
  },
});
