import { keyOnly, required, withDefault } from '../fields/field.ts';
import * as part from '../keys/components.ts';
import { indexKey } from '../keys/index-key.ts';
import { key } from '../keys/key-text.ts';
import { auditedId, configResource, eventId, namespaceId, principal } from '../values/domains.ts';
import { type Document, freeForm } from '../values/free-form.ts';
import { oneOf } from '../values/text.ts';
import { epochSeconds, isoSeconds } from '../values/timestamps.ts';
import { nullable } from '../values/value-codec.ts';
import { defineRecordType } from './record-type.ts';

export type AuditAction = 'entity_created' | 'entity_deleted' | 'limits_set' | 'limits_deleted';

/** Who changed what. */
export interface AuditEvent {
  readonly namespaceId: string;
  readonly entityId: string;
  readonly eventId: string;
  readonly timestamp: Date;
  readonly action: AuditAction;
  readonly principal: string | null;
  readonly resource: string | null;
  /** Its shape depends on the action. */
  readonly details: Document;
  readonly expiresAt: Date;
}

export const auditEvent = defineRecordType<AuditEvent>({
  name: 'audit_event',
  indexes: {
    primary: indexKey<AuditEvent>({
      PK: key`${part.namespaceId}/AUDIT#${part.auditedId}`,
      SK: key`#AUDIT#${part.eventId}`,
    }),
    gsi4: indexKey<AuditEvent>({
      GSI4PK: key`${part.namespaceId}`,
      GSI4SK: key`${part.namespaceId}/AUDIT#${part.auditedId}`,
    }),
  },
  fields: {
    namespaceId: keyOnly('namespace_id', namespaceId),
    entityId: required('entity_id', auditedId),
    eventId: required('event_id', eventId),
    timestamp: required('timestamp', isoSeconds),
    action: required('action', oneOf('entity_created', 'entity_deleted', 'limits_set', 'limits_deleted')),
    principal: withDefault('principal', nullable(principal), null),
    resource: withDefault('resource', nullable(configResource), null),
    details: withDefault('details', freeForm, new Map()),
    expiresAt: required('ttl', epochSeconds),
  },
});
