import type { Codec } from '../../src/item/codec.ts';
import type { RecordType } from '../../src/model/model.ts';
import { codecOf, readText } from './codec.ts';

/** The rate limiter's codec. */
export const rateLimits: Codec = codecOf(readText('schema/domains/rate-limits/schema.yaml'));

/** The codec of the schema that has all the types and keys which the rate limiter has not. */
export const everyType: Codec = codecOf(readText('test/support/every-type.yaml'));

/** Both of them with each of their record types, as rows of a table of tests. */
export const allRecordTypes: readonly (readonly [string, Codec, RecordType])[] = [rateLimits, everyType].flatMap(
  (codec) =>
    codec.model.recordTypes.map((recordType) => [`${codec.model.name}/${recordType.name}`, codec, recordType] as const),
);
