import type { ScalarType } from '../model/model.ts';
import { compileAutomaton } from '../regex/automaton.ts';
import { anyText, automatonOfTexts, type Walkable } from '../regex/chain.ts';
import { type Language, languageOfPattern, languageOfTexts, textsWithout } from '../regex/language.ts';
import { oncePer } from '../value/remember.ts';
import { timestampFacts } from './timestamps.ts';

/** The texts that values of a type have in a record, which is how they stand in a key. */
export function languageOfType(type: ScalarType): Language {
  const listed = listedIn(type);
  if (listed !== null) return languageOfTexts(listed);
  const source = sourceOf(type);
  return source === null ? textsWithout(null) : languageOfPattern(source);
}

/** The same as an automaton, which is there already for most types. The empty text may be missing. */
export const walkableOfType = oncePer((type: ScalarType): Walkable => {
  const listed = listedIn(type);
  if (listed !== null) return automatonOfTexts(listed);
  if (type.kind === 'string' && type.pattern !== null) return type.pattern.automaton;
  const source = sourceOf(type);
  return source === null ? anyText : compileAutomaton(source);
});

function sourceOf(type: ScalarType): string | null {
  switch (type.kind) {
    case 'timestamp':
      return timestampFacts(type.format).source;
    case 'binary':
      return '[A-Za-z0-9+\\/]+=*';
    case 'string':
      return type.pattern?.source ?? null;
    default:
      return '-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?';
  }
}

/** The values of an enumeration, which may be thousands: too many for a pattern. */
function listedIn(type: ScalarType): readonly string[] | null {
  return 'enum' in type ? type.enum : null;
}
