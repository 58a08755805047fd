import { expect, it } from 'vitest';
import { foundIn } from '../../support/mutants.ts';
import { smallSchema } from '../../support/small.ts';

// Programs that have a rule almost right. Each mistake is found by a record that is about it.

const attributes = `
status: { type: string, enum: [open, done, lost], required: true }
count: { type: integer, minimum: 0, maximum: 9 }
total: { type: integer, minimum: 0, maximum: 9, required: true }
owner: { type: string }
note: { type: string }
`;

function found(right: string, wrong: string): readonly string[] {
  const schema = smallSchema(attributes, { thing: `rules:\n  - { name: shape, ${right} }` });
  return foundIn(schema, [right, wrong]);
}

const all = 'count: { at_most: 5 }, total: { at_least: 3 }, owner: { present: true }';
const either = '{ any_of: [{ owner: { present: true } }, { note: { present: true }, total: { at_least: 3 } }] }';

it.each([
  [
    'forgets the first of several things',
    `assert: { ${all} }`,
    'assert: { total: { at_least: 3 }, owner: { present: true } }',
  ],
  [
    'forgets another of several things',
    `assert: { ${all} }`,
    'assert: { count: { at_most: 5 }, owner: { present: true } }',
  ],
  [
    'forgets the last of several things',
    `assert: { ${all} }`,
    'assert: { count: { at_most: 5 }, total: { at_least: 3 } }',
  ],
  ['forgets an alternative', `assert: ${either}`, 'assert: { owner: { present: true } }'],
  [
    'forgets a part of an alternative',
    `assert: ${either}`,
    'assert: { any_of: [{ owner: { present: true } }, { note: { present: true } }] }',
  ],
  ['takes a bound for less than it is', 'assert: { total: { at_most: 5 } }', 'assert: { total: { less_than: 5 } }'],
  ['takes a bound for more than it is', 'assert: { total: { less_than: 5 } }', 'assert: { total: { at_most: 5 } }'],
  ['looks only whether a number is there', 'assert: { count: { at_most: 5 } }', 'assert: { count: { present: true } }'],
  [
    'is content when the number is absent',
    'assert: { count: { at_most: 5 } }',
    'assert: { any_of: [{ count: { at_most: 5 } }, { count: { present: false } }] }',
  ],
  [
    'forgets "else"',
    'if: { status: done }, then: { owner: { present: true } }, else: { note: { present: true } }',
    'if: { status: done }, then: { owner: { present: true } }',
  ],
  [
    'forgets that the rule applies in a second case',
    'if: { any_of: [{ status: done }, { total: 4 }] }, then: { owner: { present: true } }',
    'if: { status: done }, then: { owner: { present: true } }',
  ],
  [
    'applies the rule too often',
    'if: { status: done, total: 4 }, then: { owner: { present: true } }',
    'if: { status: done }, then: { owner: { present: true } }',
  ],
  [
    'applies the rule with any value',
    'if: { count: 4 }, then: { owner: { present: true } }',
    'if: { count: { present: true } }, then: { owner: { present: true } }',
  ],
  [
    'overlooks what must not be so',
    'assert: { not: { status: lost, owner: { present: true } } }',
    'assert: { not: { status: lost } }',
  ],
])('finds a program that %s', (_what, right, wrong) => {
  expect(found(right, wrong)).not.toEqual([]);
  expect(found(right, right)).toEqual([]);
});
