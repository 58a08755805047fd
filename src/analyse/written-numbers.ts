import type { NumberType } from '../model/model.ts';
import { scalarCheck } from '../scalar/scalar-check.ts';
import { compareDecimals } from '../value/decimal.ts';
import { compareUtf8 } from '../value/text.ts';
import type { Pair } from './mixture.ts';

/** A number, and its text in a key. */
export type Written = { readonly value: string; readonly text: string };

/** Numbers at which one more digit begins: 9 and 10, 99 and 100, and so on. */
const carries = Array.from({ length: 37 }, (_, index) => ['9'.repeat(index + 1), `1${'0'.repeat(index + 1)}`]).flat();

/** Those that a list has, or the bounds of a type, small ones, and those at which one more digit begins; as they are written. */
export function writtenNumbers(type: NumberType, write: (value: string) => string | undefined): readonly Written[] {
  const check = scalarCheck(type);
  return (type.enum ?? ['-1', '-2', '0.5', '0.25', type.minimum, type.maximum, ...carries, '1', '2']).flatMap(
    (value) => {
      if (value === null || check(value) !== undefined) return [];
      const text = write(value);
      return text === undefined ? [] : [{ value, text }];
    },
  );
}

/** A smaller number of the one list and a larger one of the other whose texts sort the other way round. */
export function disorderedNumbers(smaller: readonly Written[], larger: readonly Written[]): Pair | undefined {
  for (const first of smaller) {
    const second = larger.find(
      ({ value, text }) => compareDecimals(first.value, value) < 0 && compareUtf8(first.text, text) > 0,
    );
    if (second !== undefined) return [first.text, second.text];
  }
  return undefined;
}
