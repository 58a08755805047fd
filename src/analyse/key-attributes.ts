import { isScalar } from '../model/component-types.ts';
import { keyAttributes } from '../model/key-attributes.ts';
import type { Attribute, KeyAttribute, Model, RecordType, ValueType } from '../model/model.ts';
import { isEpochFormat } from '../value/timestamp.ts';
import type { Implication } from './implication.ts';
import { sampleValues } from './samples.ts';

/** A table, or an index, whose key names an attribute twice cannot be made. */
export function findRepeatedKeyAttributes(model: Model): readonly Implication[] {
  return model.tables.flatMap((table) =>
    table.keys.flatMap((key): readonly Implication[] => {
      const names = keyAttributes(key).map((attribute) => attribute.name);
      const repeated = names.find((name, index) => names.indexOf(name) !== index);
      if (repeated === undefined) return [];
      return [
        {
          code: 'key-attribute-repeated',
          at: key.at,
          message: `"${key.name}" has the attribute "${repeated}" twice in its key, and DynamoDB makes no such ${key.kind === 'primary' ? 'table' : 'index'}`,
          help: 'use two attributes, or leave the sort key out',
        },
      ];
    }),
  );
}

/**
 * DynamoDB looks at the key attributes of every index whenever an item is written, whether or not the record type is
 * meant to be in the index: one that is there must have the declared type.
 */
export function findIndexAttributeTypes(model: Model): readonly Implication[] {
  return model.recordTypes.flatMap((recordType) =>
    recordType.attributes.flatMap((attribute): readonly Implication[] => {
      const declared = keyAttributeNamed(recordType, attribute.name);
      const stored = declared === undefined ? undefined : otherType(attribute, declared);
      if (declared === undefined || stored === undefined) return [];
      return [
        {
          code: 'index-attribute-type',
          at: attribute.at,
          message: `"${attribute.name}" is a key attribute of type ${declared.attribute.type} in "${declared.key}", and "${recordType.name}" can store ${stored} in it, which DynamoDB refuses`,
          help: 'give the attribute another name, or the type of the key attribute',
        },
      ];
    }),
  );
}

function keyAttributeNamed(
  recordType: RecordType,
  name: string,
): { readonly key: string; readonly attribute: KeyAttribute } | undefined {
  for (const key of recordType.table.keys) {
    const attribute = keyAttributes(key).find((each) => each.name === name);
    if (attribute !== undefined) return { key: key.name, attribute };
  }
  return undefined;
}

/** What the attribute may hold that the index does not accept, with a value that shows it; or `undefined`. */
function otherType(attribute: Attribute, { attribute: key }: { readonly attribute: KeyAttribute }): string | undefined {
  const { type, nullable } = attribute;
  if (nullable) return 'NULL';
  const stored = storedType(type);
  if (stored === undefined) return 'values of any type';
  if (stored !== key.type) return `a value of type ${stored}${shownAs(type, stored)}`;
  return 'allowEmpty' in type && type.allowEmpty ? `an empty value, {"${stored}":""},` : undefined;
}

function shownAs(type: ValueType, stored: string): string {
  if (type.kind === 'boolean') return ', {"BOOL":true},';
  const value = isScalar(type) ? sampleValues(type)[0] : undefined;
  return value === undefined ? '' : `, ${JSON.stringify({ [stored]: value })},`;
}

/** The DynamoDB type of the values of a type; `undefined` where they have several. */
function storedType(type: ValueType): string | undefined {
  switch (type.kind) {
    case 'string':
      return 'S';
    case 'integer':
    case 'decimal':
      return 'storedAs' in type && type.storedAs === 'S' ? 'S' : 'N';
    case 'timestamp':
      return isEpochFormat(type.format) ? 'N' : 'S';
    case 'binary':
      return 'B';
    case 'boolean':
      return 'BOOL';
    case 'list':
      return 'L';
    case 'map':
    case 'struct':
    case 'document':
      return 'M';
    case 'string_set':
      return 'SS';
    case 'number_set':
      return 'NS';
    case 'binary_set':
      return 'BS';
    default:
      return undefined;
  }
}
