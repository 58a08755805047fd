import type { RecordType } from '../model/model.ts';
import type { Rule } from '../model/rule-types.ts';
import { copyJson } from '../value/json.ts';
import { changesToTry } from './alternatives.ts';
import { assign, isSound, keeps, satisfy, withDefaults } from './conform.ts';
import type { DraftRecord } from './draft.ts';

/**
 * A record that breaks one rule: by what the rule itself looks at, or else with other values of what the rules look at. One
 * that keeps all other rules is preferred, so that it is refused for this one.
 *
 * @param complete keeps all rules
 * @returns `undefined` when no record was found that breaks it
 */
export function breakRule(recordType: RecordType, complete: DraftRecord, rule: Rule): DraftRecord | undefined {
  const applied = copyJson(complete);
  if (rule.given !== null) satisfy(recordType, applied, rule.given, true);
  const direct = copyJson(applied);
  satisfy(recordType, direct, rule.holds, false);
  const isBroken = (record: DraftRecord): boolean => !keeps(rule, withDefaults(recordType, record));
  const others = recordType.rules.filter((each) => each !== rule);
  if (isBroken(direct) && isSound(recordType, direct, undefined, others)) return direct;
  for (const base of [applied, complete]) {
    for (const changes of changesToTry(recordType, base)) {
      const trial = copyJson(base);
      for (const { path, value } of changes) assign(recordType, trial, path, value);
      if (isBroken(trial) && isSound(recordType, trial, undefined, others)) return trial;
    }
  }
  return isBroken(direct) ? direct : undefined;
}
