import { compareDecimals, normalizeDecimal } from '../../value/decimal.ts';
import { compareUtf8 } from '../../value/text.ts';
import { attributeAt } from '../component-types.ts';
import { type Context, report } from '../context.ts';
import { isNumeric } from '../contradiction.ts';
import type { Attribute, RecordType, ValueType } from '../model.ts';

import type { Operand, Rule } from '../rule-types.ts';
import { described, type Fact, factsOf, isAbsence, presentIn } from './rule-facts.ts';
import { circleIn } from './rule-order.ts';

/**
 * Rules that no record can keep together: those that always hold, and those with one and the same `if`. What a single
 * test cannot be is said where it is read. Not every contradiction is found here; the others show when no record can be
 * made.
 */
export function checkRules(context: Context, { rules, attributes }: RecordType): void {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const key = JSON.stringify(rule.given);
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  for (const group of groups.values()) {
    const given = group[0]?.given ?? null;
    const conditions = given === null ? [] : factsOf(given, null);
    const found = contradictionIn([...conditions, ...group.flatMap((rule) => factsOf(rule.holds, rule))], attributes);
    const involved = found === undefined ? [] : group.filter((rule) => found.some((fact) => fact.rule === rule));
    // A rule that contradicts its own condition says that the condition never holds, which may be meant.
    if (found !== undefined && involved.length > (given === null ? 0 : 1)) say(context, involved, found, conditions);
  }
}

function say(context: Context, involved: readonly Rule[], facts: readonly Fact[], given: readonly Fact[]): void {
  const last = involved.at(-1);
  if (last === undefined) return;
  const others = involved.slice(0, -1).map(({ name, at }) => `"${name}" (line ${at.line}) and `);
  const which = given.length === 0 ? '' : ` in which ${given.map(described).join(' and ')}`;
  const { line, column, path } = last.at;
  report(
    context,
    'value-conflict',
    { at: { line, column, length: 1 }, path },
    `no record${which} keeps ${others.join('')}"${last.name}": ${facts.map(described).join(', and ')}`,
    { help: 'correct one of them, or let them apply to different records with "if"' },
  );
}

function contradictionIn(facts: readonly Fact[], attributes: readonly Attribute[]): readonly Fact[] | undefined {
  const typeOf = (path: string): ValueType | undefined => attributeAt(attributes, path.split('.'))?.type;
  const numeric = (path: string): boolean => {
    const type = typeOf(path);
    return type !== undefined && isNumeric(type);
  };
  for (const [index, second] of facts.entries()) {
    for (const first of facts.slice(0, index)) {
      if (isPresenceConflict(first, second) || isPresenceConflict(second, first)) return [first, second];
      if (first.path === second.path && isValueConflict(first, second, numeric(first.path))) return [first, second];
    }
  }
  return circleIn(facts, numeric);
}

function isPresenceConflict(first: Fact, second: Fact): boolean {
  return isAbsence(first) && presentIn(second).some((path) => path === first.path || path.startsWith(`${first.path}.`));
}

/** Whether two facts about one attribute leave it no value. */
function isValueConflict(first: Fact, second: Fact, numeric: boolean): boolean {
  const [mine, its] = [first.predicate, second.predicate];
  if (mine.kind === 'empty' && its.kind === 'empty')
    return !first.negated && !second.negated && mine.value !== its.value;
  if (mine.kind === 'starts_with' && its.kind === 'starts_with' && !first.negated && !second.negated) {
    const [left, right] = [textOf(mine.operand), textOf(its.operand)];
    return left !== undefined && right !== undefined && !left.startsWith(right) && !right.startsWith(left);
  }
  const values = valuesOf(first);
  if (values !== undefined) return values.every((value) => isExcluded(value, second, numeric));
  const others = valuesOf(second);
  return others?.every((value) => isExcluded(value, first, numeric)) ?? false;
}

/** The only values of an attribute, if a fact lists them. */
function valuesOf({ predicate, negated }: Fact): readonly (string | boolean)[] | undefined {
  if (negated || predicate.kind !== 'in') return undefined;
  const values = predicate.values.map((operand) => (operand.kind === 'literal' ? operand.value : undefined));
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** Whether a fact excludes a value for certain. */
function isExcluded(value: string | boolean, { predicate, negated }: Fact, numeric: boolean): boolean {
  if (predicate.kind === 'in') {
    if (predicate.values.some((operand) => operand.kind === 'path')) return false;
    const listed = predicate.values.some((operand) => operand.kind === 'literal' && operand.value === value);
    return listed === negated;
  }
  if (negated || typeof value !== 'string') return false;
  if (predicate.kind === 'empty') return (value === '') !== predicate.value;
  const other = 'operand' in predicate ? textOf(predicate.operand) : undefined;
  if (other === undefined || predicate.kind === 'present') return false;
  // What is no number is said where it is read.
  if (numeric && [value, other].some((text) => normalizeDecimal(text) === undefined)) return false;
  const order = numeric ? compareDecimals(value, other) : compareUtf8(value, other);
  switch (predicate.kind) {
    case 'starts_with':
      return !value.startsWith(other);
    case 'less_than':
      return order >= 0;
    case 'at_most':
      return order > 0;
    case 'greater_than':
      return order <= 0;
    case 'at_least':
      return order < 0;
  }
}

function textOf(operand: Operand): string | undefined {
  return operand.kind === 'literal' && typeof operand.value === 'string' ? operand.value : undefined;
}
