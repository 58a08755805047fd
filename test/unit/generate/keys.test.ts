import { expect, it } from 'vitest';
import { generateVectors } from '../../../src/generate/vectors.ts';
import type { Codec } from '../../../src/item/codec.ts';
import { findRepeatedKeys } from '../../../src/vector/repeated-keys.ts';
import type { KeyVector } from '../../../src/vector/vector.ts';
import { verifyVectors } from '../../../src/vector/verify.ts';
import { codecOf } from '../../support/codec.ts';
import { everyType } from '../../support/schemas.ts';

const top = `
table:
  name: things
  keys:
    primary: { partition_key: PK, sort_key: SK }
    by_owner: { partition_key: OWNER, sort_key: OWNER_SK, sparse: true }
`;

function keysOf(codec: Codec): readonly KeyVector[] {
  return generateVectors(codec).flatMap((file) => (file.kind === 'keys' ? file.vectors : []));
}

function thing(pattern: string, attributes: string, rest = ''): readonly KeyVector[] {
  return keysOf(
    codecOf(`${top}record_types:
  thing:
    pk_pattern: 'T#{id}'
    sk_pattern: '${pattern}'
    ${rest}
    attributes:
      id: { type: string, pattern: '[a-z]+', max_length: 9, required: true }
${attributes.replace(/^/gm, '      ')}
`),
  );
}

/** The text of a key attribute, by the last part of the vector's id. */
function textsOf(vectors: readonly KeyVector[], attribute = 'SK', index = 'primary'): { [slug: string]: unknown } {
  return Object.fromEntries(
    vectors.map(({ id, keys }) => [id.replace('thing/keys-', ''), Object.values(keys[index]?.[attribute] ?? {})[0]]),
  );
}

it('makes pairs that would be one key if nothing kept their components apart', () => {
  const vectors = thing(
    '{a}#{b}',
    'a: { type: string, pattern: "[a-z-]+", max_length: 9, required: true }\nb: { type: string, pattern: "[a-z#-]+", max_length: 9, required: true }',
  );
  const texts = textsOf(vectors);
  expect([texts['a-b-early'], texts['a-b-late']]).toEqual(['a#bc', 'ab#c']);
  expect(texts['a-b-u2d']).toBe('a-#-a');
  // "#" ends the first component, so that one cannot have it.
  expect(texts).not.toHaveProperty('a-b-u23');
});

it('divides digits where a component is a number', () => {
  const texts = textsOf(
    thing(
      '{n}#{m}',
      'n: { type: integer, minimum: 0, maximum: 99, required: true }\nm: { type: integer, minimum: 0, maximum: 99, required: true }',
    ),
  );
  expect([texts['n-m-early'], texts['n-m-late']]).toEqual(['1#23', '12#3']);
});

it('stands on both sides of the width that a number is padded to', () => {
  const texts = textsOf(thing('{n:04}', 'n: { type: integer, minimum: 0, maximum: 5000, required: true }'));
  expect(texts['n-3-nines']).toBe('0999');
  // More than the maximum, and what item vectors have: 1000 is the ordinary value.
  expect(Object.keys(texts).filter((slug) => ['n-4-nines', 'n-1-nines'].includes(slug))).toEqual([]);
});

it('writes what looks like nothing, a placeholder or another case, where the component may be that', () => {
  const free = textsOf(thing('{a}', 'a: { type: string, max_length: 20, required: true }'));
  expect(free).toMatchObject({
    'a-undefined': 'undefined',
    'a-none': 'None',
    'a-null': 'null',
    'a-matched': '$&',
    'a-placeholder': '{a}',
  });
  const small = textsOf(thing('{a}', 'a: { type: string, pattern: "[a-z]+", max_length: 20, required: true }'));
  expect(Object.keys(small)).toEqual(expect.arrayContaining(['a-undefined', 'a-null']));
  expect(Object.keys(small).filter((slug) => ['a-none', 'a-upper', 'a-matched'].includes(slug))).toEqual([]);
});

it('takes for a value the placeholder that is filled in next, where it may be that', () => {
  const attributes = (most: number): string =>
    `a: { type: string, max_length: ${most}, required: true }\nbeta: { type: string, max_length: 20, required: true }`;
  expect(textsOf(thing('{a:percent}#{beta}', attributes(20)))).toMatchObject({
    'a-placeholder': '{beta}#value',
    'beta-placeholder': 'value#{beta}',
  });
  expect(textsOf(thing('{a:percent}#{beta}', attributes(5)))).toMatchObject({ 'a-placeholder': '{a}#value' });
});

it('crosses the end of a year where a key holds a day', () => {
  const texts = textsOf(thing('{at:date}', 'at: { type: timestamp, format: rfc3339, required: true }'));
  expect(texts).toMatchObject({
    'at-last-second': '2023-12-31',
    'at-first-second': '2024-01-01',
    'at-other-week-year': '2024-12-30',
    'at-offset-year': '2023-12-31',
  });
  const whole = textsOf(thing('{at}', 'at: { type: timestamp, format: iso-seconds, required: true }'));
  expect(Object.keys(whole).filter((slug) => slug.startsWith('at-'))).not.toContain('at-last-second');
});

it('fills a key up to its last byte', () => {
  const vectors = thing(
    '{a}#{b}',
    'a: { type: string, pattern: "[a-z]+", max_length: 30, required: true }\nb: { type: string, required: true }',
  );
  const texts = textsOf(vectors);
  // That one an item vector has.
  expect(texts).not.toHaveProperty('a-longest');
  expect(String(texts['b-fills-key'])).toHaveLength(1024);
  expect(vectors.find(({ id }) => id.endsWith('b-fills-key'))?.hazards).toEqual(['key-length-bytes']);
});

it('finds the longest value though not every length is one', () => {
  const texts = textsOf(thing('{a}', 'a: { type: string, pattern: "[a-z]{3}|[a-z]{7}|[a-z]{12}", required: true }'));
  expect(texts['a-longest'] ?? texts['longest']).toHaveLength(12);
});

it('repeats no keys that vectors of items ask for, and is right', () => {
  const files = generateVectors(everyType);
  expect(keysOf(everyType).length).toBeGreaterThan(50);
  expect(findRepeatedKeys(files)).toEqual([]);
  expect(
    files.flatMap((file) => (file.kind === 'keys' || file.kind === 'order' ? verifyVectors(everyType, file) : [])),
  ).toEqual([]);
});

it('says that an item vector has the record of a key vector', () => {
  const files = generateVectors(everyType);
  const items = files.find((file) => file.kind === 'items');
  const [first] = items?.kind === 'items' ? items.vectors : [];
  if (items === undefined || first === undefined) throw new Error('no items');
  const { record, keys } = first;
  const repeated = {
    ...items,
    kind: 'keys',
    vectors: [{ id: 'user/again', description: 'x', scenario: 'sort-order', subject: '', hazards: [], record, keys }],
  } as const;
  expect(findRepeatedKeys([items, repeated])).toEqual([{ id: 'user/again', sameAs: first.id }]);
});
