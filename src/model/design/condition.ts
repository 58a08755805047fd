import { type Context, report } from '../context.ts';
import { entriesOf, itemsOf, type SourceEntry, type SourceNode } from '../source.ts';
import { primaryKeyAttributes } from './keys.ts';
import { checkLiteral } from './literal.ts';
import type { Condition, Operand, Operator } from './model.ts';
import { operandFrom, referenceOf } from './operand.ts';
import { resolvePath, type Target } from './path.ts';
import type { Written } from './scope.ts';
import { checkAlike, isOpaque, scalarClass } from './types.ts';

const comparisons = ['less_than', 'at_most', 'greater_than', 'at_least'];

/** Reads a condition: attributes and what they must be like, or `any_of`, `all_of` and `not`. All entries must hold. */
export function conditionFrom(context: Context, node: SourceNode, written: Written): Condition {
  const conditions = entriesOf(node).map((entry): Condition => {
    if (entry.key === 'any_of' || entry.key === 'all_of') {
      return {
        kind: entry.key === 'any_of' ? 'any' : 'all',
        conditions: itemsOf(entry.value).map((item) => conditionFrom(context, item, written)),
      };
    }
    if (entry.key === 'not') return { kind: 'not', condition: conditionFrom(context, entry.value, written) };
    return allOf(testsFrom(context, entry, written));
  });
  return allOf(conditions);
}

function allOf(conditions: readonly Condition[]): Condition {
  const [only, more] = conditions;
  return only !== undefined && more === undefined ? only : { kind: 'all', conditions };
}

/** The tests of one attribute: a value, a list of values, or operators. */
function testsFrom(context: Context, entry: SourceEntry, written: Written): readonly Condition[] {
  const target = targetOf(context, entry, written);
  const test = (operator: Operator, nodes: readonly SourceNode[]): Condition => {
    if (target !== undefined) checkOperator(context, entry, operator, nodes[0] ?? entry.value, target);
    return {
      kind: 'test',
      path: entry.key,
      operator,
      operands: nodes.map((node) => checkedOperand(context, node, operator, target, written)),
    };
  };
  const { value } = entry;
  if (value.kind === 'scalar') return [test('equals', [value])];
  if (value.kind === 'list') return [test('in', value.items)];
  return entriesOf(value).map(({ key, value: inner }) =>
    // `{ attribute: path }` by itself is a value, which the attribute must equal.
    key === 'attribute' || key === 'parameter'
      ? test('equals', [value])
      : test(key as Operator, key === 'in' ? itemsOf(inner) : [inner]),
  );
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
