import { auditEvent } from './audit-event.ts';
import { bucket } from './bucket.ts';
import { entityConfig } from './entity-config.ts';
import { entityMeta } from './entity-meta.ts';
import { namespaceForward, namespaceReverse } from './namespaces.ts';
import { provisionerState } from './provisioner-state.ts';
import type { RecordType } from './record-type.ts';
import { entityConfigRegistry, resourceRegistry } from './registries.ts';
import { resourceConfig } from './resource-config.ts';
import { systemConfig } from './system-config.ts';
import { usageSnapshot } from './usage-snapshot.ts';
import { version } from './version.ts';

const all: readonly RecordType<object>[] = [
  entityMeta,
  bucket,
  entityConfig,
  resourceConfig,
  systemConfig,
  resourceRegistry,
  entityConfigRegistry,
  usageSnapshot,
  auditEvent,
  version,
  namespaceForward,
  namespaceReverse,
  provisionerState,
];

/** Every record type of the table, by name. */
export const recordTypes: ReadonlyMap<string, RecordType<object>> = new Map(all.map((type) => [type.name, type]));
