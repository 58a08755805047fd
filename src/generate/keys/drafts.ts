import type { Codec } from '../../item/codec.ts';
import type { RecordType } from '../../model/model.ts';
import type { RecordDraft } from '../draft.ts';
import { subjectOf } from '../draft.ts';
import { baseRecord } from './base-record.ts';
import { keyComponents, withComponent } from './components.ts';
import { longestDrafts } from './longest.ts';
import { pairDrafts } from './pairs.ts';
import { keySamples } from './samples.ts';

/** Records whose keys are worth looking at, made of what keys need and little else. Some of them have the keys of others. */
export function keyDrafts(codec: Codec, recordType: RecordType): readonly RecordDraft[] {
  const base = baseRecord(codec, recordType);
  return [
    ...keyComponents(recordType).flatMap((component) =>
      keySamples(component).map(
        (each): RecordDraft => ({
          slug: `keys-${component.name}-${each.slug}`,
          description: `${component.name}: ${each.description}`,
          scenario: each.scenario,
          subject: subjectOf(...component.name.split('.')),
          hazards: each.hazards,
          record: withComponent(recordType, base, component.name, each.value),
        }),
      ),
    ),
    ...pairDrafts(recordType, base),
    ...longestDrafts(codec, recordType, base),
  ];
}
