import { expect, it } from 'vitest';
import { generateVectors } from '../../../src/generate/vectors.ts';
import { codecOf } from '../../support/codec.ts';

// A map that gives one of its members to a key has others that may be any text.

function textsOf(pattern: string): { readonly [member: string]: readonly unknown[] } {
  const codec = codecOf(`table:
  name: things
  keys: { primary: { partition_key: PK, sort_key: SK } }
record_types:
  thing:
    pk_pattern: "${pattern}"
    sk: META
    attributes:
      id: { type: string, pattern: '[a-z]+', max_length: 9, required: true }
      address:
        type: map
        required: true
        members:
          country: { type: string, max_length: 40, required: true }
          street: { type: string, max_length: 40, required: true }
`);
  const items = generateVectors(codec).flatMap((file) => (file.kind === 'items' ? file.vectors : []));
  const addresses = items.flatMap(({ id, record }) =>
    id.startsWith('thing/text-') ? [record['address'] as { country: string; street: string }] : [],
  );
  return { country: addresses.map(({ country }) => country), street: addresses.map(({ street }) => street) };
}

it('tries every text in the members of which no key is made', () => {
  const [apart, inKey] = [textsOf('T#{id}'), textsOf('T#{id}#{address.country:percent}')];
  expect(apart['street']?.length).toBeGreaterThan(5);
  expect(apart['country']).toEqual(apart['street']);
  expect(inKey['street']).toEqual(apart['street']);
  expect(new Set(inKey['country'])).toEqual(new Set(['value']));
});
