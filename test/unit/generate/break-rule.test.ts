import { expect, it } from 'vitest';
import { breakRule } from '../../../src/generate/break-rule.ts';
import { completeRecord } from '../../../src/generate/record.ts';
import { usableVectors } from '../../../src/generate/usable-vectors.ts';
import { smallCodec } from '../../support/small.ts';

/** What refuses the record that is made to break the first of some rules. */
function broken(attributes: string, ...rules: readonly string[]): string | undefined {
  const codec = smallCodec(attributes, { thing: `rules:\n${rules.map((rule) => `  - ${rule}`).join('\n')}` });
  const [recordType] = codec.model.recordTypes;
  const [rule] = recordType?.rules ?? [];
  if (recordType === undefined || rule === undefined) throw new TypeError('no rule');
  const record = breakRule(recordType, completeRecord(recordType), rule);
  if (record === undefined) return undefined;
  const refused = codec.encode('thing', record);
  return refused.ok ? 'accepted' : refused.error.message;
}

const letters = 'a: { type: string, enum: [x, y], required: true }\nb: { type: string, enum: [x, y], required: true }';

it.each([
  [
    'a comparison of two attributes',
    'n: { type: integer, required: true }\nm: { type: integer, required: true }',
    '{ name: first, assert: { n: { at_most: { attribute: m } } } }',
  ],
  ['equality of two attributes', letters, '{ name: first, assert: { a: { equals: { attribute: b } } } }'],
  [
    'equality under a condition',
    `${letters}\nc: { type: boolean, required: true }`,
    '{ name: first, if: { c: true }, then: { a: { equals: { attribute: b } } } }',
  ],
  [
    'the beginning of a text',
    'a: { type: string, enum: [x, y], required: true }\nt: { type: string, pattern: "[xy][0-9]", required: true }',
    '{ name: first, assert: { t: { starts_with: { attribute: a } } } }',
  ],
])('breaks %s', (_what, attributes, rule) => {
  expect(broken(attributes, rule)).toContain('"first"');
});

it('keeps the other rules, so that the record is refused for the one', () => {
  const numbers = 'n: { type: integer, required: true }\nm: { type: integer, required: true }';
  const rules = [
    '{ name: first, assert: { n: { at_most: { attribute: m } } } }',
    '{ name: second, assert: { m: { at_least: 5 } } }',
  ];
  expect(broken(numbers, ...rules)).toContain('"first"');
});

it('finds nothing that breaks a rule which every record keeps', () => {
  expect(
    broken('a: { type: string, enum: [x], required: true }', '{ name: first, assert: { a: { present: true } } }'),
  ).toMatch(/required|value/);
});

it('tries other values where the ordinary ones make no record', () => {
  const codec = smallCodec("note: { type: string, examples: [none, other], pattern: '[a-z]+', max_length: 9 }", {
    thing: 'indexes: { by_x: { pk_pattern: "X#{id}", sk_pattern: "{note:or(none)}" } }',
  });
  const { files, impossible } = usableVectors(codec);
  expect(impossible).toEqual([]);
  expect(files.flatMap(({ vectors }) => vectors.map(({ id }) => id))).toContain('thing/complete');
});
