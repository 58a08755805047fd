import type { AttributeValue, Item } from '../value/attribute-value.ts';
import { base64Length } from '../value/base64.ts';
import { utf8Length } from '../value/text.ts';

/**
 * The most bytes that an item may take, names included.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-items
 */
export const maximumItemBytes = 409_600;

/**
 * The bytes that DynamoDB counts for an item: its names and its values.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function itemBytes(item: Item): number {
  let bytes = 0;
  for (const name of Object.keys(item)) {
    const value = item[name];
    bytes += utf8Length(name) + (value === undefined ? 0 : valueBytes(value));
  }
  return bytes;
}

/** The bytes of one value. A list or map has three bytes of its own, and one for each element. */
export function valueBytes(value: AttributeValue): number {
  if ('S' in value) return utf8Length(value.S);
  if ('N' in value) return numberBytes(value.N);
  if ('B' in value) return base64Length(value.B);
  if ('M' in value) return 3 + Object.keys(value.M).length + itemBytes(value.M);
  if ('L' in value) return value.L.reduce((sum, each) => sum + 1 + valueBytes(each), 3);
  if ('SS' in value) return value.SS.reduce((sum, each) => sum + utf8Length(each), 0);
  if ('NS' in value) return value.NS.reduce((sum, each) => sum + numberBytes(each), 0);
  if ('BS' in value) return value.BS.reduce((sum, each) => sum + base64Length(each), 0);
  return 1;
}

/** A number in normal form: a byte, one for every two digits before and after the point, and one for a minus. */
export function numberBytes(text: string): number {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = text.slice(negative ? 1 : 0).split('.');
  // Zeros at the end of a whole number, and at the start of a fraction, are not significant.
  const digits = fraction === '' ? whole.replace(/0+$/, '') : whole === '0' ? '' : whole;
  const decimals = digits === '' ? fraction.replace(/^0+/, '') : fraction;
  return 1 + Math.ceil(digits.length / 2) + Math.ceil(decimals.length / 2) + (negative ? 1 : 0);
}
