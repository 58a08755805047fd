import type { ValueType } from '../../model/model.ts';
import { Violation } from '../../scalar/violation.ts';
import { isObject, type Json } from '../../value/json.ts';
import { checkAttributeValue } from '../attribute-value-check.ts';
import type { ValueCodec } from '../value-codec.ts';

type DocumentType = Extract<ValueType, { kind: 'document' }>;

/**
 * A map of any shape. A record holds its members as DynamoDB JSON.
 *
 * @param depth how many maps and lists are around it
 */
export function documentCodec(type: DocumentType, depth: number): ValueCodec {
  const refuseEmpty = (members: object): Violation | undefined =>
    type.allowEmpty || Object.keys(members).length > 0
      ? undefined
      : new Violation('empty', members, 'a map that is not empty');
  return {
    write: (value) => {
      if (!isObject(value)) return new Violation('type', value, 'an object whose members are DynamoDB JSON');
      return refuseEmpty(value) ?? checkAttributeValue({ M: value }, depth, 'M');
    },
    read: (value) => {
      if (!('M' in value)) return new Violation('type', value, 'type M');
      const checked = refuseEmpty(value.M) ?? checkAttributeValue(value, depth, 'M');
      if (checked instanceof Violation) return checked;
      return 'M' in checked ? (checked.M as Json) : {};
    },
  };
}
