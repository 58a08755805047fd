import { type Context, report } from '../context.ts';
import type { KeyAttribute, ValueType } from '../model.ts';
import { refuseNothingAsked } from '../nothing-asked.ts';
import { anyBinary, anyNumber, anyString } from '../scalar-type.ts';
import type { SourceEntry, SourceNode } from '../source.ts';
import { conditionOf } from '../written-condition.ts';
import { primaryOf } from './keys.ts';
import { checkLiteral } from './literal.ts';
import type { Condition, Operand, Operator } from './model.ts';
import { neverMet } from './never-met.ts';
import { operandFrom, referenceOf } from './operand.ts';
import { resolvePath, type Target } from './path.ts';
import type { Written } from './scope.ts';
import { checkAlike, isOpaque, scalarClass } from './types.ts';

const comparisons = ['less_than', 'at_most', 'greater_than', 'at_least'];

/** Reads what must hold of the stored item. */
export function conditionFrom(context: Context, node: SourceNode, written: Written): Condition {
  return conditionOf(node, (test) => {
    if (refuseNothingAsked(context, test)) return [];
    const { entry, predicates } = test;
    const target = targetOf(context, entry, written);
    const before = context.diagnostics.length;
    const tests = predicates.map(({ operator, operands }): Condition => {
      if (target !== undefined) checkOperator(context, entry, operator, operands[0] ?? entry.value, target);
      return {
        kind: 'test',
        path: entry.key,
        operator,
        operands: operands.map((operand) => checkedOperand(context, operand, operator, target, written)),
      };
    });
    const type = target?.type ?? null;
    const problem =
      context.diagnostics.length > before || type === null ? undefined : neverMet(entry.key, type, predicates);
    if (problem !== undefined) {
      const help = 'no item meets both; correct the condition';
      report(context, 'value-conflict', entry, problem, { help });
    }
    return tests;
  });
}

/** The attribute that a test is about; a key attribute of the table has no declaration. */
function targetOf(context: Context, entry: SourceEntry, { recordType }: Written): Target | undefined {
  const found = resolvePath(recordType, entry.key);
  if ('message' in found) {
    const part = primaryOf(recordType)?.parts.find(({ attribute }) => attribute.name === entry.key);
    if (part !== undefined) return keyTarget(part.attribute);
    report(context, 'reference-unknown', entry, found.message, { help: found.help });
    return undefined;
  }
  if (!found.several) return found;
  report(context, 'value-conflict', entry, `"${entry.key}" means every item of a list, which no condition can test`, {
    help: `test the list as a whole: "${entry.key.slice(0, entry.key.indexOf('[]'))}", with "exists", "present" or "empty"`,
  });
  return undefined;
}

/** All that is known of a key attribute here is what DynamoDB stores in it. */
function keyTarget({ name, type }: KeyAttribute): Target {
  const stored: ValueType = type === 'S' ? anyString : type === 'N' ? anyNumber : { ...anyBinary, allowEmpty: false };
  return { type: stored, declared: null, root: { name }, several: false };
}

function checkOperator(
  context: Context,
  entry: SourceEntry,
  operator: Operator,
  node: SourceNode,
  target: Target,
): void {
  if (target.type === null) return;
  const scalar = scalarClass(target.type);
  const ordered = scalar === 'a number' || scalar === 'text' || scalar === 'bytes';
  if (comparisons.includes(operator) && !ordered && !isOpaque(target.type)) {
    report(context, 'value-conflict', node, `"${entry.key}" has no order, so nothing is "${operator}"`, {
      help: 'use "equals", "in" or "present", or test an attribute that is text or a number',
    });
  }
  if (operator === 'starts_with' && scalar !== 'text' && scalar !== 'bytes' && !isOpaque(target.type)) {
    report(context, 'value-conflict', node, `"${entry.key}" is no text, so it starts with nothing`, {
      help: 'use "equals" or "in", or test an attribute that is text',
    });
  }
  if (operator === 'empty' && (scalar === 'a number' || scalar === 'a truth value')) {
    report(context, 'value-conflict', node, `"${entry.key}" is ${scalar}, which is never empty`, {
      help: 'use "present: false" for one that is absent, or compare it with "equals"',
    });
  }
}

function checkedOperand(
  context: Context,
  node: SourceNode,
  operator: Operator,
  target: Target | undefined,
  { recordType }: Written,
): Operand {
  const operand = operandFrom(node);
  if (operand.kind === 'attribute') {
    const found = resolvePath(recordType, operand.path);
    if ('message' in found) {
      report(context, 'reference-unknown', referenceOf(node), found.message, { help: found.help });
    } else if (target !== undefined) checkAlike(context, node, target.type, found.type);
  } else if (operand.kind === 'literal' && target !== undefined) {
    checkAsked(context, node, operator, target);
  }
  return operand;
}

/** A value that an attribute is compared with; what it equals is a value of it. */
function checkAsked(context: Context, node: SourceNode, operator: Operator, target: Target): void {
  if (operator === 'exists' || operator === 'present' || operator === 'empty' || target.type === null) return;
  if (operator !== 'starts_with') {
    checkLiteral(context, node, target.type, comparisons.includes(operator) ? 'kind' : 'whole');
    return;
  }
  const scalar = scalarClass(target.type);
  if (scalar !== 'text' && scalar !== 'bytes') return;
  checkLiteral(context, node, 'enum' in target.type ? { ...target.type, enum: null } : target.type, 'kind');
}
