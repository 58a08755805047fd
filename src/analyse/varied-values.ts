import type { ScalarType } from '../model/model.ts';
import { scalarCheck } from '../scalar/scalar-check.ts';
import { oncePer } from '../value/remember.ts';
import { sampleValues } from './samples.ts';

/** Values of a type that careless writing makes alike: by cutting, padding, hashing or escaping them. */
export const variedValues = oncePer((type: ScalarType): readonly string[] => {
  const check = scalarCheck(type);
  const candidates = [...sampleValues(type), ...sampleValues(type).flatMap((value) => variations(value, type))];
  return [...new Set(candidates)].filter((value) => check(value) === undefined);
});

/** Values that differ from others in nothing but upper and lower case. What is listed, is listed in all of them. */
export function recasedValues(type: ScalarType): readonly string[] {
  if (type.kind !== 'string' || type.enum !== null) return [];
  const check = scalarCheck(type);
  const candidates = sampleValues(type).flatMap((value) => {
    const characters = [...value];
    const swapped = characters.map((each) => (each === each.toLowerCase() ? each.toUpperCase() : each.toLowerCase()));
    const places = [...characters.keys()].slice(0, exchanged);
    return [value, swapped.join(''), ...places.map((place) => characters.with(place, swapped[place] ?? '').join(''))];
  });
  return candidates.filter((value) => check(value) === undefined);
}

function variations(value: string, type: ScalarType): readonly string[] {
  if (type.kind !== 'string' && type.kind !== 'timestamp') return numbers;
  const endings = [...ordinary, '%23', '#', '/', '|', '%', ' ', '-', '_'];
  return [
    ...endings.map((ending) => `${value}${ending}`),
    ...endings.map((start) => `${start}${value}`),
    ...ofOneLength(value),
    ...withSeparator(value),
  ];
}

const ordinary = [...'0123456789abcxyzABC'];

/** So many characters at either end are exchanged: enough for more values than any shard has numbers that people use. */
const exchanged = 12;

/** The same with another character in one place, for types whose values have one length. */
function ofOneLength(value: string): readonly string[] {
  const characters = [...value];
  const places = [...characters.keys()].filter((place) => place < exchanged || place >= characters.length - exchanged);
  return places.flatMap((place) => ordinary.map((each) => characters.with(place, each).join('')));
}

/** The same with a separator inside of it, which an encoding may take out. */
function withSeparator(value: string): readonly string[] {
  const characters = [...value].slice(0, 2 * exchanged);
  const rest = [...value].slice(2 * exchanged).join('');
  return [...characters.keys()].flatMap((place) =>
    [...'-_ ./'].map(
      (each) => `${characters.slice(0, place).join('')}${each}${characters.slice(place).join('')}${rest}`,
    ),
  );
}

const numbers = Array.from({ length: 40 }, (_, index) => String(index));
