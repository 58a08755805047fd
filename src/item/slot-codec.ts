import type { Slot, ValueType } from '../model/model.ts';
import { maximumNesting } from '../model/nesting.ts';
import { Violation } from '../scalar/violation.ts';
import { solePropertyAt } from '../value/attribute-value.ts';
import { tagOf } from './tagged.ts';
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
import { unionCodec } from './types/union.ts';
import type { ValueCodec } from './value-codec.ts';

/**
 * The codec of a type, and of NULL beside it where the slot allows it.
 *
 * @param depth how many maps and lists are around the value; types do not contain themselves, so it is known beforehand
 */
export function slotCodec(slot: Slot, depth = 0): ValueCodec {
  const { write, read, scalar } = typeCodec(slot.type, depth);
  const { nullable } = slot;
  const scalarTag = scalar?.tag;
  const readScalar = scalar?.read;
  return {
    write: (value, leaveOut) => {
      if (value !== null) return write(value, leaveOut);
      return nullable ? { NULL: true } : new Violation('nullable', null, 'a value; NULL is not allowed here');
    },
    read: (value, defaulted) => {
      if (scalarTag !== undefined && readScalar !== undefined && typeof value === 'object' && value !== null) {
        const text = solePropertyAt(value, scalarTag);
        if (typeof text === 'string') return readScalar(text);
      }
      const tag = tagOf(value);
      if (tag === undefined) return new Violation('attribute-value', value, 'DynamoDB JSON, for example {"S":"text"}');
      if (tag !== 'NULL') return read(value, defaulted);
      return nullable ? null : new Violation('nullable', value, 'a value; NULL is not allowed here');
    },
  };
}

function typeCodec(type: ValueType, depth: number): ValueCodec {
  const compile = (slot: Slot): ValueCodec => slotCodec(slot, depth + 1);
  const holdsOthers = type.kind === 'list' || type.kind === 'map' || type.kind === 'struct';
  if (holdsOthers && depth >= maximumNesting) return tooDeep;
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
      return listCodec(type, compile);
    case 'map':
      return mapCodec(type, compile);
    case 'struct':
      return structCodec(type.members, compile);
    case 'string_set':
    case 'number_set':
    case 'binary_set':
      return setCodec(type, compile);
    case 'document':
      return documentCodec(type, depth);
    case 'union':
      return unionCodec(type.variants, (slot) => slotCodec(slot, depth));
    case 'any':
      return freeCodec(depth);
  }
}

/** DynamoDB has no place for a map or list in here, even an empty one. */
const tooDeep: ValueCodec = {
  write: (value) => new Violation('nesting', value, `at most ${maximumNesting} levels`),
  read: (value) => new Violation('nesting', value, `at most ${maximumNesting} levels`),
};
