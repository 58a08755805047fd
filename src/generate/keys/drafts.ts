import type { Codec } from '../../item/codec.ts';
import type { RecordType } from '../../model/model.ts';
import { type RecordDraft, subjectOf } from '../draft.ts';
import type { KeyBase } from './base-record.ts';
import { keyComponents, withComponent } from './components.ts';
import { longestDrafts } from './longest.ts';
import { pairDrafts } from './pairs.ts';
import { keySamples } from './samples.ts';

/** Records whose keys are worth looking at, made of what keys need and little else. Some of them have the keys of others. */
export function keyDrafts(codec: Codec, recordType: RecordType, base: KeyBase): readonly RecordDraft[] {
  const { record, indexes, madeFor } = base;
  const drafts = [
    ...keyComponents(recordType, indexes).flatMap((component) =>
      keySamples(component).map(
        (each): RecordDraft => ({
          slug: `keys-${component.name}-${each.slug}`,
          description: `${component.name}: ${each.description}`,
          scenario: each.scenario,
          subject: subjectOf(...component.name.split('.')),
          hazards: each.hazards,
          record: withComponent(recordType, record, component.name, each.value),
        }),
      ),
    ),
    ...pairDrafts(recordType, base),
    ...longestDrafts(codec, recordType, base),
  ];
  if (madeFor === null) return drafts;
  return drafts.map((draft) => ({
    ...draft,
    slug: `${draft.slug}-in-${madeFor}`,
    description: `${draft.description}, in ${madeFor}`,
  }));
}
