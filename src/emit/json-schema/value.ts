import type { Attribute, Slot, ValueType } from '../../model/model.ts';
import type { JsonSchema } from './json-schema.ts';
import { membersSchema } from './members.ts';
import { keyOfMap, scalarSchema } from './scalar.ts';

/**
 * A value, or NULL where it may stand in its place.
 *
 * @param absence whether the value may be one that a writer leaves out. In a list or a map there is no leaving out.
 */
export function slotSchema({ type, nullable }: Slot, absence: 'possible' | 'impossible' = 'impossible'): JsonSchema {
  const schema = typeSchema(type, absence === 'possible');
  return nullable ? { anyOf: [schema, { type: 'null' }] } : schema;
}

/** An attribute or member: its value, and "" where that counts as missing. */
export function attributeSchema(attribute: Attribute): JsonSchema {
  const schema = slotSchema(attribute, mayBeLeftOut(attribute) ? 'possible' : 'impossible');
  const description = attribute.description === '' ? {} : { description: attribute.description };
  return { ...description, ...(attribute.defaultWhenEmpty ? { anyOf: [schema, { const: '' }] } : schema) };
}

/** What a reader cannot supply, and is to be there, is not left out. */
function mayBeLeftOut({ required, default: value, defaultOn, presentWhen }: Attribute): boolean {
  return presentWhen === null && (!required || (value !== undefined && defaultOn !== 'write'));
}

function typeSchema(type: ValueType, canBeAbsent: boolean): JsonSchema {
  switch (type.kind) {
    case 'string':
    case 'integer':
    case 'decimal':
    case 'timestamp':
    case 'binary':
      return scalarSchema(type);
    case 'boolean':
      return { type: 'boolean' };
    case 'list':
      return {
        type: 'array',
        items: slotSchema(type.items),
        minItems: Math.max(type.minItems, type.allowEmpty ? 0 : 1),
        ...(type.maxItems === null ? {} : { maxItems: type.maxItems }),
      };
    case 'map':
      return mapSchema(slotSchema(type.values), type.allowEmpty);
    case 'struct':
      return membersSchema(type.members, attributeSchema);
    case 'string_set':
    case 'number_set':
    case 'binary_set':
      return {
        type: 'array',
        items: typeSchema(type.items, false),
        uniqueItems: true,
        minItems: type.emptySet === 'omit' && canBeAbsent ? 0 : 1,
      };
    case 'document':
      return mapSchema({ $ref: '#/$defs/attributeValue' }, type.allowEmpty);
    case 'any':
      // NULL is `null` in a record. Inside of the value it is a part of it.
      return { $ref: '#/$defs/attributeValue', not: { required: ['NULL'] } };
    case 'union':
      return { anyOf: type.variants.map((variant) => typeSchema(variant, canBeAbsent)) };
  }
}

function mapSchema(values: JsonSchema, allowEmpty: boolean): JsonSchema {
  return { type: 'object', propertyNames: keyOfMap, additionalProperties: values, minProperties: allowEmpty ? 0 : 1 };
}
