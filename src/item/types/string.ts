import type { StringType } from '../../model/model.ts';
import { stringCheck } from '../../scalar/string-check.ts';
import { Violation } from '../../scalar/violation.ts';
import { tagsOf } from '../../value/attribute-value.ts';
import type { ValueCodec } from '../value-codec.ts';

export function stringCodec(type: StringType): ValueCodec {
  const check = stringCheck(type);
  const read = (text: string): string | Violation => check(text) ?? text;
  return {
    scalar: { tag: 'S', read },
    write: (value) =>
      typeof value === 'string' ? (check(value) ?? { S: value }) : new Violation('type', value, 'a string'),
    read: (value) => {
      const text = tagsOf(value).S;
      return text === undefined ? new Violation('type', value, 'type S') : read(text);
    },
  };
}
