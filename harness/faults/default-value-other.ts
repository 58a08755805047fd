import type { Attribute } from '../../src/model/model.ts';
import type { Json } from '../../src/value/json.ts';
import type { Fault } from './fault.ts';
import { asWriter, misreadAttributes } from './support/misread.ts';
import { withoutDomain } from './support/types.ts';

export const defaultValueOther: Fault = {
  id: 'default-value-other',
  summary:
    'A default is another one than the design has: 0 for 1, an empty string, the second value of an enumeration for the first.',
  hazard: 'null-missing-vs-default',
  seenIn: "Zero values of Go and Java primitives, where the design's default is none of them.",
  killedBy: 'item-encode',
  apply: (codec) =>
    asWriter(
      codec,
      misreadAttributes(codec, (attribute) => {
        const other = otherDefault(attribute);
        return other === undefined ? attribute : { ...attribute, default: other, type: withoutDomain(attribute.type) };
      }),
    ),
};

/** Another value for the default of an attribute; `undefined` where it has none, or none that is another. */
function otherDefault({ type, default: value }: Attribute): Json | undefined {
  if (value === undefined || value === null) return undefined;
  if (type.kind === 'boolean') return value !== true;
  if (type.kind !== 'string' && type.kind !== 'integer' && type.kind !== 'decimal') return undefined;
  if (type.enum === null) return type.kind === 'string' ? (value === '' ? 'other' : '') : value === '0' ? '1' : '0';
  return type.enum.find((each) => each !== value);
}
