import { keyOnly, required, withDefault, withFallback } from '../fields/field.ts';
import * as part from '../keys/components.ts';
import { indexKey, sparseIndexKey } from '../keys/index-key.ts';
import { key } from '../keys/key-text.ts';
import { flag } from '../values/booleans.ts';
import { mapOf } from '../values/collections.ts';
import { entityId, namespaceId } from '../values/domains.ts';
import { text } from '../values/text.ts';
import { isoSeconds } from '../values/timestamps.ts';
import { nullable } from '../values/value-codec.ts';
import { defineRecordType } from './record-type.ts';

/** An entity, and its place under a parent. */
export interface EntityMeta {
  readonly namespaceId: string;
  readonly entityId: string;
  /** What people call the entity; its id when nobody named it. */
  readonly name: string;
  readonly parentId: string | null;
  /** Whether to consume from the parent too. */
  readonly cascade: boolean;
  readonly metadata: ReadonlyMap<string, string>;
  readonly createdAt: Date;
}

interface ChildEntity extends EntityMeta {
  readonly parentId: string;
}

const childrenOfParent = indexKey<ChildEntity>({
  GSI1PK: key`${part.namespaceId}/PARENT#${part.parentId}`,
  GSI1SK: key`CHILD#${part.entityId}`,
});

export const entityMeta = defineRecordType<EntityMeta>({
  name: 'entity_meta',
  indexes: {
    primary: indexKey<EntityMeta>({ PK: key`${part.namespaceId}/ENTITY#${part.entityId}`, SK: key`#META` }),
    gsi1: sparseIndexKey(
      (entity: EntityMeta) => (entity.parentId === null ? undefined : { ...entity, parentId: entity.parentId }),
      childrenOfParent,
    ),
    gsi4: indexKey<EntityMeta>({
      GSI4PK: key`${part.namespaceId}`,
      GSI4SK: key`${part.namespaceId}/ENTITY#${part.entityId}`,
    }),
  },
  fields: {
    namespaceId: keyOnly('namespace_id', namespaceId),
    entityId: required('entity_id', entityId),
    name: withFallback('name', text({ maxLength: 256 }), 'entity_id'),
    parentId: withDefault('parent_id', nullable(entityId), null),
    cascade: withDefault('cascade', flag, false),
    metadata: withDefault('metadata', mapOf(text({ allowEmpty: true })), new Map()),
    createdAt: required('created_at', isoSeconds),
  },
});
