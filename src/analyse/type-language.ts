import type { ScalarType } from '../model/model.ts';
import { compileAutomaton } from '../regex/automaton.ts';
import { anyText, automatonOfTexts, type Walkable } from '../regex/chain.ts';
import { type Language, languageOfPattern, textsWithout } from '../regex/language.ts';
import { oncePer } from '../value/remember.ts';
import { timestampFacts } from './timestamps.ts';

/** The texts that values of a type have in a record, which is how they stand in a key. */
export function languageOfType(type: ScalarType): Language {
  const source = sourceOf(type);
  return source === null ? textsWithout(null) : languageOfPattern(source);
}

/** The same as an automaton, which is there already for most types. The empty text may be missing. */
export const walkableOfType = oncePer((type: ScalarType): Walkable => {
  if (type.kind === 'string' && type.enum !== null) return automatonOfTexts(type.enum);
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
      return type.enum === null ? (type.pattern?.source ?? null) : type.enum.map(escapePattern).join('|');
    default:
      return type.enum === null ? '-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?' : type.enum.map(escapePattern).join('|');
  }
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, (character) => (character === '-' ? '\\x2d' : `\\${character}`));
}
