import { expect, it } from 'vitest';
import { locate } from '../../../src/check/locate.ts';
import { recordTypeOf } from '../../support/codec.ts';
import { rateLimits } from '../../support/schemas.ts';

it.each([
  ['bucket', ['rf'], 'record_types.bucket.attributes.rf'],
  ['bucket', ['rf', 'N'], 'record_types.bucket.attributes.rf'],
  ['bucket', ['PK'], 'record_types.bucket.pk_pattern'],
  ['bucket', ['GSI3SK', 'S'], 'record_types.bucket.indexes.gsi3.sk_pattern'],
  ['bucket', ['gsi3', 'GSI3SK', 'S'], 'record_types.bucket.indexes.gsi3.sk_pattern'],
  ['bucket', ['gsi3'], 'record_types.bucket.indexes.gsi3'],
  ['bucket', ['primary', 'PK'], 'record_types.bucket.pk_pattern'],
  ['bucket', ['shard_id'], 'record_types.bucket.pk_pattern'],
  ['bucket', ['b_{limit}_cp', 'rpm'], 'record_types.bucket.attributes.b_{limit}_cp'],
  ['bucket', ['b_rpm_cp', 'N'], 'record_types.bucket.attributes.b_{limit}_cp'],
  ['bucket', ['nothing'], 'record_types.bucket'],
  ['bucket', [], 'record_types.bucket'],
  ['usage_snapshot', ['gsi2', 'GSI2PK'], 'record_types.usage_snapshot.indexes.gsi2.pk_pattern'],
  ['usage_snapshot', ['rpm', 'N'], 'record_types.usage_snapshot.attributes.{custom_limit}'],
])('finds in %s the place of %j', (name, path, place) => {
  expect(locate(recordTypeOf(rateLimits, name), path).path).toBe(place);
});
