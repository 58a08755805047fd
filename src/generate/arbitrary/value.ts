import fc from 'fast-check';
import type { Slot, ValueType } from '../../model/model.ts';
import type { Json } from '../../value/json.ts';
import { arbitraryAttributeValue, arbitraryDocument } from './attribute-value.ts';
import { arbitraryBytes } from './bytes.ts';
import { arbitraryList, arbitraryMap, arbitrarySet } from './collection.ts';
import { arbitraryMembers } from './members.ts';
import { arbitraryNumber } from './number.ts';
import { arbitraryString } from './string.ts';
import { arbitraryTimestamp } from './timestamp.ts';

/**
 * The values of a type, as they stand in a record.
 *
 * @param without characters that the text of a scalar must not contain
 */
export function arbitraryValue(type: ValueType, without = ''): fc.Arbitrary<Json> {
  switch (type.kind) {
    case 'string':
      return arbitraryString(type, without);
    case 'integer':
    case 'decimal':
      return arbitraryNumber(type, without);
    case 'timestamp':
      return arbitraryTimestamp(type, without);
    case 'boolean':
      return fc.boolean();
    case 'binary':
      return arbitraryBytes(Math.max(type.minLength, type.allowEmpty ? 0 : 1), type.maxLength);
    case 'list':
      return arbitraryList(type, arbitrarySlot(type.items));
    case 'map':
      return arbitraryMap(type, arbitrarySlot(type.values));
    case 'struct':
      return arbitraryMembers(type.members, arbitraryValue, () => '');
    case 'string_set':
    case 'number_set':
    case 'binary_set':
      return arbitrarySet(arbitraryValue(type.items));
    case 'document':
      return arbitraryDocument(type.allowEmpty) as fc.Arbitrary<Json>;
    case 'union':
      return fc.oneof(...type.variants.map((variant) => arbitraryValue(variant)));
    case 'any':
      // NULL in place of a value is `null` in a record, and only where the slot is nullable.
      return arbitraryAttributeValue().filter((value) => !('NULL' in value)) as fc.Arbitrary<Json>;
  }
}

/** The values of a type, and `null` where the slot takes it. */
export function arbitrarySlot(slot: Slot): fc.Arbitrary<Json> {
  const values = arbitraryValue(slot.type);
  return slot.nullable ? fc.option(values, { nil: null }) : values;
}
