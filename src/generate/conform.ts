import { compileCondition, compileRule, valueAt } from '../item/rules.ts';
import { attributeAt, isScalar } from '../model/component-types.ts';
import type { RecordType } from '../model/model.ts';
import type { Condition, Operand, Rule } from '../model/rule-types.ts';
import { scalarCheck } from '../scalar/scalar-check.ts';
import { copyJson, isObject, type Json, type JsonObject, ownProperty, setProperty } from '../value/json.ts';
import { oncePer } from '../value/remember.ts';
import { changesToTry } from './alternatives.ts';
import type { DraftRecord } from './draft.ts';
import { typicalValue } from './values/samples.ts';

/** Rules may undo each other; more rounds than this are a contradiction. */
const rounds = 8;

/**
 * Changes a record until it keeps the rules of its type, as far as that can be had by setting, copying and removing
 * values: first one broken rule after the other, then by trying other values. What it cannot mend the codec refuses.
 *
 * @param pinned the attribute that the record is about, which stays as it is
 */
export function conform(recordType: RecordType, record: DraftRecord, pinned?: string): DraftRecord {
  if (recordType.rules.length === 0 || isSound(recordType, record, pinned)) return record;
  const mended = mend(recordType, copyJson(record), pinned);
  const sound = isSound(recordType, mended, pinned) ? mended : firstSound(recordType, record, pinned);
  for (const name of Object.keys(record)) delete record[name];
  for (const [name, value] of Object.entries(sound ?? mended)) setProperty(record, name, value);
  return record;
}

/** Repairs one broken rule after the other, which may never end where they undo each other. */
function mend(recordType: RecordType, record: DraftRecord, pinned?: string): DraftRecord {
  for (let round = 0; round < rounds; round++) {
    const complete = withDefaults(recordType, record);
    const broken = recordType.rules.find((rule) => !keeps(rule, complete));
    if (broken === undefined) return record;
    const applies = broken.given === null || isTrue(broken.given, complete);
    const goal = applies ? broken.holds : broken.otherwise;
    if (goal !== null) satisfy(recordType, record, goal, true, pinned);
  }
  return record;
}

/** The first record that keeps all rules with one other value, or else with two. */
function firstSound(recordType: RecordType, record: DraftRecord, pinned?: string): DraftRecord | undefined {
  for (const changes of changesToTry(recordType, record, pinned)) {
    const trial = copyJson(record);
    for (const { path, value } of changes) assign(recordType, trial, path, value);
    mend(recordType, trial, pinned);
    if (isSound(recordType, trial, pinned)) return trial;
  }
  return undefined;
}

/** Whether a record keeps rules, all of them unless others are given, without a value that its type refuses or the lack of one that it must have. */
export function isSound(
  recordType: RecordType,
  record: DraftRecord,
  pinned?: string,
  rules: readonly Rule[] = recordType.rules,
): boolean {
  const complete = withDefaults(recordType, record);
  return (
    rules.every((rule) => keeps(rule, complete)) &&
    recordType.attributes.every(
      ({ name, type, required, presentWhen, default: value, defaultFrom }) =>
        name === pinned ||
        (Object.hasOwn(record, name)
          ? !isScalar(type) || typeof record[name] !== 'string' || checkOf(type)(record[name]) === undefined
          : !required || presentWhen !== null || value !== undefined || defaultFrom !== null),
    )
  );
}

/** Whether a record, with its defaults, keeps a rule. */
export function keeps(rule: Rule, record: JsonObject): boolean {
  return ruleTest(rule)(record);
}

function isTrue(condition: Condition, record: JsonObject): boolean {
  return conditionTest(condition)(record);
}

// They are asked of hundreds of trials, so each is compiled once.
const ruleTest = oncePer(compileRule);
const conditionTest = oncePer(compileCondition);
const checkOf = oncePer(scalarCheck);
const defaultsOf = oncePer(({ attributes }: RecordType) => attributes.filter((each) => each.default !== undefined));

/** The record as its reader will find it; the very same where it lacks nothing that has a default. */
export function withDefaults(recordType: RecordType, record: JsonObject): JsonObject {
  const missing = defaultsOf(recordType).filter(({ name }) => ownProperty(record, name) === undefined);
  if (missing.length === 0) return record;
  const complete: DraftRecord = { ...record };
  for (const { name, default: value } of missing) if (value !== undefined) setProperty(complete, name, value);
  return complete;
}

/** Makes a condition true, or false. */
export function satisfy(
  recordType: RecordType,
  record: DraftRecord,
  condition: Condition,
  wanted: boolean,
  pinned?: string,
): void {
  switch (condition.kind) {
    case 'not':
      satisfy(recordType, record, condition.condition, !wanted, pinned);
      return;
    case 'all':
    case 'any': {
      if (isTrue(condition, withDefaults(recordType, record)) === wanted) return;
      const every = (condition.kind === 'all') === wanted;
      const free = condition.conditions.filter((each) => rootOf(each) === undefined || rootOf(each) !== pinned);
      for (const each of every ? condition.conditions : free.slice(0, 1))
        satisfy(recordType, record, each, wanted, pinned);
      return;
    }
    case 'test': {
      if (condition.path[0] === pinned && pinned !== undefined) return;
      if (isTrue(condition, withDefaults(recordType, record)) === wanted) return;
      const value = valueFor(recordType, record, condition, wanted);
      assign(recordType, record, condition.path, value);
    }
  }
}

function rootOf(condition: Condition): string | undefined {
  return condition.kind === 'test' ? condition.path[0] : undefined;
}

type Test = Extract<Condition, { kind: 'test' }>;

/** A value that makes a test true or false; `undefined` to take the attribute away. */
function valueFor(
  recordType: RecordType,
  record: DraftRecord,
  { path, predicate }: Test,
  wanted: boolean,
): Json | undefined {
  const attribute = attributeAt(recordType.attributes, path);
  const typical = attribute === undefined ? undefined : (typicalValue(attribute.type) as Json);
  const operand = (each: Operand): Json | undefined =>
    each.kind === 'literal' ? each.value : valueAt(withDefaults(recordType, record), each.path);
  switch (predicate.kind) {
    case 'present':
      return predicate.value === wanted ? typical : undefined;
    case 'empty':
      return predicate.value === wanted
        ? Array.isArray(typical)
          ? []
          : typeof typical === 'string'
            ? ''
            : {}
        : typical;
    case 'in': {
      const values = predicate.values.map(operand);
      if (wanted) return values[0];
      const type = attribute?.type;
      if (type?.kind === 'boolean') return !values.includes(true);
      const others = type !== undefined && 'enum' in type ? (type.enum ?? []) : [];
      return others.find((each) => !values.includes(each));
    }
    case 'at_most':
    case 'at_least':
      return wanted ? operand(predicate.operand) : undefined;
    case 'less_than':
    case 'greater_than':
      return wanted ? undefined : operand(predicate.operand);
    case 'starts_with': {
      const start = operand(predicate.operand);
      return wanted && typeof start === 'string' ? start + String(typical ?? '').slice(start.length) : undefined;
    }
  }
}

/** Puts a value in the place of another one; `undefined` takes it away. */
export function assign(
  recordType: RecordType,
  record: DraftRecord,
  path: readonly string[],
  value: Json | undefined,
): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    const attribute = recordType.attributes.find((each) => each.name === name);
    if (value !== undefined) setProperty(record, name, copyJson(value));
    else if (attribute?.nullable === true && attribute.default === undefined) setProperty(record, name, null);
    else delete record[name];
    return;
  }
  const inner = ownProperty(record, name);
  if (!isObject(inner)) return;
  const copy = copyJson(inner) as DraftRecord;
  const last = rest.at(-1) ?? '';
  const holder = rest
    .slice(0, -1)
    .reduce<Json | undefined>((each, step) => (isObject(each) ? (each as JsonObject)[step] : undefined), copy);
  if (!isObject(holder)) return;
  if (value === undefined) delete (holder as DraftRecord)[last];
  else setProperty(holder as DraftRecord, last, value);
  setProperty(record, name, copy);
}
