import { keyOnly, optional } from '../fields/field.ts';
import { indexKey } from '../keys/index-key.ts';
import { key } from '../keys/key-text.ts';
import { systemGroup, systemPartition } from '../keys/system-keys.ts';
import { namespaceId } from '../values/domains.ts';
import { integer } from '../values/integers.ts';
import { oneOf } from '../values/text.ts';
import { type ConfiguredLimits, configuredLimits, configVersion } from './configured-limits.ts';
import { defineRecordType } from './record-type.ts';

/** Limits and settings of a whole namespace. */
export interface SystemConfig {
  readonly namespaceId: string;
  readonly configVersion: number;
  /** What to do while the table cannot be reached. */
  readonly onUnavailable: 'allow' | 'block' | undefined;
  readonly auditRetentionDays: number | undefined;
  readonly limits: ConfiguredLimits;
}

export const systemConfig = defineRecordType<SystemConfig>({
  name: 'system_config',
  indexes: { primary: indexKey<SystemConfig>({ PK: systemPartition, SK: key`#CONFIG` }), gsi4: systemGroup },
  fields: {
    namespaceId: keyOnly('namespace_id', namespaceId),
    configVersion,
    onUnavailable: optional('on_unavailable', oneOf('allow', 'block')),
    auditRetentionDays: optional('audit_retention_days', integer(1, 36500)),
    limits: configuredLimits,
  },
});
