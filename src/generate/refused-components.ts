import { componentNames } from '../model/key-pattern.ts';
import type { RecordType } from '../model/model.ts';
import { type RefusalDraft, subjectOf } from './draft.ts';
import { recordWith } from './present-record.ts';
import { completeRecord, withMember } from './record.ts';
import { refusedValues } from './values/samples.ts';

/** Components that no key may be built from, one fault each. */
export function refusedComponents(recordType: RecordType): readonly RefusalDraft[] {
  const complete = completeRecord(recordType);
  const names = new Set(recordType.keys.flatMap((key) => key.parts.flatMap((part) => componentNames(part.pattern))));
  return [...recordType.components, ...recordType.attributes]
    .filter(({ name }) => names.has(name))
    .flatMap(({ name, type }) => {
      const base = recordWith(recordType, complete, name);
      return refusedValues(type)
        .filter((each) => typeof each.value === 'string')
        .map((each) => ({
          scenario: each.scenario,
          subject: subjectOf(name, ...each.path),
          slug: `build-${name}-${each.slug}`,
          description: `${name}: ${each.description}`,
          hazards: [
            'key-delimiter-injection',
            ...each.hazards.filter((hazard) => hazard !== 'key-delimiter-injection'),
          ],
          op: 'key.build' as const,
          base,
          record: withMember(base, name, each.value),
        }));
    });
}
