import canonicalize from 'canonicalize';
import type { Codec, Refusal } from '../../item/codec.ts';
import type { RecordType } from '../../model/model.ts';
import type { Json, JsonObject } from '../../value/json.ts';
import type { KeyVector } from '../../vector/vector.ts';
import type { RecordDraft } from '../draft.ts';
import type { KeyBase } from './base-record.ts';
import { keyMembers } from './components.ts';
import { keyDrafts } from './drafts.ts';

/** What key vectors are made with. */
export type KeyDrafting = {
  readonly codec: Codec;
  readonly recordType: RecordType;
  readonly bases: readonly KeyBase[];
  /** The id of the next vector with a slug. */
  readonly nameOf: (slug: string) => string;
  /** Is told of a draft whose record is refused, so that there is no vector. */
  readonly onRefused: (draft: RecordDraft, refusal: Refusal) => void;
};

/**
 * The key vectors of a record type: none of them asks what another one asks already.
 *
 * @param known vectors whose keys are asked for anyway: those of items
 */
export function keyVectors(drafting: KeyDrafting, known: readonly KeyVector[]): readonly KeyVector[] {
  const { codec, recordType, bases, nameOf, onRefused } = drafting;
  const members = keyMembers(recordType);
  // Two records with the same components are one to whoever builds keys, whatever else they have.
  const contentOf = (record: JsonObject): string =>
    canonicalize(members.map((name) => (Object.hasOwn(record, name) ? [record[name]] : [])) as unknown as Json) ?? '';
  const seen = new Set(known.map(({ record }) => contentOf(record)));
  return bases
    .flatMap((base) => keyDrafts(codec, recordType, base))
    .flatMap((draft) => {
      const content = contentOf(draft.record);
      if (seen.has(content)) return [];
      seen.add(content);
      const keys = codec.buildKeys(recordType.name, draft.record);
      if (!keys.ok) {
        onRefused(draft, keys.error);
        return [];
      }
      const { slug, description, scenario, subject, hazards, record } = draft;
      return [{ id: nameOf(slug), description, scenario, subject, hazards, record, keys: keys.value }];
    });
}
