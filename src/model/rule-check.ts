import { compareDecimals, normalizeDecimal } from '../value/decimal.ts';
import { codePointLength } from '../value/text.ts';
import { neverHas } from './consistency/admits.ts';
import { type Context, report } from './context.ts';
import { contradictionIn, isNumeric, literalOf } from './contradiction.ts';
import type { Attribute, ValueType } from './model.ts';
import type { Operand, Predicate } from './rule-types.ts';
import type { SourceEntry, SourceNode } from './source.ts';

/** What a condition says of one attribute: each predicate, and where it is written. */
export type Tested = {
  readonly path: readonly string[];
  readonly attribute: Attribute;
  /** Whether the attribute, and every map around it, is there and not NULL in every record. */
  readonly alwaysThere: boolean;
  /** Whether the condition stands behind an odd number of `not`. */
  readonly negated: boolean;
  readonly predicates: readonly { readonly predicate: Predicate; readonly node: SourceNode }[];
};

/** Reports predicates that can never hold, or that no value of the type can be asked. */
export function checkTested(context: Context, entry: SourceEntry, tested: Tested): void {
  const before = context.diagnostics.length;
  const help = 'correct the condition, or the attribute';
  for (const { predicate, node } of tested.predicates) {
    const problem = problemOf(predicate, tested);
    if (problem !== undefined) report(context, 'value-conflict', node, problem, { help });
  }
  const predicates = tested.predicates.map(({ predicate }) => predicate);
  const contradiction =
    context.diagnostics.length === before
      ? contradictionIn(tested.path.join('.'), tested.attribute.type, predicates)
      : undefined;
  if (contradiction !== undefined) report(context, 'value-conflict', entry, contradiction, { help });
}

function problemOf(predicate: Predicate, { attribute, path, alwaysThere, negated }: Tested): string | undefined {
  const { type } = attribute;
  const name = path.join('.');
  switch (predicate.kind) {
    case 'present':
      return alwaysThere && predicate.value === negated ? `"${name}" is required, so it is always there` : undefined;
    case 'empty':
      return predicate.value || !holdsSomething(type) ? emptyProblem(name, type) : undefined;
    case 'in':
      return firstOf(predicate.values, (operand) => itselfProblem(name, operand) ?? neverEquals(name, type, operand));
    case 'starts_with':
      return itselfProblem(name, predicate.operand) ?? startProblem(name, type, predicate.operand);
    default:
      return itselfProblem(name, predicate.operand) ?? boundProblem(name, type, predicate.kind, predicate.operand);
  }
}

function firstOf(operands: readonly Operand[], problem: (operand: Operand) => string | undefined): string | undefined {
  return operands.map(problem).find((each) => each !== undefined);
}

function itselfProblem(name: string, operand: Operand): string | undefined {
  return operand.kind === 'path' && operand.path.join('.') === name ? `"${name}" is compared with itself` : undefined;
}

function neverEquals(name: string, type: ValueType, operand: Operand): string | undefined {
  // Of enumerations and truth values it is said where the operand is read.
  if (operand.kind !== 'literal' || typeof operand.value !== 'string' || ('enum' in type && type.enum !== null))
    return undefined;
  const scalar = type.kind === 'string' || type.kind === 'timestamp' || isNumber(type);
  const problem = scalar ? neverHas(type, operand.value) : undefined;
  return problem === undefined ? undefined : `"${name}" never has this value: "${operand.value}" ${problem}`;
}

/** Whether "empty" can be asked of a type at all. */
function holdsSomething(type: ValueType): boolean {
  return !(isNumber(type) || type.kind === 'boolean' || type.kind === 'timestamp');
}

function emptyProblem(name: string, type: ValueType): string | undefined {
  if (!holdsSomething(type)) return `"${name}" is of type ${type.kind}, which is never empty`;
  return 'allowEmpty' in type && !type.allowEmpty ? `"${name}" is never empty, as "allow_empty" says` : undefined;
}

function startProblem(name: string, type: ValueType, operand: Operand): string | undefined {
  if (isNumeric(type) || type.kind === 'boolean')
    return `"${name}" is of type ${type.kind}, so it does not start with text`;
  if (type.kind !== 'string' || type.maxLength === null || typeof literalOf(operand) !== 'string') return undefined;
  const length = codePointLength(String(literalOf(operand)));
  return length > type.maxLength
    ? `"${name}" has at most ${type.maxLength} characters, so it does not start with ${length}`
    : undefined;
}

function boundProblem(
  name: string,
  type: ValueType,
  operator: 'less_than' | 'at_most' | 'greater_than' | 'at_least',
  operand: Operand,
): string | undefined {
  if (type.kind === 'boolean') return `"${name}" is true or false, which have no order`;
  const value = literalOf(operand);
  if (typeof value !== 'string' || !isNumeric(type)) return undefined;
  if (normalizeDecimal(value) === undefined) return `"${name}" is a number, and "${value}" is none`;
  if (!isNumber(type)) return undefined;
  const { minimum, maximum } = type;
  const beyond = maximum === null ? -1 : compareDecimals(value, maximum);
  const below = minimum === null ? 1 : compareDecimals(value, minimum);
  if ((operator === 'at_least' && beyond > 0) || (operator === 'greater_than' && beyond >= 0))
    return `"${name}" is never as large as that: its maximum is ${maximum}`;
  if ((operator === 'at_most' && below < 0) || (operator === 'less_than' && below <= 0))
    return `"${name}" is never as small as that: its minimum is ${minimum}`;
  return undefined;
}

function isNumber(type: ValueType): type is Extract<ValueType, { multipleOf: unknown }> {
  return type.kind === 'integer' || type.kind === 'decimal';
}
