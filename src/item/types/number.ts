import type { NumberType } from '../../model/model.ts';
import { numberCheck } from '../../scalar/number-check.ts';
import { Violation } from '../../scalar/violation.ts';
import { normalizeDecimal } from '../../value/decimal.ts';
import type { ValueCodec } from '../value-codec.ts';

export function numberCodec(type: NumberType): ValueCodec {
  const check = numberCheck(type);
  const { kind } = type;
  return {
    write: (value) => {
      if (typeof value !== 'string') return new Violation('type', value, 'a number as text, in quotes');
      // An integer has one text only; a fraction may be written in many ways, as DynamoDB itself allows.
      const normal = kind === 'integer' ? value : normalizeDecimal(value);
      if (normal === undefined) return new Violation('number', value, 'a number of at most 38 digits');
      return check(normal) ?? { N: normal };
    },
    read: (value) => {
      if (!('N' in value)) return new Violation('type', value, 'type N');
      const normal = normalizeDecimal(value.N);
      if (normal === undefined) return new Violation('number', value.N, 'a number of at most 38 digits');
      return check(normal) ?? normal;
    },
  };
}
