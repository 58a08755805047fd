import type { RecordType } from '../model/model.ts';
import type { Condition, Rule } from '../model/rule-types.ts';
import { copyJson } from '../value/json.ts';
import { changesToTry } from './alternatives.ts';
import { assign, isSound, keeps, satisfy, withDefaults } from './conform.ts';
import type { DraftRecord } from './draft.ts';
import { agreeOnPresence } from './record.ts';

/**
 * A record that breaks one rule: by what the rule itself looks at, or else with other values of what the rules look at. One
 * that keeps all other rules is preferred, so that it is refused for this one.
 *
 * @param complete keeps all rules
 * @returns `undefined` when no record was found that breaks it
 */
export function breakRule(recordType: RecordType, complete: DraftRecord, rule: Rule): DraftRecord | undefined {
  return breakAs(recordType, complete, rule, rule);
}

/** So many values of one rule are shown. */
const mostValues = 6;

/** A record that breaks a rule with a value that its condition names. */
export type BrokenWith = { readonly value: string; readonly record: DraftRecord };

/**
 * Records that break one rule with each of the values that its condition names, where there are several: a program may know one of
 * them. Without the value that another record has already.
 *
 * @param known a record that breaks the rule
 */
export function breakRuleWithEach(
  recordType: RecordType,
  complete: DraftRecord,
  rule: Rule,
  known: DraftRecord,
): readonly BrokenWith[] {
  if (rule.given === null) return [];
  return valuesNamed(rule.given)
    .slice(0, mostValues)
    .flatMap(({ value, given }) => {
      const narrow = { ...rule, given, otherwise: null };
      if (!keeps(narrow, withDefaults(recordType, known))) return [];
      const record = breakAs(recordType, complete, rule, narrow);
      return record === undefined ? [] : [{ value, record }];
    });
}

/** What makes a condition true with one value, for each value of each list of values in it. */
function valuesNamed(condition: Condition): readonly { readonly value: string; readonly given: Condition }[] {
  if (condition.kind === 'any') return condition.conditions.flatMap(valuesNamed);
  if (condition.kind === 'all') {
    const { kind, conditions } = condition;
    return conditions.flatMap((each, index) =>
      valuesNamed(each).map(({ value, given }) => ({
        value,
        given: { kind, conditions: conditions.map((other, at) => (at === index ? given : other)) },
      })),
    );
  }
  if (condition.kind !== 'test' || condition.predicate.kind !== 'in' || condition.predicate.values.length < 2)
    return [];
  return condition.predicate.values.flatMap((operand) =>
    operand.kind === 'literal'
      ? [{ value: String(operand.value), given: { ...condition, predicate: { kind: 'in', values: [operand] } } }]
      : [],
  );
}

/**
 * @param narrow the rule with a condition that says more, which the record breaks as well; or the rule itself, and then a record
 *   that breaks other rules too is better than none
 */
function breakAs(recordType: RecordType, complete: DraftRecord, rule: Rule, narrow: Rule): DraftRecord | undefined {
  const applied = copyJson(complete);
  if (narrow.given !== null) satisfy(recordType, applied, narrow.given, true);
  agreeOnPresence(recordType, applied);
  const direct = copyJson(applied);
  satisfy(recordType, direct, narrow.holds, false);
  const isBroken = (record: DraftRecord): boolean =>
    [rule, narrow].every((each) => !keeps(each, withDefaults(recordType, record)));
  const others = recordType.rules.filter((each) => each !== rule);
  if (isBroken(direct) && isSound(recordType, direct, undefined, others)) return direct;
  for (const base of [applied, complete]) {
    for (const changes of changesToTry(recordType, base)) {
      const trial = copyJson(base);
      for (const { path, value } of changes) assign(recordType, trial, path, value);
      if (isBroken(trial) && isSound(recordType, trial, undefined, others)) return trial;
    }
  }
  return rule === narrow && isBroken(direct) ? direct : undefined;
}
