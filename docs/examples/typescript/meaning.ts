import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Item } from './values.ts';

/** What DynamoDB takes for the same becomes equal: numbers by value, sets in one order. */
export function meaning(value: AttributeValue): unknown {
  if (value.N !== undefined) return { N: number(value.N) };
  if (value.SS !== undefined) return { SS: value.SS.toSorted() };
  if (value.NS !== undefined) return { NS: value.NS.map(number).toSorted() };
  if (value.L !== undefined) return { L: value.L.map(meaning) };
  return value.M === undefined ? value : new Map(Object.entries(value.M).map(([name, each]) => [name, meaning(each)]));
}

/** One text for each value, without a JavaScript number on the way. */
function number(text: string): string {
  const [, sign, whole = '', fraction = '', exponent = '0'] = /^(-?)0*(\d*)\.?(\d*)(?:e(.+))?$/i.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/0+$/, '');
  return digits === '' ? '0' : `${sign}${digits.replace(/^0+/, '')}e${Number(exponent) + whole.length - digits.length}`;
}

/** Keys of one partition as DynamoDB returns them: text by its bytes in UTF-8, which JavaScript does not sort by. */
export function inOrder(keys: readonly Item[]): readonly Item[] {
  const bytes = (key: Item) => Buffer.from(Object.entries(key).find(([name]) => name.endsWith('SK'))?.[1].S ?? '');
  return keys.toSorted((left, right) => Buffer.compare(bytes(left), bytes(right)));
}
