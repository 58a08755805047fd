import { compileRecord } from '../item/record-codec.ts';
import type { RecordType } from '../model/model.ts';
import { Violation } from '../scalar/violation.ts';
import type { Item } from '../value/attribute-value.ts';
import { copyJson, type JsonObject } from '../value/json.ts';
import { breakRule } from './break-rule.ts';
import { type DraftRecord, type RefusalDraft, subjectOf } from './draft.ts';

/** Records that break a rule, one for each rule, as far as setting and removing values can. */
export function recordsAgainstRules(recordType: RecordType, complete: JsonObject): readonly RefusalDraft[] {
  return broken(recordType, complete).map(({ name, record }) => ({
    ...described(name, 'encode', 'a record'),
    op: 'item.encode',
    base: complete,
    record,
  }));
}

/** Items of the same records, as a program writes them that does not know the rules. */
export function itemsAgainstRules(recordType: RecordType, complete: JsonObject, item: Item): readonly RefusalDraft[] {
  if (recordType.rules.length === 0) return [];
  const { encode } = compileRecord({ ...recordType, rules: [] });
  return broken(recordType, complete).flatMap(({ name, record }): readonly RefusalDraft[] => {
    const written = encode(record);
    if (written instanceof Violation) return [];
    return [
      {
        ...described(name, 'decode', 'an item'),
        op: 'item.decode',
        base: item as JsonObject,
        item: written as JsonObject,
      },
    ];
  });
}

function broken(
  recordType: RecordType,
  complete: JsonObject,
): readonly { readonly name: string; readonly record: JsonObject }[] {
  return recordType.rules.flatMap((rule) => {
    const record = breakRule(recordType, copyJson(complete as DraftRecord), rule);
    return record === undefined ? [] : [{ name: rule.name, record }];
  });
}

function described(rule: string, prefix: string, what: string) {
  return {
    scenario: 'rule-broken',
    subject: subjectOf(rule),
    slug: `${prefix}-rule-${rule}`,
    description: `${what} that breaks the rule "${rule}"`,
    hazards: ['attr-conditional-presence'],
  } as const;
}
