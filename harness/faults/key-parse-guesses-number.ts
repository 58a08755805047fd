import type { Fault } from './fault.ts';
import { parsingComponents } from './support/parse.ts';

export const keyParseGuessesNumber: Fault = {
  id: 'key-parse-guesses-number',
  summary: 'A component of text that looks like a number becomes one when a key is parsed: "007" is 7, "1e3" is 1000.',
  hazard: 'num-text-confusion',
  seenIn: "Papa Parse's dynamicTyping, and JSON.parse() with the text itself where that fails.",
  killedBy: 'key-parse',

  apply: (codec) =>
    parsingComponents(codec, (text, token) =>
      // Zeros of padding are gone by now, and would have been taken away in any case.
      token.encodings.length === 0 && /^[0-9]+(?:e[0-9]+)?$/.test(text) && text.length < 16
        ? String(Number(text))
        : text,
    ),
};
