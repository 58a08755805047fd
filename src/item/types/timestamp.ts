import type { TimestampType } from '../../model/model.ts';
import { timestampCheck } from '../../scalar/timestamp-check.ts';
import { Violation } from '../../scalar/violation.ts';
import { normalizeDecimal } from '../../value/decimal.ts';
import { isEpochFormat } from '../../value/timestamp.ts';
import type { ValueCodec } from '../value-codec.ts';

export function timestampCodec(type: TimestampType): ValueCodec {
  const check = timestampCheck(type);
  const epoch = isEpochFormat(type.format);
  return {
    write: (value) => {
      if (typeof value !== 'string')
        return new Violation('type', value, `a timestamp of format ${type.format}, as text`);
      return check(value) ?? (epoch ? { N: value } : { S: value });
    },
    read: (value) => {
      if (!epoch) return 'S' in value ? (check(value.S) ?? value.S) : new Violation('type', value, 'type S');
      if (!('N' in value)) return new Violation('type', value, 'type N');
      const normal = normalizeDecimal(value.N) ?? value.N;
      return check(normal) ?? normal;
    },
  };
}
