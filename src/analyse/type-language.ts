import type { ScalarType } from '../model/model.ts';
import { type Language, languageOfPattern, textsWithout } from '../regex/language.ts';
import { timestampFacts } from './timestamps.ts';

/** The texts that values of a type have in a record, which is how they stand in a key. */
export function languageOfType(type: ScalarType): Language {
  switch (type.kind) {
    case 'timestamp':
      return languageOfPattern(timestampFacts(type.format).source);
    case 'binary':
      return languageOfPattern('[A-Za-z0-9+\\/]+=*');
    case 'string':
      if (type.enum !== null) return languageOfPattern(type.enum.map(escapePattern).join('|'));
      return type.pattern === null ? textsWithout(null) : languageOfPattern(type.pattern.source);
    default:
      return languageOfPattern(
        type.enum === null ? '-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?' : type.enum.map(escapePattern).join('|'),
      );
  }
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, (character) => (character === '-' ? '\\x2d' : `\\${character}`));
}
