import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const textLowerCased: Fault = {
  id: 'text-lower-cased',
  summary: 'Text is folded to lower case, as emails and names are "for comparison".',
  hazard: 'key-case-folding-unicode',
  seenIn: 'email.lower(); languages differ over "İ".',
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value, type) =>
      'S' in value && type.kind === 'string' && type.enum === null ? { S: value.S.toLowerCase() } : value,
    ),
};
