import { CharSet, JS, NFA } from 'refa';
import { type Automaton, toAutomaton } from './automaton.ts';
import { determinise, limited, maximumStates } from './determinise.ts';
import { shortestText, someTexts } from './explore.ts';

/** A set of texts, given by an automaton. Made here, taken apart only here; opaque everywhere else. */
export type Language = { readonly nfa: NFA };

const maximumCharacter = 0x10ffff;

/** For what is as large as the schema that it comes from, and not larger. What multiplies is limited. */
function anySize(): NFA.LimitedNodeFactory {
  return new NFA.LimitedNodeFactory(Number.POSITIVE_INFINITY);
}

/** The language of one text. */
export function languageOfText(text: string): Language {
  return languageOfTexts([text]);
}

/** The language of some texts and no other. */
export function languageOfTexts(texts: readonly string[]): Language {
  const words = texts.map((text) => Array.from(text, (character) => character.codePointAt(0) ?? 0));
  return { nfa: NFA.fromWords(words, { maxCharacter: maximumCharacter }, anySize()) };
}

/** The language of a pattern in JavaScript's `u` syntax, already known to be one of the dialect. */
export function languageOfPattern(source: string): Language {
  const body = source.replace(/^\^/, '').replace(/(?<!\\)\$$/, '');
  const { expression, maxCharacter } = JS.Parser.fromLiteral({ source: body, flags: 'u' }).parse({
    assertions: 'throw',
    backreferences: 'throw',
  });
  return { nfa: NFA.fromRegex(expression, { maxCharacter }, {}, new NFA.LimitedNodeFactory(maximumStates)) };
}

/** Every text that is not empty and does not contain the character; any text that is not empty without one. */
export function textsWithout(character: string | null): Language {
  const code = character?.codePointAt(0);
  const all = CharSet.all(maximumCharacter);
  const allowed = code === undefined ? all : all.without({ min: code, max: code });
  const nfa = NFA.fromCharSet(allowed);
  nfa.quantify(1, Number.POSITIVE_INFINITY);
  return { nfa };
}

/** Every text that starts with a text of the language. */
export function startingWith(language: Language): Language {
  const rest = NFA.fromCharSet(CharSet.all(maximumCharacter));
  rest.quantify(0, Number.POSITIVE_INFINITY);
  return concatenate(language, { nfa: rest });
}

/** Every text of the one language followed by a text of the other. */
export function concatenate(left: Language, right: Language): Language {
  const nfa = left.nfa.copy(anySize());
  nfa.append(right.nfa, anySize());
  return { nfa };
}

/** The texts that are in both languages. Throws `TooManyStates`. */
export function intersect(left: Language, right: Language): Language {
  return limited(() => ({
    nfa: NFA.fromIntersection(left.nfa, right.nfa, new NFA.LimitedNodeFactory(maximumStates)),
  }));
}

/** A shortest text of the language, the most readable among equals, or `undefined` when it has none. Throws `TooManyStates`. */
export function witness(language: Language): string | undefined {
  if (language.nfa.isEmpty) return undefined;
  return shortestText(automatonOf(language));
}

/** Some texts of the language, short ones first. Throws `TooManyStates`. */
export function witnesses(language: Language, most: number): readonly string[] {
  return language.nfa.isEmpty ? [] : someTexts(automatonOf(language), most);
}

function automatonOf(language: Language): Automaton {
  return toAutomaton(determinise(language.nfa));
}
