import type { RecordType } from '../model/model.ts';
import type { Rule } from '../model/rule-types.ts';
import { copyJson, type JsonObject } from '../value/json.ts';
import { changesToTry, mayBeWithout } from './alternatives.ts';
import { assign, isSound, keeps, satisfy, withDefaults } from './conform.ts';
import { type DraftRecord, type RecordDraft, subjectOf } from './draft.ts';
import { type Misreading, misreadingsOf } from './misread-rule.ts';
import { agreeOnPresence } from './record.ts';
import { slugOf } from './values/string.ts';

/** A record that shows that somebody has misread a rule. */
export type ShownMisreading = { readonly misreading: Misreading; readonly record: DraftRecord };

/**
 * Records that break one rule, and keep all others, for those who have misread it so that they take every record that is known.
 *
 * @param complete keeps all rules
 * @param known records that break the rule
 */
export function brokenAsMisread(
  recordType: RecordType,
  complete: JsonObject,
  rule: Rule,
  known: readonly JsonObject[],
): readonly ShownMisreading[] {
  const misread = misreadingsOf(rule, (path) => mayBeWithout(recordType, path)).filter(({ allows }) => allows);
  return show(recordType, complete, rule, misread, known, false);
}

/** Records that keep all rules, for those who have misread one of them so that they refuse none of those that are known. */
export function keptAsMisread(
  recordType: RecordType,
  complete: JsonObject,
  known: readonly JsonObject[],
): readonly RecordDraft[] {
  return recordType.rules.flatMap((rule) => {
    const misread = misreadingsOf(rule, (path) => mayBeWithout(recordType, path)).filter(({ forbids }) => forbids);
    return show(recordType, complete, rule, misread, known, true).map(
      ({ misreading, record }): RecordDraft => ({
        scenario: 'rule-kept',
        subject: subjectOf(rule.name),
        slug: `rule-${slugOf(rule.name)}-${misreading.slug}`,
        description: `keeps the rule "${rule.name}", and is refused by a program that ${misreading.mistake}`,
        hazards: ['attr-conditional-presence'],
        record,
      }),
    );
  });
}

/** @param kept whether the rule is kept, and broken as it is misread, or the other way round */
function show(
  recordType: RecordType,
  complete: JsonObject,
  rule: Rule,
  misread: readonly Misreading[],
  known: readonly JsonObject[],
  kept: boolean,
): readonly ShownMisreading[] {
  const rules = kept ? recordType.rules : recordType.rules.filter((each) => each !== rule);
  const isShownBy = (whole: JsonObject) => (each: Misreading) => keeps(each.rule, whole) !== kept;
  let open = misread;
  for (const record of known) {
    const whole = withDefaults(recordType, record);
    open = open.filter((each) => !isShownBy(whole)(each));
  }
  const found: ShownMisreading[] = [];
  for (const record of neighbours(recordType, complete, rule)) {
    if (open.length === 0) break;
    const whole = withDefaults(recordType, record);
    if (keeps(rule, whole) !== kept) continue;
    const misreading = open.find(isShownBy(whole));
    if (misreading === undefined || !isSound(recordType, record, undefined, rules)) continue;
    found.push({ misreading, record });
    open = open.filter((each) => !isShownBy(whole)(each));
  }
  return found;
}

/** Records that apply a rule and that do not, that keep it and that do not, each with one or two other values of what rules look at. */
function* neighbours(recordType: RecordType, complete: JsonObject, rule: Rule): Generator<DraftRecord> {
  for (const applies of rule.given === null ? [true] : [true, false]) {
    for (const holds of [true, false]) {
      const base = copyJson(complete) as DraftRecord;
      if (rule.given !== null) satisfy(recordType, base, rule.given, applies);
      satisfy(recordType, base, (applies ? null : rule.otherwise) ?? rule.holds, holds);
      agreeOnPresence(recordType, base);
      for (const changes of changesToTry(recordType, base)) {
        const trial = copyJson(base);
        for (const { path, value } of changes) assign(recordType, trial, path, value);
        yield trial;
      }
    }
  }
}
