import type { Fault } from './fault.ts';
import { parsingComponents } from './support/parse.ts';

export const keyParsePercentDecoded: Fault = {
  id: 'key-parse-percent-decoded',
  summary: 'A component is percent-decoded when a key is parsed, though nothing encoded it.',
  hazard: 'key-escape-function-divergence',
  seenIn:
    'decodeURIComponent() and urllib.parse.unquote() around what comes out of a key, as the keys of S3 events need it.',
  killedBy: 'key-parse',

  apply: (codec) =>
    parsingComponents(codec, (text) =>
      text.replace(/%[0-7][0-9A-Fa-f]/g, (encoded) => String.fromCharCode(Number.parseInt(encoded.slice(1), 16))),
    ),
};
