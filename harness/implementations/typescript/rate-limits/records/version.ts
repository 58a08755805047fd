import { required, withDefault } from '../fields/field.ts';
import { indexKey } from '../keys/index-key.ts';
import { key } from '../keys/key-text.ts';
import { tableGroup, tablePartition } from '../keys/system-keys.ts';
import { text } from '../values/text.ts';
import { isoSeconds } from '../values/timestamps.ts';
import { nullable } from '../values/value-codec.ts';
import { defineRecordType } from './record-type.ts';

/** Which schema the table holds, and which clients may use it. */
export interface Version {
  readonly schemaVersion: string;
  readonly lambdaVersion: string | null;
  readonly clientMinVersion: string;
  readonly updatedAt: Date;
  readonly updatedBy: string | null;
}

const versionText = text({ maxLength: 64 });

export const version = defineRecordType<Version>({
  name: 'version',
  indexes: { primary: indexKey<Version>({ PK: tablePartition, SK: key`#VERSION` }), gsi4: tableGroup },
  fields: {
    schemaVersion: required('schema_version', versionText),
    lambdaVersion: withDefault('lambda_version', nullable(versionText), null),
    clientMinVersion: withDefault('client_min_version', versionText, '0.0.0'),
    updatedAt: required('updated_at', isoSeconds),
    updatedBy: withDefault('updated_by', nullable(text({ maxLength: 256 })), null),
  },
});
