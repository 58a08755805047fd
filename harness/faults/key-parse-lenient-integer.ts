import type { Fault } from './fault.ts';
import { tryingAlso } from './support/decorate.ts';
import { parsingSegments } from './support/parse.ts';
import { pythonInteger } from './support/python-integer.ts';

export const keyParseLenientInteger: Fault = {
  id: 'key-parse-lenient-integer',
  summary: 'A number in a key is read by a lenient parser: " 1", "+1", "1_0", "00" and "٣" are numbers.',
  hazard: 'num-lenient-parsers',
  seenIn: "Python's int().",
  killedBy: 'key-parse-refusal',
  apply: (codec) => tryingAlso(codec, parsingSegments(codec, pythonInteger)),
};
