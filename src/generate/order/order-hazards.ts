import type { KeyAttribute, ScalarType } from '../../model/model.ts';
import { compareDecimals, normalizeDecimal } from '../../value/decimal.ts';
import { toInstant } from '../../value/instant.ts';

/** One record of an order: the value that makes the difference, and the text of the key attribute that it is in. */
export type Sorted = { readonly value: string; readonly text: string };

/** What an order shows: whether it is that of the values, and who would sort otherwise. */
export type OrderFacts = { readonly valueOrder: boolean; readonly hazards: readonly string[] };

type Order = (left: Sorted, right: Sorted) => number;

/** @param entries in the order in which DynamoDB returns them */
export function orderFacts(
  type: ScalarType,
  attribute: KeyAttribute,
  padded: boolean,
  entries: readonly Sorted[],
): OrderFacts {
  const differs = (order: Order): boolean => !isSorted(entries, order);
  const byUnits: Order = (left, right) => (left.text < right.text ? -1 : left.text > right.text ? 1 : 0);
  const folded: Order = (left, right) =>
    byUnits({ ...left, text: fold(left.text) }, { ...right, text: fold(right.text) });
  switch (type.kind) {
    case 'string':
      return {
        valueOrder: true,
        hazards: [
          ...(differs(byUnits) ? ['str-sort-utf8-vs-utf16'] : []),
          ...(differs(folded) ? ['str-locale-collation'] : []),
        ],
      };
    case 'binary':
      return { valueOrder: true, hazards: differs(byUnits) ? ['bin-order-unsigned'] : [] };
    case 'timestamp': {
      const { format } = type;
      const inTime = !differs((left, right) => sign(toInstant(left.value, format) - toInstant(right.value, format)));
      return {
        valueOrder: inTime,
        hazards: inTime ? numeric(attribute, differs(byUnits)) : ['key-number-unpadded-order'],
      };
    }
    default: {
      const byValue = !differs((left, right) => compareDecimals(decimal(left.value), decimal(right.value)));
      if (!byValue) return { valueOrder: false, hazards: ['key-number-unpadded-order'] };
      return { valueOrder: true, hazards: padded ? ['key-pad-width'] : numeric(attribute, differs(byUnits)) };
    }
  }
}

function numeric({ type }: KeyAttribute, sortsOtherwise: boolean): readonly string[] {
  return type === 'N' && sortsOtherwise ? ['num-sorted-as-text'] : [];
}

function isSorted(entries: readonly Sorted[], order: Order): boolean {
  return entries.every((each, index) => {
    const before = entries[index - 1];
    return before === undefined || order(before, each) <= 0;
  });
}

/** Near enough to what collations do to tell them from bytes: no case, no accents. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function decimal(text: string): string {
  return normalizeDecimal(text) ?? text;
}

function sign(difference: bigint): number {
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
