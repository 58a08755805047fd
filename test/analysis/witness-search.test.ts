import { expect, it } from 'vitest';
import { compileSchema } from '../../src/compile.ts';

const collisions = (types: string, key = '{ partition_key: PK }'): readonly string[] =>
  compileSchema(
    'schema.yaml',
    `table: { name: things, keys: { primary: ${key} } }\nrecord_types:\n${types}`,
  ).diagnostics.flatMap(({ code, message }) => (code === 'key-collision' ? [message] : []));

const withPattern = (name: string, pattern: string, values: string): string =>
  `  ${name}: { pk_pattern: 'T#${pattern}', attributes: { id: { type: string, pattern: '${values}', max_length: 8, required: true } } }\n`;

it('finds a key that only an encoding makes', () => {
  expect(collisions(withPattern('a', '{id:percent}', '[a-z#]+') + withPattern('b', '{id}', '[%23]+'))).toEqual([
    '"a" and "b" can both have the key {"PK":"T#%23"}',
  ]);
  expect(collisions(withPattern('a', '{id:percent}', '[a-z]+') + withPattern('b', '{id}', '[%23]+'))).toEqual([]);
});

it('finds a key at which two ranges of numbers touch', () => {
  const numeric = (first: string, second: string): string =>
    `  a: { attributes: { PK: { type: decimal, ${first}, required: true } } }\n  b: { attributes: { PK: { type: integer, ${second}, required: true } } }\n`;
  const key = '{ partition_key: { name: PK, type: N } }';
  expect(collisions(numeric('minimum: 5', 'maximum: 5'), key)).toEqual([
    '"a" and "b" can both have the key {"PK":"5"}',
  ]);
  expect(collisions(numeric('minimum: 6', 'maximum: 5'), key)).toEqual([]);
});

it('raises no alarm over texts that no value has in the other case', () => {
  const lowered = withPattern('a', '{id:lower}', '[A-C]+');
  expect(collisions(lowered + withPattern('b', '{id}', '[c-e]+'))).toEqual([
    '"a" and "b" can both have the key {"PK":"T#c"}',
  ]);
  expect(collisions(lowered + withPattern('b', '{id}', '[d-f]+'))).toEqual([]);
});

it('raises no alarm over a key that contradicts itself', () => {
  const key = '{ partition_key: PK, sort_key: SK }';
  const cut = `
  a:
    pk_pattern: 'E#{at:month}'
    sk_pattern: '{at:date}'
    attributes: { at: { type: timestamp, format: iso-seconds, required: true } }`;
  const plain = (months: string): string => `
  b:
    pk_pattern: 'E#{m}'
    sk_pattern: '{d}'
    attributes: { m: { type: string, pattern: '${months}', required: true }, d: { type: string, pattern: '2024-02-[0-9]{2}', required: true } }`;
  expect(collisions(cut + plain('2024-01'), key)).toEqual([]);
  expect(collisions(cut + plain('2024-0[12]'), key)).toEqual([
    '"a" and "b" can both have the key {"SK":"2024-02-01","PK":"E#2024-02"}',
  ]);
});
