import type { RecordType, ValueType } from '../../../src/model/model.ts';
import type { AttributeValue, Item } from '../../../src/value/attribute-value.ts';
import type { Json, JsonObject } from '../../../src/value/json.ts';
import { isNumeric } from './types.ts';

/** What a language without "absent" has in the place of a required attribute, as an item. */
export function zeroValues({ attributes }: RecordType): Item {
  return Object.fromEntries(
    attributes
      .filter((each) => each.required)
      .map(({ name, type }): [string, AttributeValue] => [name, zeroValue(type)]),
  );
}

function zeroValue(type: ValueType): AttributeValue {
  const zero = zeroMember(type);
  if (typeof zero === 'boolean') return { BOOL: zero };
  if (Array.isArray(zero)) return { L: [] };
  if (typeof zero === 'string')
    return isNumeric(type) ? { N: zero } : type.kind === 'binary' ? { B: zero } : { S: zero };
  return { M: {} };
}

/** The same, as a record. */
export function zeroMembers({ attributes, components }: RecordType): JsonObject {
  const required = [...components, ...attributes.filter((each) => each.required && each.default === undefined)];
  return Object.fromEntries(required.map(({ name, type }): [string, Json] => [name, zeroMember(type)]));
}

function zeroMember(type: ValueType): Json {
  switch (type.kind) {
    case 'boolean':
      return false;
    case 'integer':
    case 'decimal':
      return '0';
    case 'timestamp':
      return isNumeric(type) ? '0' : '1970-01-01T00:00:00Z';
    case 'string':
    case 'binary':
      return '';
    case 'list':
    case 'string_set':
    case 'number_set':
    case 'binary_set':
      return [];
    default:
      return {};
  }
}
