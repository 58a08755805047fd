import type { Codec, Refusal } from '../item/codec.ts';
import { type Keys, keysOfItem } from '../item/keys-of-item.ts';
import type { RecordType } from '../model/model.ts';
import { contentKeys } from '../value/content-keys.ts';
import { firstDifference } from '../value/difference.ts';
import type { Json, JsonObject } from '../value/json.ts';
import { contentOf, refusalOf } from '../vector/refusal.ts';
import type { ItemVector, ReadVector, RefusalVector, VectorFile } from '../vector/vector.ts';
import { acceptedRecords } from './accepted.ts';
import type { ScenarioId } from './coverage/scenarios.ts';
import type { RecordDraft } from './draft.ts';
import { keyBases } from './keys/base-record.ts';
import { keysIn, recordInIndex } from './keys/in-index.ts';
import { keyVectors } from './keys/vectors.ts';
import type { Omission } from './omission.ts';
import { compileWhyNotItsFault } from './one-fault.ts';
import { orderVectors } from './order/vectors.ts';
import { withPossibleValues } from './possible-types.ts';
import { type ReadDraft, readableItems } from './reads.ts';
import { refusedComponents } from './refused-components.ts';
import { refusedItems } from './refused-items.ts';
import { refusedKeys } from './refused-keys.ts';
import { refusedRecords } from './refused-records.ts';
import { reasonOf, type UnusedDraft } from './unused-draft.ts';

/**
 * Generates the golden vectors of a schema: nothing but a function of the schema, so every machine writes the same.
 *
 * @param recordTypes those whose vectors are wanted; the vectors of one do not depend on the others
 * @param onUnused is told of each draft that does not do what it is for, and that is then left out
 * @param onOmitted is told of each scenario that gets no vector of its own, and why: that is no mistake
 * @throws TypeError for such a draft, unless somebody is told of it: of a schema that was made for the generator, it is a
 *   mistake in the generator or in the codec
 */
export function generateVectors(
  codec: Codec,
  recordTypes: readonly RecordType[] = codec.model.recordTypes,
  onUnused: (draft: UnusedDraft) => void = refuseUnused,
  onOmitted: (omission: Omission) => void = () => {},
): readonly VectorFile[] {
  return recordTypes.flatMap((declared) => {
    const recordType = withPossibleValues(codec, declared);
    const head = {
      format: 1,
      schema: codec.model.name,
      record_type: recordType.name,
      digest: recordType.digest,
    } as const;
    const drafting: Drafting = { codec, recordType, nameOf: uniqueIds(recordType), onUnused, onOmitted };
    const items = itemVectors(drafting);
    const [complete] = items;
    if (complete === undefined) return [];
    const bases = keyBases(codec, recordType);
    const keys = keyVectors(
      {
        ...drafting,
        bases,
        // What no key can hold, and what a rule forbids, is a value of its type all the same.
        onRefused: (draft, error) => omit(drafting, draft, reasonOf(error)),
      },
      items,
    );
    const order = orderVectors({ ...drafting, bases });
    const reads = readVectors(drafting, complete);
    const refusals = refusalVectors(drafting, complete);
    return [
      { ...head, kind: 'items', vectors: items },
      ...(keys.length === 0 ? [] : [{ ...head, kind: 'keys', vectors: keys } as const]),
      ...(order.length === 0 ? [] : [{ ...head, kind: 'order', vectors: order } as const]),
      { ...head, kind: 'reads', vectors: reads },
      { ...head, kind: 'refusals', vectors: refusals },
    ];
  });
}

/** What all vectors of a record type are made with. */
type Drafting = {
  readonly codec: Codec;
  readonly recordType: RecordType;
  /** The id of the next vector with a slug. */
  readonly nameOf: (slug: string) => string;
  readonly onUnused: (draft: UnusedDraft) => void;
  readonly onOmitted: (omission: Omission) => void;
};

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

function itemVectors(drafting: Drafting): readonly ItemVector[] {
  const drafts = acceptedRecords(drafting.recordType).filter((draft) => {
    if (draft.lost !== undefined) omit(drafting, draft, draft.lost);
    return draft.lost === undefined;
  });
  const [first, ...others] = distinct(drafting, drafts, (draft) => draft.record);
  const complete = first === undefined ? undefined : itemVector(drafting, first, true);
  if (complete === undefined) return [];
  return [complete, ...others.flatMap((draft) => itemVector(drafting, draft, false) ?? [])];
}

/** @param first whether all others are made from this one, so that it must be right */
function itemVector(drafting: Drafting, draft: RecordDraft, first: boolean): ItemVector | undefined {
  const { codec, recordType, nameOf } = drafting;
  const item = codec.encode(recordType.name, draft.record);
  // A value that no key can hold is a value of its type, but not of the record.
  if (!item.ok && !first && recordRules.has(item.error.rule)) return omit(drafting, draft, reasonOf(item.error));
  const id = nameOf(draft.slug);
  const unused = (what: string, error?: Refusal): undefined => report(drafting, { id, what, error, first });
  if (!item.ok) return unused('is refused', item.error);
  const decoded = codec.decode(item.value, recordType.name);
  if (!decoded.ok) return unused('cannot be read back', decoded.error);
  const { record } = decoded.value;
  const same = firstDifference(draft.record, record) === undefined;
  return {
    id,
    ...describe(draft),
    record: draft.record,
    keys: keysOfItem(recordType, item.value),
    item: item.value,
    ...(same ? {} : { read: record }),
  };
}

function readVectors(drafting: Drafting, complete: ItemVector): readonly ReadVector[] {
  const { codec, recordType, nameOf } = drafting;
  return readableItems(codec, recordType, complete).flatMap((draft) => {
    const decoded = draft.item.ok ? codec.decode(draft.item.value, recordType.name) : draft.item;
    if (!decoded.ok && recordRules.has(decoded.error.rule)) return omit(drafting, draft, reasonOf(decoded.error)) ?? [];
    const id = nameOf(`read-${draft.slug}`);
    if (!draft.item.ok || !decoded.ok)
      return report(drafting, { id, what: 'cannot be read', error: decoded.ok ? undefined : decoded.error }) ?? [];
    const { record } = decoded.value;
    return [{ id, ...describe(draft), item: draft.item.value, record }];
  });
}

/** The keys of a vector, and of the indexes that its record is not in, keys of one that is. */
function keysOfEveryIndex(codec: Codec, recordType: RecordType, { record, keys }: ItemVector): Keys {
  const others = recordType.keys.flatMap((key) => {
    const { name } = key.index;
    const other = Object.hasOwn(keys, name) ? undefined : recordInIndex(codec, recordType, record, key);
    const built = other === undefined ? undefined : keysIn(codec, recordType, other)[name];
    return built === undefined ? [] : [[name, built] as const];
  });
  return { ...keys, ...Object.fromEntries(others) };
}

function refusalVectors(drafting: Drafting, complete: ItemVector): readonly RefusalVector[] {
  const { codec, recordType, nameOf } = drafting;
  const drafts = [
    ...refusedComponents(codec, recordType),
    ...refusedKeys(recordType, keysOfEveryIndex(codec, recordType, complete)),
    ...refusedRecords(recordType),
    ...refusedItems(recordType, complete, (record) => {
      const item = codec.encode(recordType.name, record);
      return item.ok ? item.value : undefined;
    }),
  ];
  const whyNot = compileWhyNotItsFault(codec, recordType);
  const refusals = new Map(drafts.map((draft) => [draft, refusalOf(codec, recordType.name, draft)]));
  const sound = drafts.filter((draft) => {
    const refusal = refusals.get(draft);
    const reason = refusal === undefined ? undefined : whyNot(draft, refusal);
    if (reason !== undefined) omit(drafting, draft, reason);
    return reason === undefined;
  });
  return distinct(drafting, sound, contentOf).flatMap((draft) => {
    const { slug, description, scenario, subject, hazards, base: _base, ...content } = draft;
    const id = nameOf(slug);
    const refusal = refusals.get(draft);
    if (refusal === undefined) return report(drafting, { id, what: 'is accepted' }) ?? [];
    const { class: refusalClass, path, rule } = refusal;
    return [{ id, description, scenario, subject, hazards, ...content, error: { class: refusalClass, path, rule } }];
  });
}

/**
 * The ids of the vectors of one record type, each another one. Attributes may have any name, ids only characters that need
 * no quotes in a shell, so two names may give one id: the first keeps it, and the next ones get a number.
 */
function uniqueIds(recordType: RecordType): (slug: string) => string {
  const taken = new Set<string>();
  return (slug) => {
    const plain = `${recordType.name}/${slug.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
    let id = plain;
    for (let count = 2; taken.has(id); count++) id = `${plain}-${count}`;
    taken.add(id);
    return id;
  };
}

/** Drops drafts that repeat an earlier one's content; the first keeps its name. */
function distinct<Draft extends Named>(
  drafting: Drafting,
  drafts: readonly Draft[],
  content: (draft: Draft) => Json | JsonObject,
): readonly Draft[] {
  const keyOf = contentKeys();
  const seen = new Map<string, Draft>();
  return drafts.filter((draft) => {
    const key = keyOf(content(draft));
    const first = seen.get(key);
    if (first === undefined) seen.set(key, draft);
    else omit(drafting, draft, `the same as ${drafting.recordType.name}/${first.slug}`, first);
    return first === undefined;
  });
}

type Named = { readonly slug: string; readonly scenario: ScenarioId; readonly subject: string };

function omit(
  { recordType, onOmitted }: Drafting,
  { scenario, subject }: Named,
  reason: string,
  sameAs?: Named,
): undefined {
  onOmitted({ recordType: recordType.name, scenario, subject, reason, sameAs });
}

/** What a vector says about itself beside its id, in the order in which it is written. */
function describe({ description, scenario, subject, hazards }: RecordDraft | ReadDraft) {
  return { description, scenario, subject, hazards };
}

function report(
  { recordType, onUnused }: Drafting,
  draft: { readonly id: string; readonly what: string; readonly error?: Refusal | undefined; readonly first?: boolean },
): undefined {
  const { id, what, error, first = false } = draft;
  const refusal = error === undefined ? undefined : reasonOf(error);
  onUnused({ id, recordType, first, refusal, outcome: refusal === undefined ? what : `${what}: ${refusal}` });
}

function refuseUnused({ id, outcome }: UnusedDraft): never {
  throw new TypeError(`the vector ${id} ${outcome}`);
}
