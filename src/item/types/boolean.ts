import { Violation } from '../../scalar/violation.ts';
import { tagsOf } from '../../value/attribute-value.ts';
import type { ValueCodec } from '../value-codec.ts';

export const booleanCodec: ValueCodec = {
  write: (value) => (typeof value === 'boolean' ? { BOOL: value } : new Violation('type', value, 'true or false')),
  read: (value) => tagsOf(value).BOOL ?? new Violation('type', value, 'type BOOL'),
};
