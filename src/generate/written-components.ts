import { standsIn } from '../key/encoding/stands.ts';
import { typeOfComponent } from '../model/component-types.ts';
import { removedCharacters } from '../model/encoding.ts';
import { componentsOf } from '../model/key-pattern.ts';
import type { ComponentToken, RecordType, StringType } from '../model/model.ts';
import { stringCheck } from '../scalar/string-check.ts';
import { typicalString } from './values/string.ts';
import { type Survival, survivingText } from './values/surviving-text.ts';

/** A value for a component, by the component's name in a pattern. */
export type Written = { readonly name: string; readonly value: string };

/**
 * Other ordinary values for the components whose own one cannot be written: keys and computed attributes leave nothing of it,
 * or it has the character that ends it there. Only those for which such a value is found.
 */
export function writtenComponents(recordType: RecordType): readonly Written[] {
  const parts = [...recordType.keys.flatMap((key) => key.parts), ...recordType.computed.map(({ part }) => part)];
  const tokens = parts.flatMap(({ pattern }) => componentsOf(pattern));
  return [...new Set(tokens.map(({ name }) => name))].flatMap((name) => {
    const type = typeOfComponent(recordType, name);
    if (type?.kind !== 'string') return [];
    const places = tokens.filter((token) => token.name === name);
    if (isWritten(type, places, typicalString(type))) return [];
    const value = writtenValue(type, places);
    return value === undefined ? [] : [{ name, value }];
  });
}

function writtenValue(type: StringType, places: readonly ComponentToken[]): string | undefined {
  const check = stringCheck(type);
  const accept = (text: string): boolean => check(text) === undefined && isWritten(type, places, text);
  const short = 'x'.repeat(Math.max(type.minLength, 1));
  const found = [...type.examples, ...(type.enum ?? []), 'value', 'value-1', short].find(accept);
  if (found !== undefined || type.pattern === null) return found;
  return survivingText(type.pattern.automaton, type.minLength, survivalAt(places), accept);
}

/** Whether every place writes a text for the value, without the character that ends it there. */
function isWritten(type: StringType, places: readonly ComponentToken[], value: string): boolean {
  return places.every((place) => standsIn(place, type, value));
}

function survivalAt(places: readonly ComponentToken[]): Survival {
  const leftOut = places.flatMap(({ encodings }) => [...removedCharacters(encodings)]);
  const forbidden = places.flatMap(({ encodings, until }) => {
    const goes = encodings.some(
      (each) =>
        each.kind === 'percent' ||
        each.kind === 'sha256' ||
        each.kind === 'shard' ||
        (each.kind === 'strip' && until !== null && each.characters.includes(until)),
    );
    return until === null || goes ? [] : [until, until.toLowerCase(), until.toUpperCase()];
  });
  return { leftOut: new Set(leftOut), forbidden: new Set(forbidden) };
}
