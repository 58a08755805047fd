import { InvalidValue } from './invalid-value.ts';
import type { ValueCodec } from './value-codec.ts';

function check(value: unknown, path: string): boolean {
  if (typeof value !== 'boolean') throw new InvalidValue(path, 'must be true or false');
  return value;
}

export const flag: ValueCodec<boolean> = {
  fromRecord: check,
  toRecord: (value) => value,
  fromAttribute: check,
  toAttribute: (value) => value,
};
