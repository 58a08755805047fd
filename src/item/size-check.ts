import type { RecordType } from '../model/model.ts';
import { Violation } from '../scalar/violation.ts';
import type { AttributeValue, Item } from '../value/attribute-value.ts';
import { itemBytes } from './size.ts';

/** No UTF-16 unit takes more bytes in UTF-8 than this. */
const bytesPerUnit = 3;

/**
 * Refuses an item that takes more bytes than its record type allows. Most items are far from that, which a rough count
 * from above shows; only the others are counted exactly.
 */
export function compileSizeCheck({ maximumItemBytes, at }: RecordType): (item: Item) => Violation | undefined {
  return (item) => {
    if (mostBytes(item, maximumItemBytes) <= maximumItemBytes) return undefined;
    const bytes = itemBytes(item);
    if (bytes <= maximumItemBytes) return undefined;
    const violation = new Violation('item-size', `${bytes} bytes`, `an item of at most ${maximumItemBytes} bytes`);
    violation.at = at;
    return violation;
  };
}

/** An upper bound of an item's bytes; stops counting when it is above the limit. */
function mostBytes(item: Item, limit: number): number {
  let bytes = 0;
  for (const name in item) {
    bytes += bytesPerUnit * name.length + mostOf(item[name], limit);
    if (bytes > limit) break;
  }
  return bytes;
}

function mostOf(value: AttributeValue | undefined, limit: number): number {
  for (const tag in value) {
    const inner: unknown = (value as { readonly [tag: string]: unknown })[tag];
    if (typeof inner === 'string') return bytesPerUnit * inner.length;
    if (tag === 'M') return 3 + Object.keys(inner as Item).length + mostBytes(inner as Item, limit);
    if (tag === 'L')
      return (inner as readonly AttributeValue[]).reduce((sum, each) => sum + 1 + mostOf(each, limit), 3);
    if (Array.isArray(inner)) return inner.reduce((sum: number, each) => sum + bytesPerUnit * String(each).length, 0);
  }
  return 1;
}
