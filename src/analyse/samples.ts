import type { ScalarType } from '../model/model.ts';
import { textOfLength } from '../regex/explore.ts';
import { witness } from '../regex/language.ts';
import { scalarCheck } from '../scalar/scalar-check.ts';
import { timestampFacts } from './timestamps.ts';
import { languageOfType } from './type-language.ts';

/** A few values of a type, as a record has them: examples of the schema first, then short ones. */
export function sampleValues(type: ScalarType): readonly string[] {
  const check = scalarCheck(type);
  const examples = 'examples' in type ? type.examples : [];
  return [...new Set([...examples, ...candidates(type)])].filter((value) => check(value) === undefined);
}

function candidates(type: ScalarType): readonly string[] {
  if (type.kind === 'timestamp') return timestampFacts(type.format).samples;
  if (type.kind === 'binary') return ['AA==', 'AAA=', 'AAAA', 'AAAAAAAAAAAAAAAAAAAAAA=='];
  if (type.kind !== 'string') return [...(type.enum ?? ['1', type.minimum ?? '0', type.maximum ?? '0'])];
  if (type.enum !== null) return type.enum;
  if (type.pattern === null) return ['a'.repeat(Math.max(type.minLength, 1)), 'b'.repeat(Math.max(type.minLength, 1))];
  const text = type.minLength > 0 ? textOfLength(type.pattern.automaton, type.minLength) : undefined;
  return [text ?? witness(languageOfType(type)) ?? ''];
}

/**
 * Two values of a type of which the longer starts with the shorter, or `undefined` where no value goes on: all have one
 * length, or say themselves where they end.
 */
export function longerSibling(type: ScalarType, until: string | null): readonly [string, string] | undefined {
  const check = scalarCheck(type);
  const valid = (value: string): boolean =>
    value !== '' && check(value) === undefined && (until === null || !value.includes(until));
  const starts = [...sampleValues(type), ...(type.kind === 'timestamp' ? ['1'] : ['1', '9'])].filter(valid);
  for (const start of starts) {
    const longer = [...endings.map((ending) => `${start}${ending}`), ...sampleValues(type)].find(
      (value) => value !== start && value.startsWith(start) && valid(value),
    );
    if (longer !== undefined) return [start, longer];
  }
  return undefined;
}

const endings = ['0', '1', 'a', 'A', 'x', 'X', '-', '_', '-a', '-0', '-A', '.0', '/a', ' a', 'aa', '00'];
