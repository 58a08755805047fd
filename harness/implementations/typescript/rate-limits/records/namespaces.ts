import { optional, required, withDefault } from '../fields/field.ts';
import * as part from '../keys/components.ts';
import { indexKey } from '../keys/index-key.ts';
import { key } from '../keys/key-text.ts';
import { tableGroup, tablePartition } from '../keys/system-keys.ts';
import { namespaceId, namespaceName } from '../values/domains.ts';
import { InvalidValue } from '../values/invalid-value.ts';
import { oneOf } from '../values/text.ts';
import { isoSeconds } from '../values/timestamps.ts';
import { defineRecordType } from './record-type.ts';

/** From a namespace's name to its id. */
export interface NamespaceForward {
  readonly namespaceId: string;
  readonly namespaceName: string;
  readonly status: 'active';
  readonly createdAt: Date;
}

export const namespaceForward = defineRecordType<NamespaceForward>({
  name: 'namespace_forward',
  indexes: {
    primary: indexKey<NamespaceForward>({ PK: tablePartition, SK: key`#NAMESPACE#${part.namespaceName}` }),
    gsi4: tableGroup,
  },
  fields: {
    namespaceId: required('namespace_id', namespaceId),
    namespaceName: required('namespace_name', namespaceName),
    status: withDefault('status', oneOf('active'), 'active'),
    createdAt: required('created_at', isoSeconds),
  },
});

/** From a namespace's id to its name, and whether it still lives. */
export interface NamespaceReverse {
  readonly namespaceId: string;
  readonly namespaceName: string;
  readonly status: 'active' | 'deleted' | 'purging';
  readonly createdAt: Date;
  /** Kept while the namespace is purged, removed when it is recovered. */
  readonly deletedAt: Date | undefined;
}

export const namespaceReverse = defineRecordType<NamespaceReverse>({
  name: 'namespace_reverse',
  indexes: {
    primary: indexKey<NamespaceReverse>({ PK: tablePartition, SK: key`#NSID#${part.namespaceId}` }),
    gsi4: tableGroup,
  },
  fields: {
    namespaceId: required('namespace_id', namespaceId),
    namespaceName: required('namespace_name', namespaceName),
    status: withDefault('status', oneOf('active', 'deleted', 'purging'), 'active'),
    createdAt: required('created_at', isoSeconds),
    deletedAt: optional('deleted_at', isoSeconds),
  },
  check({ status, deletedAt }) {
    if (status === 'active' && deletedAt !== undefined) {
      throw new InvalidValue('deleted_at', 'an active namespace must not have it');
    }
    if (status !== 'active' && deletedAt === undefined) {
      throw new InvalidValue('deleted_at', `a namespace that is ${status} must have it`);
    }
  },
});
