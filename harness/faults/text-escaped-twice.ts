import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const textEscapedTwice: Fault = {
  id: 'text-escaped-twice',
  summary: 'Quotes and backslashes are escaped once too often.',
  hazard: 'str-json-escape',
  seenIn: 'JSON put together with string interpolation.',
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value) => ('S' in value ? { S: value.S.replace(/["\\]/g, (each) => `\\${each}`) } : value)),
};
