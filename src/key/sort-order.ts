import type { KeyAttribute, TableKey } from '../model/model.ts';
import { type AttributeValue, type Item, tagsOf } from '../value/attribute-value.ts';
import { compareDecimals } from '../value/decimal.ts';
import { compareUtf8 } from '../value/text.ts';

/**
 * Orders two items of one partition as DynamoDB returns them: by the first sort key attribute, where that is equal by the
 * next one. Negative when `left` comes first, 0 when their sort keys are equal.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html
 */
export function compareSortKeys({ sortKeys }: TableKey, left: Item, right: Item): number {
  for (const { name, type } of sortKeys) {
    const order = compareKeyValues(type, left[name], right[name]);
    if (order !== 0) return order;
  }
  return 0;
}

/** Text by the bytes of its UTF-8 encoding, numbers by value, bytes as unsigned numbers. What is missing comes first. */
export function compareKeyValues(
  type: KeyAttribute['type'],
  left: AttributeValue | undefined,
  right: AttributeValue | undefined,
): number {
  const [a, b] = [left, right].map((value) => (value === undefined ? undefined : tagsOf(value)[type]));
  if (a === undefined) return b === undefined ? 0 : -1;
  if (b === undefined) return 1;
  switch (type) {
    case 'S':
      return compareUtf8(a, b);
    case 'N':
      return compareDecimals(a, b);
    case 'B':
      return Buffer.compare(Buffer.from(a, 'base64'), Buffer.from(b, 'base64'));
  }
}
