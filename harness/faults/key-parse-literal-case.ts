import type { Fault } from './fault.ts';
import { parsingTexts, replaceIgnoringCase } from './support/parse.ts';

export const keyParseLiteralCase: Fault = {
  id: 'key-parse-literal-case',
  summary: 'Literals of a key are compared without case when it is parsed.',
  hazard: 'key-entity-tag-case',
  seenIn: 'Regular expressions with the flag "i", and equalsIgnoreCase.',
  killedBy: 'key-parse-refusal',
  apply: (codec) =>
    parsingTexts(codec, (text, part) =>
      part.pattern.tokens.reduce(
        (key, token) => (token.kind === 'literal' ? replaceIgnoringCase(key, token.text) : key),
        text,
      ),
    ),
};
