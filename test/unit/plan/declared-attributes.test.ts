import { expect, it } from 'vitest';
import { checkDeclared, type Declared } from '../../../src/plan/declared-attributes.ts';
import { everyType, rateLimits } from '../../support/schemas.ts';

// Attributes that an adapter excuses itself from, in its answer to "hello".

it('takes attributes, members of families that are generated, and families that are not read', () => {
  const declared: Declared = {
    generated: { entity_meta: ['created_at'], bucket: ['b_rpm_tk', 'rf'], namespace_forward: ['namespace_id'] },
    not_read: { bucket: ['ttl', 'b_{limit}_tk'], entity_config: ['entity_id'], version: [] },
  };
  expect(checkDeclared('ada', rateLimits.model, declared)).toEqual([]);
  expect(checkDeclared('ada', rateLimits.model, {})).toEqual([]);
  // An attribute may be that of an index, which the item is in with the value that the writer chooses.
  expect(checkDeclared('ada', everyType.model, { generated: { reading: ['level'] } })).toEqual([]);
});

it.each<[string, string, string]>([
  ['bukcet', 'ttl', 'attributes of "bukcet", and there is no such record type; did you mean "bucket"?'],
  ['x', 'ttl', 'attributes of "x", and there is no such record type'],
  ['bucket', 'tttl', '"tttl" of bucket, and there is no such attribute; did you mean "ttl"?'],
  ['bucket', 'nobody', '"nobody" of bucket, and there is no such attribute'],
  ['bucket', 'b_9 x_tk', '"b_9 x_tk" of bucket, and there is no such attribute'],
  ['bucket', 'PK', '"PK" of bucket, and @'],
  ['bucket', 'GSI2SK', '"GSI2SK" of bucket, and it is a key attribute, and keys are compared as they are'],
  ['bucket', 'shard_id', '"shard_id" of bucket, and @'],
])('of %s refuses %s, whichever it is declared as', (recordType, attribute, expected) => {
  const why = {
    generated: 'the primary key has it, which is compared as it is',
    not_read:
      attribute === 'PK'
        ? 'it is a key attribute, and keys are compared as they are'
        : 'it is a component of keys, which are compared as they are',
  };
  for (const declared of ['generated', 'not_read'] as const)
    expect(checkDeclared('ada', rateLimits.model, { [declared]: { [recordType]: [attribute] } })).toEqual([
      `ada declares as ${declared} ${expected.replace('@', why[declared])}`,
    ]);
});

it.each<['generated' | 'not_read', string, string]>([
  ['generated', 'entity_id', 'the primary key has it, which is compared as it is'],
  [
    'generated',
    'b_{limit}_tk',
    'an item has no attribute of that name; list the attributes of its members, each by its name',
  ],
  ['not_read', 'b_rpm_tk', 'a record has no member of that name; list the family, "b_{limit}_tk"'],
])('refuses as %s %s of a bucket', (declared, attribute, why) => {
  expect(checkDeclared('ada', rateLimits.model, { [declared]: { bucket: [attribute] } })).toEqual([
    `ada declares as ${declared} "${attribute}" of bucket, and ${why}`,
  ]);
});

it('refuses a key that is an attribute as it is, but only of whoever writes', () => {
  expect(checkDeclared('ada', everyType.model, { generated: { user: ['user_id'] } })).toEqual([
    'ada declares as generated "user_id" of user, and the primary key has it, which is compared as it is',
  ]);
  expect(checkDeclared('ada', everyType.model, { not_read: { user: ['user_id'] } })).toEqual([]);
});
