import type { NumberType } from '../../model/model.ts';
import { numberCheck } from '../../scalar/number-check.ts';
import { Violation } from '../../scalar/violation.ts';
import { tagsOf } from '../../value/attribute-value.ts';
import { normalizeDecimal } from '../../value/decimal.ts';
import type { ValueCodec } from '../value-codec.ts';

export function numberCodec(type: NumberType): ValueCodec {
  const check = numberCheck(type);
  const { kind, storedAs } = type;
  return {
    write: (value) => {
      if (typeof value !== 'string') return new Violation('type', value, 'a number as text, in quotes');
      // An integer has one text only; a fraction may be written in many ways, as DynamoDB itself allows.
      const normal = kind === 'integer' ? value : normalizeDecimal(value);
      if (normal === undefined) return new Violation('number', value, 'a number of at most 38 digits');
      return check(normal) ?? (storedAs === 'N' ? { N: normal } : { S: normal });
    },
    read: (value) => {
      if (storedAs === 'S') {
        if (!('S' in value)) return new Violation('type', value, 'type S, with a number in it');
        // Text is compared as text, so only one way to write a number is right.
        if (normalizeDecimal(value.S) !== value.S)
          return new Violation('number', value.S, 'a number of at most 38 digits in normal form');
        return check(value.S) ?? value.S;
      }
      const text = tagsOf(value).N;
      if (text === undefined) return new Violation('type', value, 'type N');
      const normal = normalizeDecimal(text);
      if (normal === undefined) return new Violation('number', text, 'a number of at most 38 digits');
      return check(normal) ?? normal;
    },
  };
}
