import { attributeAt } from '../model/component-types.ts';
import type { RecordType } from '../model/model.ts';
import type { Json, JsonObject } from '../value/json.ts';
import { type RecordDraft, subjectOf } from './draft.ts';
import { withComponent } from './keys/components.ts';
import { slugOf } from './values/string.ts';

/** A value of a component that an item of an index has. */
export type IndexCondition = { readonly index: string; readonly component: string; readonly value: Json };

/** Every value that the condition of an index names, in the order of the schema. */
export function indexConditions({ attributes, keys }: RecordType): readonly IndexCondition[] {
  return keys.flatMap(({ index, when }) =>
    when.flatMap(({ component, values }) => {
      const isFlag = attributeAt(attributes, component.split('.'))?.type.kind === 'boolean';
      return (values ?? []).map((value) => ({
        index: index.name,
        component,
        value: isFlag ? value === 'true' : value,
      }));
    }),
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
