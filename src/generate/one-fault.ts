import type { Codec, Refusal } from '../item/codec.ts';
import type { RecordType } from '../model/model.ts';
import { escapeSegment } from '../value/json-pointer.ts';
import { refusalOf } from '../vector/refusal.ts';
import type { RefusalInput } from '../vector/vector.ts';
import type { RefusedScenario } from './coverage/scenarios.ts';
import type { RefusalDraft } from './draft.ts';
import { groupOf } from './family-group.ts';

/** Scenarios about an attribute being there or not; for any other, `present-when` is a second fault. */
const aboutPresence: ReadonlySet<RefusedScenario> = new Set(['condition-broken', 'missing-refused']);

/**
 * Why a draft that is refused does not show the one fault that it is named for: what it was made from is refused itself, or the
 * refusal is about something else. `undefined` when it does show it.
 */
export type WhyNotItsFault = (draft: RefusalDraft, refusal: Refusal) => string | undefined;

/** Compares the drafts of one record type with what they were made from; what many were made from is looked at once. */
export function compileWhyNotItsFault(codec: Codec, recordType: RecordType): WhyNotItsFault {
  const known = new Map<string, Map<object, Refusal | undefined>>();
  const refusalOfBase = (draft: RefusalDraft): Refusal | undefined => {
    const input = baseOf(draft);
    const how = input.op === 'key.parse' ? `${input.op} ${input.index}` : input.op;
    const bases = known.get(how) ?? new Map<object, Refusal | undefined>();
    known.set(how, bases);
    if (!bases.has(draft.base)) bases.set(draft.base, refusalOf(codec, recordType.name, input));
    return bases.get(draft.base);
  };
  return (draft, { path, rule, message }) => {
    const base = refusalOfBase(draft);
    if (base !== undefined) return `without its fault it is refused as well: ${base.message} [${base.rule}]`;
    const isItsRule = rule !== 'present-when' || aboutPresence.has(draft.scenario);
    return isItsRule && isAbout(recordType, draft, path)
      ? undefined
      : `refused for another fault: ${message} [${rule}]`;
  };
}

/** The same operation on what the draft was made from. */
function baseOf({ base, ...draft }: RefusalDraft): RefusalInput {
  switch (draft.op) {
    case 'key.parse':
      return { op: draft.op, index: draft.index, key: base };
    case 'item.decode':
      return { op: draft.op, item: base };
    default:
      return { op: draft.op, record: base };
  }
}

/** Whether a refusal is at the subject of a draft, or inside of it. */
function isAbout(recordType: RecordType, draft: RefusalDraft, path: string): boolean {
  const [first = '', ...rest] = draft.subject.split('/').slice(1);
  // The subject of a rule is its name, and what it looks at is the whole record.
  if (draft.scenario === 'rule-broken') return path === '';
  const isOfIndex = draft.op === 'key.parse' || draft.scenario === 'foreign-key';
  const subject = isOfIndex ? rest : draft.subject === '' ? [] : [first, ...rest];
  const found = withFamily(recordType, draft, path.split('/').slice(1));
  if (draft.scenario === 'uneven-group') {
    const family = recordType.families.find(({ name }) => escapeSegment(name) === first);
    return family !== undefined && groupOf(recordType, family).some(({ name }) => escapeSegment(name) === found[0]);
  }
  return subject.every((segment, index) => (segment === '*' ? found[index] !== undefined : segment === found[index]));
}

/** In an item the members of a family are attributes; in a record they are in an object of its name. */
function withFamily(recordType: RecordType, { op, subject }: RefusalDraft, path: readonly string[]): readonly string[] {
  const [name = '', ...rest] = path;
  const family = recordType.families.find((each) => escapeSegment(each.name) === subject.split('/')[1]);
  if (op !== 'item.decode' || family === undefined || name === escapeSegment(family.name)) return path;
  const isMember = name.startsWith(escapeSegment(family.prefix)) && name.endsWith(escapeSegment(family.suffix));
  return isMember ? [escapeSegment(family.name), name, ...rest] : path;
}
