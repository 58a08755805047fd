import { keyOnly, required, withDefault } from '../fields/field.ts';
import * as part from '../keys/components.ts';
import { indexKey } from '../keys/index-key.ts';
import { key } from '../keys/key-text.ts';
import { systemPartition } from '../keys/system-keys.ts';
import { flag } from '../values/booleans.ts';
import { listOf, mapOf } from '../values/collections.ts';
import { configResource, namespaceId, resource } from '../values/domains.ts';
import { text } from '../values/text.ts';
import { rfc3339 } from '../values/timestamps.ts';
import { defineRecordType } from './record-type.ts';

/** What the provisioner manages in a namespace, as of its last run. */
export interface ProvisionerState {
  readonly namespaceId: string;
  readonly managedSystem: boolean;
  readonly managedResources: readonly string[];
  /** From an entity to the resources it has limits on. */
  readonly managedEntities: ReadonlyMap<string, readonly string[]>;
  readonly lastApplied: string;
  readonly appliedHash: string;
}

export const provisionerState = defineRecordType<ProvisionerState>({
  name: 'provisioner_state',
  indexes: {
    primary: indexKey<ProvisionerState>({ PK: systemPartition, SK: key`#PROVISIONER` }),
    // Without a sort key the item is not in the index; stored items look like this.
    gsi4: indexKey<ProvisionerState>({ GSI4PK: key`${part.namespaceId}` }),
  },
  fields: {
    namespaceId: keyOnly('namespace_id', namespaceId),
    managedSystem: withDefault('managed_system', flag, false),
    managedResources: withDefault('managed_resources', listOf(resource), []),
    managedEntities: withDefault('managed_entities', mapOf(listOf(configResource)), new Map()),
    lastApplied: required('last_applied', rfc3339),
    appliedHash: required('applied_hash', text({ pattern: /^sha256:[0-9a-f]{64}$/ })),
  },
});
