import { describe, expect, it } from 'vitest';
import { faults } from '../../harness/faults/registry.ts';
import { differenceOf, trialsOf } from '../../harness/self-test/difference.ts';
import { hasPlace } from '../../harness/self-test/place.ts';
import { type Domain, domainOf, examine, falseAlarms } from '../../harness/self-test/self-test.ts';
import { codecOf, readText } from '../support/codec.ts';
import { everyType } from '../support/schemas.ts';
import { smallCodec } from '../support/small.ts';

function faultOf(id: string) {
  const fault = faults.find((each) => each.id === id);
  if (fault === undefined) throw new Error(`there is no fault ${id}`);
  return fault;
}

/** Texts, defaults, an enumeration, a list and a pattern, and all of them in unions. */
const inUnions = domainOf(
  smallCodec(`
body:
  type: union
  required: true
  variants:
    - { type: map, members: { kind: { type: string, const: note, required: true }, text: { type: string, max_length: 40, required: true } } }
    - type: map
      members:
        kind: { type: string, const: image, required: true }
        size: { type: integer, minimum: 0, maximum: 99, required: true, default: 0 }
        form: { type: string, enum: [png, svg], required: true, default: png }
        name: { type: string, pattern: '[a-z]{3}', required: true }
    - { type: list, items: { type: string } }
`).model,
);

/** One component is percent-encoded, one may be missing, and one is padded. */
const mixedKeys = domainOf(
  codecOf(`
table: { name: rooms, keys: { primary: { partition_key: PK } } }
parameters:
  room: { type: string, max_length: 20 }
  shard: { type: integer, minimum: 0, maximum: 1500 }
record_types:
  room:
    pk_pattern: 'ROOM#{room:percent}#{shard:04}#{topic:or(-)}'
    attributes: { topic: { type: string, pattern: '[a-z]+', max_length: 9 } }
`).model,
);

/** A component that is a member of a map stands in one key attribute with a padded one. */
const nestedKeys = domainOf(
  codecOf(`
table: { name: parcels, keys: { primary: { partition_key: PK } } }
record_types:
  parcel:
    pk_pattern: 'PARCEL#{to.country}#{priority:02}'
    attributes:
      priority: { type: integer, minimum: 0, maximum: 99, required: true }
      to: { type: map, required: true, members: { country: { type: string, enum: [DE, FR], required: true } } }
`).model,
);

it.each([
  ['text-line-ends', inUnions],
  ['text-trimmed', inUnions],
  ['text-lower-cased', inUnions],
  ['text-astral-replaced', inUnions],
  ['list-sorted', inUnions],
  ['number-as-text', inUnions],
  ['enum-upper-case', inUnions],
  ['enum-unchecked-write', inUnions],
  ['default-value-other', inUnions],
  ['length-unchecked', inUnions],
  ['number-bounds-unchecked', inUnions],
  ['pattern-not-counted', inUnions],
  ['nested-write-unchecked', inUnions],
  ['nested-read-unchecked', inUnions],
  ['key-pad-fixed-zeros', mixedKeys],
  ['key-pad-one-zero', mixedKeys],
  ['key-number-as-float', mixedKeys],
  ['key-template-dollar', mixedKeys],
  ['key-pad-fixed-zeros', nestedKeys],
  ['key-number-as-float', nestedKeys],
])('%s takes place in a union, or beside other encodings or nested components, and is found', (id, domain) => {
  const fault = faultOf(id);
  expect(examine(fault, [domain]).killed?.check).toBe(fault.killedBy);
});

it.each(['text-trimmed', 'list-sorted', 'number-as-text', 'default-value-other'])(
  'a random record shows %s in a union',
  (id) => {
    const { reference } = inUnions;
    expect(differenceOf(faultOf(id), reference, trialsOf(reference.model.recordTypes))).not.toBeNull();
  },
);

it('a random record shows a wrong padding beside a nested component', () => {
  const { reference } = nestedKeys;
  expect(differenceOf(faultOf('key-pad-fixed-zeros'), reference, trialsOf(reference.model.recordTypes))).not.toBeNull();
});

it('the vectors of all are right', () => {
  expect([inUnions, mixedKeys, nestedKeys].flatMap(falseAlarms)).toEqual([]);
});

describe('a place in a schema', () => {
  const domains: readonly Domain[] = [
    ...['rate-limits', 'bookstore', 'document', 'dialogue'].map((name) =>
      domainOf(codecOf(readText(`schema/domains/${name}/schema.yaml`)).model),
    ),
    domainOf(everyType.model),
    inUnions,
    mixedKeys,
  ];

  it.each(domains.map((domain) => [domain.name, domain] as const))('%s has one for all that it finds', (_, domain) => {
    const { model } = domain.reference;
    const without = faults.filter(({ id }) => !hasPlace(id, model));
    expect(without.filter((fault) => examine(fault, [domain]).kills.length > 0).map(({ id }) => id)).toEqual([]);
    const trials = trialsOf(model.recordTypes);
    expect(without.filter((fault) => differenceOf(fault, domain.reference, trials)).map(({ id }) => id)).toEqual([]);
  });

  it.each(['set-as-list', 'binary-as-text', 'timestamp-rollover', 'family-name-unchecked', 'key-pad-missing'])(
    'a schema with a text alone has none for %s',
    (id) => {
      expect(hasPlace(id, smallCodec('label: { type: string }').model)).toBe(false);
    },
  );
});
