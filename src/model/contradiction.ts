import { compareDecimals, isNormalInteger } from '../value/decimal.ts';
import { compareUtf8 } from '../value/text.ts';
import { isEpochFormat } from '../value/timestamp.ts';
import type { ValueType } from './model.ts';
import type { Operand, Predicate } from './rule-types.ts';

/** What two predicates of one attribute say that cannot both hold, as a sentence; `undefined` where they can. */
export function contradictionIn(name: string, type: ValueType, predicates: readonly Predicate[]): string | undefined {
  if (predicates.length > 1 && predicates.some((each) => each.kind === 'present' && !each.value))
    return `"${name}" cannot be absent and be compared at once`;
  const numeric = isNumeric(type);
  const compare = numeric ? compareDecimals : compareUtf8;
  for (const low of boundsOf(predicates, 'at_least', 'greater_than')) {
    for (const high of boundsOf(predicates, 'at_most', 'less_than')) {
      const order = compare(low.value, high.value);
      const step = type.kind === 'integer' && isAdjacent(low.value, high.value) && low.strict && high.strict;
      if (order > 0 || (order === 0 && (low.strict || high.strict)) || step)
        return `no value of "${name}" is ${low.strict ? 'greater than' : 'at least'} ${low.value} and ${high.strict ? 'less than' : 'at most'} ${high.value}`;
    }
  }
  return undefined;
}

/** Whether values are compared as numbers. */
export function isNumeric(type: ValueType): boolean {
  return (
    type.kind === 'integer' || type.kind === 'decimal' || (type.kind === 'timestamp' && isEpochFormat(type.format))
  );
}

/** The value of an operand that is written out. */
export function literalOf(operand: Operand): string | boolean | undefined {
  return operand.kind === 'literal' ? operand.value : undefined;
}

type Bound = { readonly value: string; readonly strict: boolean };

function boundsOf(
  predicates: readonly Predicate[],
  inclusive: Predicate['kind'],
  exclusive: Predicate['kind'],
): readonly Bound[] {
  return predicates.flatMap((each) => {
    const value = 'operand' in each ? literalOf(each.operand) : undefined;
    const bound = each.kind === inclusive || each.kind === exclusive;
    return bound && typeof value === 'string' ? [{ value, strict: each.kind === exclusive }] : [];
  });
}

function isAdjacent(low: string, high: string): boolean {
  return isNormalInteger(low) && isNormalInteger(high) && BigInt(high) - BigInt(low) === 1n;
}
