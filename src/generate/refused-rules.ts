import { compileRecord } from '../item/record-codec.ts';
import type { RecordType } from '../model/model.ts';
import { Violation } from '../scalar/violation.ts';
import type { Item } from '../value/attribute-value.ts';
import { copyJson, type JsonObject } from '../value/json.ts';
import { breakRule, breakRuleWithEach } from './break-rule.ts';
import { type DraftRecord, type RefusalDraft, subjectOf } from './draft.ts';
import { slugOf } from './values/string.ts';

/** Records that break a rule, one for each rule and for each value that its condition names, as far as setting and removing values can. */
export function recordsAgainstRules(recordType: RecordType, complete: JsonObject): readonly RefusalDraft[] {
  return broken(recordType, complete).map((each) => ({
    ...described(each, 'encode', 'a record'),
    op: 'item.encode',
    base: complete,
    record: each.record,
  }));
}

/** Items of the same records, as a program writes them that does not know the rules. */
export function itemsAgainstRules(recordType: RecordType, complete: JsonObject, item: Item): readonly RefusalDraft[] {
  if (recordType.rules.length === 0) return [];
  const { encode } = compileRecord({ ...recordType, rules: [] });
  return broken(recordType, complete).flatMap((each): readonly RefusalDraft[] => {
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

type Broken = { readonly rule: string; readonly value: string | undefined; readonly record: JsonObject };

function broken(recordType: RecordType, complete: JsonObject): readonly Broken[] {
  const base = complete as DraftRecord;
  return recordType.rules.flatMap((rule) => {
    const record = breakRule(recordType, copyJson(base), rule);
    if (record === undefined) return [];
    const others = breakRuleWithEach(recordType, copyJson(base), rule, record);
    return [{ value: undefined, record }, ...others].map((each) => ({ ...each, rule: rule.name }));
  });
}

function described({ rule, value }: Broken, prefix: string, what: string) {
  const slug = `${prefix}-rule-${rule}`;
  return {
    scenario: 'rule-broken',
    subject: subjectOf(rule),
    slug: value === undefined ? slug : `${slug}-${slugOf(value)}`,
    description: `${what} that breaks the rule "${rule}"${value === undefined ? '' : `, with "${value}"`}`,
    hazards: ['attr-conditional-presence'],
  } as const;
}
