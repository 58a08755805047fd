import type { TimestampType } from '../../model/model.ts';
import { timestampCheck } from '../../scalar/timestamp-check.ts';
import { Violation } from '../../scalar/violation.ts';
import { tagsOf } from '../../value/attribute-value.ts';
import { normalizeDecimal } from '../../value/decimal.ts';
import { isEpochFormat } from '../../value/timestamp.ts';
import type { ValueCodec } from '../value-codec.ts';

export function timestampCodec(type: TimestampType): ValueCodec {
  const check = timestampCheck(type);
  const epoch = isEpochFormat(type.format);
  const read = (text: string): string | Violation => {
    const normal = epoch ? (normalizeDecimal(text) ?? text) : text;
    return check(normal) ?? normal;
  };
  return {
    scalar: { tag: epoch ? 'N' : 'S', read },
    write: (value) => {
      if (typeof value !== 'string')
        return new Violation('type', value, `a timestamp of format ${type.format}, as text`);
      return check(value) ?? (epoch ? { N: value } : { S: value });
    },
    read: (value) => {
      const text = epoch ? tagsOf(value).N : tagsOf(value).S;
      return text === undefined ? new Violation('type', value, epoch ? 'type N' : 'type S') : read(text);
    },
  };
}
