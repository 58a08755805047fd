import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const textCutAtNul: Fault = {
  id: 'text-cut-at-nul',
  summary: 'Text ends at the first NUL.',
  hazard: 'str-control-characters',
  seenIn: 'C strings, and drivers built on them.',
  killedBy: 'item-encode',
  apply: (codec) => writingValues(codec, (value) => ('S' in value ? { S: value.S.split('\0')[0] ?? '' } : value)),
};
