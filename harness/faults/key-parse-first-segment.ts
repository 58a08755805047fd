import type { Fault } from './fault.ts';
import { parsingLastComponents } from './support/parse.ts';

export const keyParseFirstSegment: Fault = {
  id: 'key-parse-first-segment',
  summary: 'The last component of a key is taken to end at the next delimiter, though it may contain one.',
  hazard: 'key-delimiter-injection',
  seenIn: 'const [, id] = key.split("#") in JavaScript, key.split("#")[1] everywhere.',
  killedBy: 'key-parse',

  apply: (codec) => parsingLastComponents(codec, (text, delimiter) => text.split(delimiter)[0] ?? text),
};
