import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const textNormalised: Fault = {
  id: 'text-normalised',
  summary: "Text is written in Unicode's form C, and another program never finds it.",
  hazard: 'key-unicode-normalisation',
  seenIn: 'File names of macOS, and libraries that normalise "to be safe": text.normalize() in JavaScript.',
  killedBy: 'item-encode',
  apply: (codec) => writingValues(codec, (value) => ('S' in value ? { S: value.S.normalize('NFC') } : value)),
};
