import { expect, it } from 'vitest';
import { breakRule } from '../../../src/generate/break-rule.ts';
import { completeRecord } from '../../../src/generate/record.ts';
import { usableVectors } from '../../../src/generate/usable-vectors.ts';
import { generateVectors } from '../../../src/generate/vectors.ts';
import { codecOf } from '../../support/codec.ts';
import { foundIn } from '../../support/mutants.ts';
import { smallCodec, smallSchema } from '../../support/small.ts';

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

/** Orders that are paid, or sent, have a payment; those that are sent have a tracking number as well. */
function orders(given: string): string {
  return smallSchema(
    `
status: { type: string, enum: [new, paid, sent, lost], required: true }
urgent: { type: boolean, required: true }
payment: { type: string }
tracking: { type: string, present_when: { status: [sent] } }
`,
    { thing: `rules:\n  - { name: payment, if: ${given}, then: { payment: { present: true } } }` },
  );
}

it.each([
  ['of a list', '{ status: { in: [paid, sent] } }', '{ status: { in: [paid] } }', ['payment-sent']],
  ['of a list, the first one', '{ status: { in: [paid, sent] } }', '{ status: { in: [sent] } }', ['payment']],
  [
    'of a list, beside something else',
    '{ status: { in: [paid, sent, lost] }, urgent: true }',
    '{ status: { in: [paid] }, urgent: true }',
    ['payment-sent', 'payment-lost'],
  ],
  [
    'of a list, as one of two conditions',
    '{ any_of: [{ urgent: true, status: new }, { status: { in: [paid, sent] } }] }',
    '{ any_of: [{ urgent: true, status: new }, { status: { in: [paid] } }] }',
    ['payment-sent'],
  ],
])('a program that does not know each value %s, breaks a rule', (_what, right, wrong, names) => {
  const rules = foundIn(orders(right), [right, wrong]).filter((id) => id.includes('-rule-'));
  expect(rules).toEqual([
    ...names.map((name) => `item-encode-refusal thing/encode-rule-${name}`),
    ...names.map((name) => `item-decode-refusal thing/decode-rule-${name}`),
  ]);
});

it.each([
  ['one value', '{ status: paid }', 1],
  ['all values but one', '{ not: { status: new } }', 1],
  ['three values', '{ status: { in: [paid, sent, lost] } }', 3],
])('a rule about %s is broken %#', (_what, given, times) => {
  const refusals = generateVectors(codecOf(orders(given))).flatMap((file) =>
    file.kind === 'refusals' ? file.vectors : [],
  );
  const broken = refusals.filter(({ op, scenario }) => op === 'item.encode' && scenario === 'rule-broken');
  expect(broken.map(({ error }) => error.rule)).toEqual(Array.from({ length: times }, () => 'rule'));
});

it('a rule about many values is broken with some of them', () => {
  const letters = Array.from({ length: 20 }, (_, index) => `v${index}`);
  const codec = smallCodec(`a: { type: string, enum: [${letters.join(', ')}], required: true }\nb: { type: string }`, {
    thing: `rules:\n  - { name: many, if: { a: { in: [${letters.slice(1).join(', ')}] } }, then: { b: { present: true } } }`,
  });
  const refusals = generateVectors(codec).flatMap((file) => (file.kind === 'refusals' ? file.vectors : []));
  const ids = refusals.map(({ id }) => id).filter((id) => id.startsWith('thing/encode-rule-'));
  expect(ids).toHaveLength(6);
});
