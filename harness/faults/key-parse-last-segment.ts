import type { Fault } from './fault.ts';
import { parsingLastComponents } from './support/parse.ts';

export const keyParseLastSegment: Fault = {
  id: 'key-parse-last-segment',
  summary: 'The last component of a key is taken to begin at the last delimiter.',
  hazard: 'key-delimiter-injection',
  seenIn: 'key.split("#").pop() in JavaScript, key.rsplit("#", 1)[-1] in Python.',
  killedBy: 'key-parse',

  apply: (codec) => parsingLastComponents(codec, (text, delimiter) => text.slice(text.lastIndexOf(delimiter) + 1)),
};
