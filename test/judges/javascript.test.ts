import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { expect, it } from 'vitest';
import { compareItems } from '../../src/check/compare.ts';
import type { Item } from '../../src/value/attribute-value.ts';
import { type Exception, unexcused, type Verdict } from './support/exceptions.ts';
import { fromSdk, toSdk } from './support/sdk-item.ts';
import { itemsOf, type JudgedItem } from './support/suites.ts';

// The AWS SDK for JavaScript reads every committed item, and writes the same one again.

const exceptions: readonly Exception<JudgedItem>[] = [
  {
    name: '__proto__',
    reason: 'unmarshall assigns members of a map, and to assign "__proto__" changes the prototype of an object',
    covers: ({ item }) => JSON.stringify(item).includes('"__proto__":'),
  },
];

function judge(each: JudgedItem, read: (item: Item) => Item): Verdict<JudgedItem> {
  return { of: each, id: `${each.suite} ${each.id}`, objection: objectionTo(each.item, read) };
}

function objectionTo(item: Item, read: (item: Item) => Item): string | undefined {
  try {
    const judgement = compareItems(item, read(item));
    return judgement.passed ? undefined : judgement.problem.message;
  } catch (error) {
    return String(error);
  }
}

/** Numbers as their text: a JavaScript number cannot hold all of them, which is a hazard and not a mistake of a vector. */
const wrapped = (item: Item): Item => fromSdk(marshall(unmarshall(toSdk(item), { wrapNumbers: true })));

it('every committed item passes unmarshall and marshall', () => {
  expect(
    unexcused(
      itemsOf().map((each) => judge(each, wrapped)),
      exceptions,
    ),
  ).toEqual([]);
});

it('finds items that come back as others', () => {
  const plain = (item: Item): Item => fromSdk(marshall(unmarshall(toSdk(item), { wrapNumbers: Number })));
  const findings = unexcused(
    itemsOf().map((each) => judge(each, plain)),
    exceptions,
  );
  expect(findings).toContainEqual(expect.stringContaining('rate-limits usage_snapshot/total_events-maximum: '));
});
