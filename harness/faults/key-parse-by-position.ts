import type { Fault } from './fault.ts';
import { parseByPosition } from './support/parse.ts';

export const keyParseByPosition: Fault = {
  id: 'key-parse-by-position',
  summary: 'A key is split at its delimiters and read by position; what stands there is not looked at.',
  hazard: 'key-prefix-overlap',
  seenIn: 'sk.split("#")[1] in handlers of streams and in list endpoints.',
  killedBy: 'key-parse-refusal',
  apply: (codec) => ({ ...codec, parseKey: parseByPosition(codec) }),
};
