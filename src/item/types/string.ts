import type { StringType } from '../../model/model.ts';
import { stringCheck } from '../../scalar/string-check.ts';
import { Violation } from '../../scalar/violation.ts';
import type { ValueCodec } from '../value-codec.ts';

export function stringCodec(type: StringType): ValueCodec {
  const check = stringCheck(type);
  return {
    write: (value) =>
      typeof value === 'string' ? (check(value) ?? { S: value }) : new Violation('type', value, 'a string'),
    read: (value) => ('S' in value ? (check(value.S) ?? value.S) : new Violation('type', value, 'type S')),
  };
}
