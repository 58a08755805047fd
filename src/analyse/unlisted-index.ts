import { keyAttributeNames } from '../model/key-attributes.ts';
import type { Model, RecordType } from '../model/model.ts';
import type { Implication } from './implication.ts';
import { typicalAttributes } from './typical-key.ts';

/**
 * DynamoDB puts an item into an index as soon as it has the key attributes, whether or not the schema says that the record
 * type is there. What is not said has no key there, and no query is held against it.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html
 */
export function findUnlistedIndexes(model: Model): readonly Implication[] {
  return model.recordTypes.flatMap((recordType) => {
    const own = storedNames(recordType);
    return recordType.table.keys
      .filter((index) => !recordType.keys.some((key) => key.index === index))
      .filter((index) => keyAttributeNames(index).every((name) => own.has(name)))
      .map((index): Implication => {
        const names = keyAttributeNames(index).map((name) => `"${name}"`);
        const item = typicalAttributes(recordType, keyAttributeNames(index));
        const shown = item === undefined ? '' : `, as ${item}`;
        return {
          code: 'index-unlisted',
          at: recordType.at,
          message: `items of "${recordType.name}" can have ${names.join(' and ')}${shown}, and DynamoDB puts them into "${index.name}" then, which is not among its indexes`,
          help: `add "indexes: { ${index.name}: {} }", so that its keys there are checked and queries know of it; or waive this`,
        };
      });
  });
}

/** The names of the attributes that an item may have, those of its keys among them. */
function storedNames({ attributes, computed, keys }: RecordType): ReadonlySet<string> {
  const ofKeys = keys.flatMap(({ parts }) => parts.map((part) => part.attribute.name));
  return new Set([...attributes, ...computed].map(({ name }) => name).concat(ofKeys));
}
