import type { RecordType } from '../model/model.ts';
import type { Json, JsonObject } from '../value/json.ts';
import { type RecordDraft, subjectOf } from './draft.ts';
import { withComponent } from './keys/components.ts';
import { namedValues } from './keys/in-index.ts';
import { slugOf } from './values/string.ts';

/** A value of a component that an item of an index has. */
export type IndexCondition = { readonly index: string; readonly component: string; readonly value: Json };

/** Every value that the condition of an index names, in the order of the schema. */
export function indexConditions(recordType: RecordType): readonly IndexCondition[] {
  return recordType.keys.flatMap(({ index, when }) =>
    when.flatMap((presence) =>
      namedValues(recordType, presence).map((value) => ({ index: index.name, component: presence.component, value })),
    ),
  );
}

/** A record with each of these values. That of an enumeration is there as a value of it already, and says the same. */
export function conditionDrafts(recordType: RecordType, complete: JsonObject): readonly RecordDraft[] {
  return indexConditions(recordType).map(({ index, component, value }) => ({
    scenario: 'index-condition',
    subject: subjectOf(...component.split('.')),
    slug: `${component}-for-${index}-${slugOf(String(value))}`,
    description: `${component}: ${JSON.stringify(value)}, which items of ${index} have`,
    hazards: ['gsi-sparse'],
    record: withComponent(recordType, complete, component, value),
  }));
}
