import canonicalize from 'canonicalize';
import type { Codec, Refusal } from '../item/codec.ts';
import type { RecordType } from '../model/model.ts';
import { firstDifference } from '../value/difference.ts';
import type { Json, JsonObject } from '../value/json.ts';
import { contentOf, refusalOf } from '../vector/refusal.ts';
import type { ItemVector, ReadVector, RefusalVector, VectorFile } from '../vector/vector.ts';
import { acceptedRecords } from './accepted.ts';
import { readableItems } from './reads.ts';
import { refusedItems } from './refused-items.ts';
import { refusedComponents, refusedKeys } from './refused-keys.ts';
import { refusedRecords } from './refused-records.ts';

/**
 * Generates the golden vectors of a schema: nothing but a function of the schema, so every machine writes the same.
 *
 * @param recordTypes those whose vectors are wanted; the vectors of one do not depend on the others
 * @throws TypeError when a draft does not do what it is for. That is a mistake in the generator or in the codec, and
 *   never to be papered over by leaving the draft out.
 */
export function generateVectors(
  codec: Codec,
  recordTypes: readonly RecordType[] = codec.model.recordTypes,
): readonly VectorFile[] {
  return recordTypes.flatMap((recordType) => {
    const head = {
      format: 1,
      schema: codec.model.name,
      record_type: recordType.name,
      digest: recordType.digest,
    } as const;
    const items = itemVectors(codec, recordType);
    const [complete] = items;
    if (complete === undefined) return [];
    const reads = readVectors(codec, recordType, complete);
    const refusals = refusalVectors(codec, recordType, complete);
    return [
      { ...head, kind: 'items', vectors: items },
      { ...head, kind: 'reads', vectors: reads },
      { ...head, kind: 'refusals', vectors: refusals },
    ];
  });
}

/** Why values that are valid by themselves make no record: no key can be built from them, or a rule forbids them. */
const recordRules: ReadonlySet<string> = new Set([
  'component-empty',
  'delimiter',
  'key-too-long',
  'rule',
  // What stands for absence in a key, and instants that have no text in UTC.
  'reserved',
  'timestamp',
]);

function itemVectors(codec: Codec, recordType: RecordType): readonly ItemVector[] {
  return distinct(acceptedRecords(recordType), (draft) => draft.record).flatMap((draft) => {
    const id = idOf(recordType, draft.slug);
    const item = codec.encode(recordType.name, draft.record);
    const keys = codec.buildKeys(recordType.name, draft.record);
    // A value that no key can hold is a value of its type, but not of the record. The first draft must be right.
    if (!item.ok && draft.slug !== 'complete' && recordRules.has(item.error.rule)) return [];
    if (!item.ok || !keys.ok) throw unexpected(id, 'is refused', item.ok ? undefined : item.error);
    const decoded = codec.decode(item.value, recordType.name);
    if (!decoded.ok) throw unexpected(id, 'cannot be read back', decoded.error);
    const { record } = decoded.value;
    const same = firstDifference(draft.record, record) === undefined;
    return [
      {
        id,
        description: draft.description,
        hazards: draft.hazards,
        record: draft.record,
        keys: keys.value,
        item: item.value,
        ...(same ? {} : { read: record }),
      },
    ];
  });
}

function readVectors(codec: Codec, recordType: RecordType, complete: ItemVector): readonly ReadVector[] {
  return readableItems(recordType, complete.item).flatMap((draft) => {
    const id = idOf(recordType, `read-${draft.slug}`);
    const decoded = codec.decode(draft.item, recordType.name);
    if (!decoded.ok && decoded.error.rule === 'rule') return [];
    if (!decoded.ok) throw unexpected(id, 'cannot be read', decoded.error);
    return [
      {
        id,
        description: draft.description,
        hazards: draft.hazards,
        item: draft.item,
        record: decoded.value.record,
      },
    ];
  });
}

function refusalVectors(codec: Codec, recordType: RecordType, complete: ItemVector): readonly RefusalVector[] {
  const drafts = [
    ...refusedComponents(recordType),
    ...refusedKeys(recordType, complete.keys),
    ...refusedRecords(recordType),
    ...refusedItems(recordType, complete.item),
  ];
  return distinct(drafts, contentOf).map((draft) => {
    const { slug, ...content } = draft;
    const id = idOf(recordType, slug);
    const refusal = refusalOf(codec, recordType.name, draft);
    if (refusal === undefined) throw unexpected(id, 'is accepted');
    const { class: refusalClass, path, rule } = refusal;
    return { id, ...content, error: { class: refusalClass, path, rule } };
  });
}

/** The id of a vector. Attributes may have any name, ids only characters that need no quotes in a shell. */
function idOf(recordType: RecordType, slug: string): string {
  return `${recordType.name}/${slug.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
}

/** Drops drafts that repeat an earlier one's content; the first keeps its name. */
function distinct<Draft>(drafts: readonly Draft[], content: (draft: Draft) => Json | JsonObject): readonly Draft[] {
  const seen = new Set<string>();
  return drafts.filter((draft) => {
    const key = canonicalize(content(draft)) ?? '';
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function unexpected(id: string, what: string, error?: Refusal): TypeError {
  return new TypeError(`the vector ${id} ${what}${error === undefined ? '' : `: ${error.message} [${error.rule}]`}`);
}
