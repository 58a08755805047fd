import type { Slot, ValueType } from '../model/model.ts';
import { Violation } from '../scalar/violation.ts';
import { tagsOf } from '../value/attribute-value.ts';
import { isTagged } from './tagged.ts';
import { binaryCodec } from './types/binary.ts';
import { booleanCodec } from './types/boolean.ts';
import { documentCodec } from './types/document.ts';
import { freeCodec } from './types/free.ts';
import { listCodec } from './types/list.ts';
import { mapCodec } from './types/map.ts';
import { numberCodec } from './types/number.ts';
import { setCodec } from './types/set.ts';
import { stringCodec } from './types/string.ts';
import { structCodec } from './types/struct.ts';
import { timestampCodec } from './types/timestamp.ts';
import type { ValueCodec } from './value-codec.ts';

/** The codec of a type, and of NULL beside it where the slot allows it. */
export function slotCodec(slot: Slot): ValueCodec {
  const inner = typeCodec(slot.type);
  const { nullable } = slot;
  return {
    write: (value) => {
      if (value !== null) return inner.write(value);
      return nullable ? { NULL: true } : new Violation('nullable', null, 'a value; NULL is not allowed here');
    },
    read: (value) => {
      if (!isTagged(value)) return new Violation('attribute-value', value, 'DynamoDB JSON, for example {"S":"text"}');
      if (tagsOf(value).NULL === undefined) return inner.read(value);
      return nullable ? null : new Violation('nullable', value, 'a value; NULL is not allowed here');
    },
  };
}

function typeCodec(type: ValueType): ValueCodec {
  switch (type.kind) {
    case 'string':
      return stringCodec(type);
    case 'integer':
    case 'decimal':
      return numberCodec(type);
    case 'timestamp':
      return timestampCodec(type);
    case 'boolean':
      return booleanCodec;
    case 'binary':
      return binaryCodec(type);
    case 'list':
      return listCodec(type, slotCodec);
    case 'map':
      return mapCodec(type, slotCodec);
    case 'struct':
      return structCodec(type.members, slotCodec);
    case 'string_set':
    case 'number_set':
    case 'binary_set':
      return setCodec(type, slotCodec);
    case 'document':
      return documentCodec(type);
    case 'any':
      return freeCodec;
  }
}
