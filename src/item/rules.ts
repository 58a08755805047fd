import type { Condition, Operand, Predicate, Rule } from '../model/rule-types.ts';
import { Violation } from '../scalar/violation.ts';
import { compareDecimals } from '../value/decimal.ts';
import { isObject, type Json, type JsonObject, ownProperty } from '../value/json.ts';
import { compareUtf8 } from '../value/text.ts';

/** Checks the rules of a record type on a record that has its defaults. */
export type CheckRules = (record: JsonObject) => Violation | undefined;

/** Whether something is true of a record. */
export type Test = (record: JsonObject) => boolean;

/** `undefined` for a record type without rules, so that it pays nothing for them. */
export function compileRules(rules: readonly Rule[]): CheckRules | undefined {
  if (rules.length === 0) return undefined;
  const compiled = rules.map((rule) => ({ rule, keeps: compileRule(rule) }));
  return (record) => {
    for (const { rule, keeps } of compiled) {
      if (keeps(record)) continue;
      const violation = new Violation('rule', record, `a record that keeps the rule "${rule.name}"`);
      violation.at = rule.at;
      return violation;
    }
    return undefined;
  };
}

/** Whether a record keeps one rule. */
export function compileRule({ given, holds, otherwise }: Rule): Test {
  const applies = given === null ? () => true : compileCondition(given);
  const held = compileCondition(holds);
  const instead = otherwise === null ? () => true : compileCondition(otherwise);
  return (record) => (applies(record) ? held(record) : instead(record));
}

/** Compiles one condition. A test of an attribute that is absent or NULL fails, unless it is about its presence. */
export function compileCondition(condition: Condition): Test {
  switch (condition.kind) {
    case 'all': {
      const tests = condition.conditions.map(compileCondition);
      return (record) => tests.every((test) => test(record));
    }
    case 'any': {
      const tests = condition.conditions.map(compileCondition);
      return (record) => tests.some((test) => test(record));
    }
    case 'not': {
      const test = compileCondition(condition.condition);
      return (record) => !test(record);
    }
    case 'test': {
      const { path, predicate } = condition;
      const test = compilePredicate(predicate);
      return (record) => test(valueAt(record, path), record);
    }
  }
}

function compilePredicate(predicate: Predicate): (value: Json | undefined, record: JsonObject) => boolean {
  switch (predicate.kind) {
    case 'present':
      return (value) => isPresent(value) === predicate.value;
    case 'empty':
      return (value) => isPresent(value) && isEmpty(value) === predicate.value;
    case 'in':
      return (value, record) =>
        isPresent(value) && predicate.values.some((operand) => operandOf(operand, record) === value);
    default:
      return (value, record) => {
        const operand = operandOf(predicate.operand, record);
        return typeof value === 'string' && typeof operand === 'string' && compare(predicate, value, operand);
      };
  }
}

function compare({ kind, numeric }: Extract<Predicate, { operand: Operand }>, value: string, operand: string): boolean {
  if (kind === 'starts_with') return value.startsWith(operand);
  const order = numeric ? compareDecimals(value, operand) : compareUtf8(value, operand);
  switch (kind) {
    case 'less_than':
      return order < 0;
    case 'at_most':
      return order <= 0;
    case 'greater_than':
      return order > 0;
    case 'at_least':
      return order >= 0;
  }
}

function operandOf(operand: Operand, record: JsonObject): Json | undefined {
  return operand.kind === 'literal' ? operand.value : valueAt(record, operand.path);
}

/** The value at a path of names, or `undefined`. */
export function valueAt(record: JsonObject, path: readonly string[]): Json | undefined {
  let value: Json | undefined = record;
  for (const name of path) {
    if (!isObject(value)) return undefined;
    value = ownProperty(value as JsonObject, name);
  }
  return value;
}

function isPresent(value: Json | undefined): value is Exclude<Json, null> {
  return value !== undefined && value !== null;
}

function isEmpty(value: Exclude<Json, null>): boolean {
  if (typeof value === 'string' || Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
