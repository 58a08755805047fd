import { expect, it } from 'vitest';
import { rulesCompareText } from '../../../harness/faults/rules-compare-text.ts';
import { domainOf } from '../../../harness/self-test/self-test.ts';
import type { Omission } from '../../../src/generate/omission.ts';
import { generateVectors } from '../../../src/generate/vectors.ts';
import { smallCodec } from '../../support/small.ts';

const numbers = 'n: { type: integer, required: true }\nm: { type: integer, required: true }';

function codecWith(attributes: string, rule: string) {
  return smallCodec(attributes, { thing: `rules:\n  - { name: first, ${rule} }` });
}

/** The vectors about the rule that a program misses which compares the texts of its numbers. */
function found(attributes: string, rule: string): readonly string[] {
  const codec = codecWith(attributes, rule);
  const faulty = rulesCompareText.apply(codec);
  return [...domainOf(codec.model).cases].flatMap(([check, cases]) =>
    cases.flatMap(({ vector, judge }) =>
      vector.endsWith('-by-value') && !judge(faulty).passed ? [`${check} ${vector}`] : [],
    ),
  );
}

it.each([
  ['two attributes', numbers, 'assert: { n: { at_most: { attribute: m } } }'],
  ['two attributes, strictly', numbers, 'assert: { n: { greater_than: { attribute: m } } }'],
  ['a number', 'n: { type: integer, required: true }', 'assert: { n: { at_least: 18 } }'],
  ['a number with a fraction', 'n: { type: decimal, scale: 1, required: true }', 'assert: { n: { less_than: 250.5 } }'],
  ['numbers with bounds', 'n: { type: integer, minimum: 1000, required: true }', 'assert: { n: { at_most: 70000 } }'],
  [
    'numbers under a condition',
    `${numbers}\nk: { type: string, enum: [x, y], required: true }`,
    'if: { k: y }, then: { n: { at_most: { attribute: m } } }',
  ],
  [
    'numbers in a condition',
    `n: { type: integer, required: true }\nk: { type: string, enum: [x, y], required: true }`,
    'if: { n: { less_than: 20 } }, then: { k: x }, else: { k: y }',
  ],
  [
    'numbers inside of a map',
    'm: { type: map, required: true, members: { a: { type: integer, required: true }, b: { type: integer, required: true } } }',
    'assert: { m.a: { at_most: { attribute: m.b } } }',
  ],
])('shows what compares texts: %s', (_what, attributes, rule) => {
  expect(found(attributes, rule)).toEqual([
    'key-build thing/rule-first-by-value',
    'item-encode thing/rule-first-by-value',
    'item-decode thing/rule-first-by-value',
    'item-encode-refusal thing/encode-rule-first-by-value',
    'item-decode-refusal thing/decode-rule-first-by-value',
  ]);
});

it('says where comparing texts is right', () => {
  const omitted: Omission[] = [];
  const codec = codecWith(
    'n: { type: integer, minimum: 0, maximum: 9, required: true }',
    'assert: { n: { at_least: 5 } }',
  );
  generateVectors(codec, undefined, undefined, (omission) => omitted.push(omission));
  expect(omitted.filter(({ scenario }) => scenario === 'numbers-compared')).toMatchObject([
    { subject: '/first', reason: 'every record that keeps the rule keeps it as well when texts are compared' },
  ]);
});

it('leaves rules of texts alone', () => {
  const codec = codecWith('t: { type: string, required: true }', 'assert: { t: { at_least: b } }');
  const ids = generateVectors(codec).flatMap((file) => file.vectors.map(({ id }) => id));
  expect(ids.filter((id) => id.endsWith('-by-value'))).toEqual([]);
});
