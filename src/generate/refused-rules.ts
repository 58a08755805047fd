import { compileRecord } from '../item/record-codec.ts';
import type { RecordType } from '../model/model.ts';
import { Violation } from '../scalar/violation.ts';
import type { Item } from '../value/attribute-value.ts';
import { copyJson, type JsonObject } from '../value/json.ts';
import { oncePer } from '../value/remember.ts';
import { breakRule, breakRuleWithEach } from './break-rule.ts';
import { brokenByValue } from './compared-numbers.ts';
import { type DraftRecord, type RefusalDraft, subjectOf } from './draft.ts';
import { completeRecord } from './record.ts';
import { brokenAsMisread } from './rules-misread.ts';
import { slugOf } from './values/string.ts';

/**
 * Records that break a rule, as far as setting and removing values can: one for each rule, for each value that its condition
 * names, for numbers that keep it as texts, and for those who have misread it.
 */
export function recordsAgainstRules(recordType: RecordType, complete: JsonObject): readonly RefusalDraft[] {
  return brokenRules(recordType).map((each) => ({
    ...described(each, 'encode', 'a record'),
    op: 'item.encode',
    base: complete,
    record: each.record,
  }));
}

/** Items of the same records, as a program writes them that does not know the rules. */
export function itemsAgainstRules(recordType: RecordType, item: Item): readonly RefusalDraft[] {
  if (recordType.rules.length === 0) return [];
  const { encode } = compileRecord({ ...recordType, rules: [] });
  return brokenRules(recordType).flatMap((each): readonly RefusalDraft[] => {
    const written = encode(each.record);
    if (written instanceof Violation) return [];
    return [
      {
        ...described(each, 'decode', 'an item'),
        op: 'item.decode',
        base: item as JsonObject,
        item: written as JsonObject,
      },
    ];
  });
}

type Broken = {
  readonly rule: string;
  /** What is special about it beside that; both empty where nothing is. */
  readonly slug: string;
  readonly how: string;
  readonly hazard: string;
  readonly record: JsonObject;
};

// Writers and readers are shown the same ones, and they take long to find.
const brokenRules = oncePer((recordType: RecordType): readonly Broken[] => {
  const complete = completeRecord(recordType);
  return recordType.rules.flatMap((rule) => {
    const record = breakRule(recordType, copyJson(complete) as DraftRecord, rule);
    if (record === undefined) return [];
    const hazard = 'attr-conditional-presence';
    const others = breakRuleWithEach(recordType, copyJson(complete) as DraftRecord, rule, record);
    const asText = brokenByValue(recordType, complete, rule);
    const known = [record, ...others.map((each) => each.record), ...(asText === undefined ? [] : [asText])];
    const misread = brokenAsMisread(recordType, complete, rule, known);
    return [
      { rule: rule.name, slug: '', how: '', hazard, record },
      ...others.map((each) => ({
        rule: rule.name,
        slug: `-${slugOf(each.value)}`,
        how: `, with "${each.value}"`,
        hazard,
        record: each.record,
      })),
      ...(asText === undefined
        ? []
        : [
            {
              rule: rule.name,
              slug: '-by-value',
              how: ', which its numbers would keep as texts',
              hazard: 'num-compared-as-text',
              record: asText,
            },
          ]),
      ...misread.map((each) => ({
        rule: rule.name,
        slug: `-${each.misreading.slug}`,
        how: `, which a program takes that ${each.misreading.mistake}`,
        hazard,
        record: each.record,
      })),
    ];
  });
});

function described({ rule, slug, how, hazard }: Broken, prefix: string, what: string) {
  return {
    scenario: 'rule-broken',
    subject: subjectOf(rule),
    slug: `${prefix}-rule-${rule}${slug}`,
    description: `${what} that breaks the rule "${rule}"${how}`,
    hazards: [hazard],
  } as const;
}
