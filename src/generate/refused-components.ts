import type { Codec } from '../item/codec.ts';
import type { RecordType } from '../model/model.ts';
import type { JsonObject } from '../value/json.ts';
import { type RefusalDraft, subjectOf } from './draft.ts';
import { componentNamesOf } from './keys/components.ts';
import { keysIn, recordInIndex } from './keys/in-index.ts';
import { recordWith } from './present-record.ts';
import { completeRecord, withMember } from './record.ts';
import { refusedValues } from './values/samples.ts';

/** Components that no key may be built from, one fault each. */
export function refusedComponents(codec: Codec, recordType: RecordType): readonly RefusalDraft[] {
  const complete = completeRecord(recordType);
  const names = new Set(recordType.keys.flatMap(componentNamesOf));
  const indexes = Object.keys(keysIn(codec, recordType, complete));
  // A component of a key that the record does not have is not looked at.
  const baseOf = (name: string): JsonObject => {
    const having = recordType.keys.filter((key) => componentNamesOf(key).includes(name));
    const [first] = having.some(({ index }) => indexes.includes(index.name)) ? [] : having;
    const base = recordWith(recordType, complete, name);
    return (first === undefined ? undefined : recordInIndex(codec, recordType, base, first)) ?? base;
  };
  return [...recordType.components, ...recordType.attributes]
    .filter(({ name }) => names.has(name))
    .flatMap(({ name, type }) => {
      const base = baseOf(name);
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
