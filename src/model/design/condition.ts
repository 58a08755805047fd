import { type Context, report } from '../context.ts';
import type { SourceEntry, SourceNode } from '../source.ts';
import { conditionOf } from '../written-condition.ts';
import { primaryKeyAttributes } from './keys.ts';
import { checkLiteral } from './literal.ts';
import type { Condition, Operand, Operator } from './model.ts';
import { operandFrom, referenceOf } from './operand.ts';
import { resolvePath, type Target } from './path.ts';
import type { Written } from './scope.ts';
import { checkAlike, isOpaque, scalarClass } from './types.ts';

const comparisons = ['less_than', 'at_most', 'greater_than', 'at_least'];

/** Reads what must hold of the stored item. */
export function conditionFrom(context: Context, node: SourceNode, written: Written): Condition {
  return conditionOf(node, ({ entry, predicates }) => {
    const target = targetOf(context, entry, written);
    return predicates.map(({ operator, operands }): Condition => {
      if (target !== undefined) checkOperator(context, entry, operator, operands[0] ?? entry.value, target);
      return {
        kind: 'test',
        path: entry.key,
        operator,
        operands: operands.map((operand) => checkedOperand(context, operand, operator, target, written)),
      };
    });
  });
}

/** The attribute that a test is about; a key attribute of the table is text, and has no declaration. */
function targetOf(context: Context, entry: SourceEntry, { recordType }: Written): Target | 'key' | undefined {
  const found = resolvePath(recordType, entry.key);
  if ('message' in found) {
    if (primaryKeyAttributes(recordType).includes(entry.key)) return 'key';
    report(context, 'reference-unknown', entry, found.message, { help: found.help });
    return undefined;
  }
  if (!found.several) return found;
  report(context, 'value-conflict', entry, `"${entry.key}" means every item of a list, which no condition can test`);
  return undefined;
}

function checkOperator(
  context: Context,
  entry: SourceEntry,
  operator: Operator,
  node: SourceNode,
  target: Target | 'key',
): void {
  if (target === 'key' || target.type === null) return;
  const scalar = scalarClass(target.type);
  const ordered = scalar === 'a number' || scalar === 'text' || scalar === 'bytes';
  if (comparisons.includes(operator) && !ordered && !isOpaque(target.type)) {
    report(context, 'value-conflict', node, `"${entry.key}" has no order, so nothing is "${operator}"`);
  }
  if (operator === 'starts_with' && scalar !== 'text' && scalar !== 'bytes' && !isOpaque(target.type)) {
    report(context, 'value-conflict', node, `"${entry.key}" is no text, so it starts with nothing`);
  }
  if (operator === 'empty' && (scalar === 'a number' || scalar === 'a truth value')) {
    report(context, 'value-conflict', node, `"${entry.key}" is ${scalar}, which is never empty`);
  }
}

function checkedOperand(
  context: Context,
  node: SourceNode,
  operator: Operator,
  target: Target | 'key' | undefined,
  { recordType }: Written,
): Operand {
  const operand = operandFrom(node);
  if (operand.kind === 'attribute') {
    const found = resolvePath(recordType, operand.path);
    if ('message' in found) {
      report(context, 'reference-unknown', referenceOf(node), found.message, { help: found.help });
    } else if (target !== undefined && target !== 'key') checkAlike(context, node, target.type, found.type);
  } else if (operand.kind === 'literal' && target !== undefined && target !== 'key') {
    const flag = operator === 'exists' || operator === 'present' || operator === 'empty';
    if (!flag && operator !== 'starts_with') checkLiteral(context, node, target.type);
  }
  return operand;
}
