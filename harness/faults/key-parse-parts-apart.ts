import type { Fault } from './fault.ts';
import { tryingAlso } from './support/decorate.ts';
import { parsePartsApart } from './support/parse.ts';

export const keyParsePartsApart: Fault = {
  id: 'key-parse-parts-apart',
  summary: 'Each attribute of a key is parsed by itself; that they tell of two records is not noticed.',
  hazard: 'key-parts-disagree',
  seenIn: 'Parsers with one regular expression for PK and one for SK, whose groups are put into one object.',
  killedBy: 'key-parse-refusal',
  apply: (codec) =>
    tryingAlso(codec, { ...codec, parseKey: parsePartsApart(codec) }, 'key-mismatch', 'index-key', 'present-when'),
};
