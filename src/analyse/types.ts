import { encodedType } from '../key/encoding/encoded-type.ts';
import { componentTypes } from '../model/component-types.ts';
import type { ComponentToken, RecordType, ScalarType } from '../model/model.ts';

/** Looks up the types of the texts that components have in the keys of a record type, with their encodings applied. */
export function textTypes(recordType: RecordType): (token: ComponentToken) => ScalarType {
  const typeOf = componentTypes(recordType);
  return (token) => encodedType(typeOf(token.name), token.encodings);
}
