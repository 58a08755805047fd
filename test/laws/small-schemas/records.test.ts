import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  declarationsOf,
  type FiniteAttributes,
  forAll,
  isSaid,
  type Row,
  rowsOf,
  smallSchema,
  someOf,
  tally,
} from '../../support/small-schema.ts';

// Tried by hand, and found: analyses without ambiguous keys, and without variants.

const texts = someOf(['A', 'a', 'AB', 'aB', 'A-B', '1', 'A1']);
const encodings = fc.constantFrom('', '', ':lower', ':upper', ':strip(-)', ':shard(crc32,2)');
const token = fc.record({ name: fc.constantFrom('x', 'y', 'z'), encoding: encodings });

it('says which components of a key are written alike, of all records', () => {
  const { count, least } = tally();
  const keys = fc.record({
    tokens: fc.array(token, { minLength: 1, maxLength: 4 }),
    attributes: fc.record({ x: texts, y: texts, z: texts }),
  });
  forAll(keys, 120, ({ tokens, attributes }) => {
    const used: FiniteAttributes = Object.fromEntries(
      Object.entries(attributes).filter(([name]) => tokens.some((each) => each.name === name)),
    );
    const [first, ...others] = tokens.map(({ name, encoding }) => `{${name}${encoding}}`);
    const small = smallSchema({
      a: {
        pk_pattern: `A#${first}`,
        sk_pattern: ['S', ...others].join('#'),
        attributes: declarationsOf(used),
      },
    });
    const rows = rowsOf(small.codec, 'a', used);
    // What stands behind a component as it is may tell the records apart.
    const tells = tokens.findLastIndex((each) => each.encoding === '' && (used[each.name]?.values.length ?? 0) > 1);
    const asIs: readonly string[] = tokens.filter(({ encoding }) => encoding === '').map(({ name }) => name);
    const doubtful = Object.keys(used).filter(
      (name) => !asIs.includes(name) && tokens.slice(tells + 1).some((each) => each.name === name),
    );
    const lost = doubtful.filter((name) => collide(rows, name));
    count(lost.length > 0);
    for (const name of doubtful) {
      const said = small.diagnostics.some(
        (each) => each.code === 'key-ambiguous' && each.message.includes(`values of "${name}"`),
      );
      expect([name, said]).toEqual([name, lost.includes(name)]);
    }
    expect(isSaid(small, 'key-ambiguous')).toBe(lost.length > 0);
  });
  expect(least()).toBeGreaterThan(10);
});

it('says which windows one key stands for, of all records', () => {
  const { count, least } = tally();
  const usage = fc.record({
    sort: fc.constantFrom('{start}', '{window}#{start}', '{start}#{window}', '{start}#{kind}', '{kind}#{start}'),
    window: fc.record({
      values: fc.shuffledSubarray(['hourly', 'daily', 'month', '5m', 'free', 'paid'], { minLength: 2, maxLength: 3 }),
      rest: fc.constantFrom({ required: true }, { default: true }),
    }),
    isCounted: fc.boolean(),
  });
  forAll(usage, 150, ({ sort, window, isCounted }) => {
    const isDefault = 'default' in window.rest;
    const attributes: FiniteAttributes = {
      start: {
        declaration: { type: 'timestamp', format: 'iso-seconds' },
        values: ['2024-01-01T00:00:00Z', '2024-01-01T01:00:00Z'],
      },
      kind: { declaration: { type: 'string', enum: ['one'] }, values: ['one'] },
      window: {
        declaration: {
          type: 'string',
          enum: window.values,
          required: !isDefault,
          ...(isDefault ? { default: window.values[0] ?? '' } : {}),
        },
        values: window.values,
      },
    };
    const total = isCounted ? { total: { type: 'integer', role: 'counter' } } : {};
    const small = smallSchema({
      usage: { pk: 'ALL', sk_pattern: sort, attributes: { ...declarationsOf(attributes), ...total } },
    });
    const arePeriods = window.values.every((value) => !['free', 'paid'].includes(value));
    const isTotal = isCounted && sort.endsWith('{start}') && !isDefault;
    const expected = collide(rowsOf(small.codec, 'usage', attributes), 'window') && (arePeriods || isTotal);
    count(expected);
    expect(isSaid(small, 'key-lacks-variant', 'record_types.usage.attributes.window')).toBe(expected);
  });
  expect(least()).toBeGreaterThan(10);
});

/** Whether two records that differ in this attribute only have one key. */
function collide(rows: readonly Row[], name: string): boolean {
  const seen = new Map<string, string>();
  return rows.some(({ record, pk, sk }) => {
    const { [name]: value = '', ...others } = record;
    const place = JSON.stringify([pk, sk, others]);
    const known = seen.get(place);
    seen.set(place, value);
    return known !== undefined && known !== value;
  });
}
