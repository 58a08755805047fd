import { compileAutomaton } from '../../regex/automaton.ts';
import { anyText, automatonOfTexts, type Walkable } from '../../regex/chain.ts';
import { calendarSources } from '../../value/time-source.ts';
import type { Encoding, ValueType } from '../model.ts';

/** Texts that values of a type have in a key: all of them, and any text where that is not known exactly. */
export function textsInKey(type: ValueType | undefined, encodings: readonly Encoding[]): Walkable {
  const [encoding, more] = encodings;
  if (type === undefined || more !== undefined) return anyText;
  if (encoding !== undefined) return encodedTexts(encoding);
  switch (type.kind) {
    case 'string':
      return type.enum === null ? (type.pattern?.automaton ?? anyText) : automatonOfTexts(type.enum);
    case 'integer':
    case 'decimal': {
      if (type.enum !== null) return automatonOfTexts(type.enum);
      const sign = type.minimum !== null && !type.minimum.startsWith('-') ? '' : '-?';
      return compiled(`${sign}(?:0|[1-9][0-9]*)${type.kind === 'integer' ? '' : '(?:\\.[0-9]+)?'}`);
    }
    case 'timestamp':
      return compiled(timeSource(type.format));
    default:
      return anyText;
  }
}

function encodedTexts(encoding: Encoding): Walkable {
  switch (encoding.kind) {
    case 'pad':
      return compiled(`[0-9]{${encoding.width}}`);
    case 'time':
      return compiled(timeSource(encoding.format));
    default:
      return anyText;
  }
}

/** What is cut off from a time with an offset may lie before 1970. */
function timeSource(format: keyof typeof calendarSources | 'epoch-seconds' | 'epoch-milliseconds'): string {
  return format === 'epoch-seconds' || format === 'epoch-milliseconds'
    ? '-?(?:0|[1-9][0-9]*)'
    : calendarSources[format];
}

const known = new Map<string, Walkable>();

/** There are few such sources, and schemas repeat them. */
function compiled(source: string): Walkable {
  const automaton = known.get(source) ?? compileAutomaton(source);
  known.set(source, automaton);
  return automaton;
}
