import { normalizeDecimal } from '../../value/decimal.ts';
import { contradictionIn, isNumeric } from '../contradiction.ts';
import type { ValueType } from '../model.ts';
import type { Predicate } from '../rule-types.ts';
import type { WrittenPredicate } from '../written-condition.ts';
import { operandFrom } from './operand.ts';
import { isStoredAsNumber } from './types.ts';

/**
 * Why no item meets all that a condition says of one attribute, as far as it is written out; `undefined` where one may.
 *
 * @param name the path of the attribute
 */
export function neverMet(name: string, type: ValueType, written: readonly WrittenPredicate[]): string | undefined {
  // DynamoDB compares numbers that are stored as text by their first characters.
  if (isNumeric(type) && !isStoredAsNumber(type)) return undefined;
  return contradictionIn(
    name,
    type,
    written.flatMap((each) => predicateOf(each, type)),
  );
}

/** What is a value of the caller, or of another attribute, says nothing here. */
function predicateOf({ operator, operands, node }: WrittenPredicate, type: ValueType): readonly Predicate[] {
  switch (operator) {
    case 'exists':
    case 'present':
      // What exists may be NULL, and what does not is not present.
      return isFalse(node) ? [{ kind: 'present', value: false }] : [];
    case 'empty':
      return [{ kind: 'empty', value: !isFalse(node) }];
    case 'equals':
    case 'in':
      return isNull(node) ? [] : [{ kind: 'in', values: [] }];
    default:
      return operands.flatMap((operand) => {
        const { literal } = { literal: undefined, ...operandFrom(operand) };
        if (typeof literal !== 'string') return [];
        const value = isNumeric(type) ? normalizeDecimal(literal) : literal;
        if (value === undefined) return [];
        return [{ kind: operator, operand: { kind: 'literal', value }, numeric: isNumeric(type) }];
      });
  }
}

function isFalse(node: WrittenPredicate['node']): boolean {
  return node.kind === 'scalar' && node.type === 'boolean' && node.text === 'false';
}

function isNull(node: WrittenPredicate['node']): boolean {
  return node.kind === 'scalar' && node.type === 'null';
}
