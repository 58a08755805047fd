import { maximumKeyBytes } from '../key/limits.ts';
import type { BinaryType, ScalarType, StringType } from '../model/model.ts';
import { heaviestText, isEndless, longestLength, type Scale } from '../regex/heaviest.ts';
import { scalarCheck } from '../scalar/scalar-check.ts';
import { utf8Length } from '../value/text.ts';
import { timestampFacts } from './timestamps.ts';
import { type ComponentToken, tokenWriter, typeDigest } from './types.ts';

/** A value that takes up the most bytes in a key, as a record has it. */
export type Longest = {
  readonly value: string;
  /** There are values of any length. The one given is longer than any key may be. */
  readonly endless: boolean;
  /** There are longer ones, which nobody needs to look at: the one given is longer than any key may be. */
  readonly cut: boolean;
};

/** No key can be longer, so nothing longer needs to be looked at. */
const enough = Math.max(maximumKeyBytes.partition, maximumKeyBytes.sort) + 1;

/** The most bytes of an item, so that no value has more. Bytes take no search, and are looked at whole. */
const mostBytes = maximumKeyBytes.computed;

/** Characters that encodings write with more bytes than others of their kind. */
const expensive = ['%', '#', '/', '|', ' '];

/** Remembers the longest values of types, because many keys have components of the same type. */
export function createLongest(): (token: ComponentToken, type: ScalarType) => Longest | undefined {
  const known = new Map<string, Longest | undefined>();
  return (token, type) => {
    const digest = JSON.stringify([token.encodings, token.until, typeDigest(type)]);
    if (!known.has(digest)) known.set(digest, longestValue(token, type));
    return known.get(digest);
  };
}

function longestValue(token: ComponentToken, type: ScalarType): Longest | undefined {
  const write = tokenWriter(token, type);
  const bytes = (value: string): number => utf8Length(write(value) ?? '');
  if (type.kind === 'string' && type.enum === null) {
    const { until } = token;
    // Some encodings write the character that ends the component as another one.
    const without = until === null || write(until)?.includes(until) !== true ? null : until;
    const scale: Scale = { weigh: bytes, candidates: [...expensive, ...(until === null ? [] : [until])], without };
    return longestText(type, scale);
  }
  if (type.kind === 'binary') return longestBytes(type);
  const check = scalarCheck(type);
  const [value] = candidatesOf(type)
    .filter((each) => check(each) === undefined && (token.until === null || !write(each)?.includes(token.until)))
    .sort((left, right) => bytes(right) - bytes(left));
  return value === undefined ? undefined : { value, endless: false, cut: false };
}

/** As many bytes as there may be, as padded base64. */
function longestBytes({ maxLength }: BinaryType): Longest {
  const length = Math.min(maxLength ?? enough, mostBytes);
  const padding = (3 - (length % 3)) % 3;
  const digits = Math.ceil(length / 3) * 4 - padding;
  return {
    value: `${'A'.repeat(digits)}${'='.repeat(padding)}`,
    endless: maxLength === null,
    cut: (maxLength ?? 0) > length,
  };
}

function candidatesOf(type: Exclude<ScalarType, BinaryType>): readonly string[] {
  if (type.kind === 'timestamp') return [timestampFacts(type.format).longest];
  if (type.kind === 'string') return type.enum ?? [];
  if (type.enum !== null) return type.enum;
  return [type.minimum, type.maximum].filter((each) => each !== null);
}

function longestText(type: StringType, scale: Scale): Longest | undefined {
  const { pattern, maxLength, minLength } = type;
  const endless = maxLength === null && (pattern === null || isEndless(pattern.automaton));
  // A loop may have to be left again, which takes at most one step for each state.
  const most = enough + (pattern?.automaton.stateCount ?? 0);
  const length = Math.min(maxLength ?? most, most);
  const check = scalarCheck(type);
  // Where bytes are what is bounded, more characters of fewer bytes each may weigh more.
  const sizes = type.maxBytes === undefined ? [4] : [1, 2, 3, 4];
  const [value] = sizes
    .flatMap((size) => {
      const limit = type.maxBytes === undefined ? length : Math.min(length, Math.floor(type.maxBytes / size));
      return pattern === null
        ? heaviestCharacter(scale, size).repeat(limit)
        : (heaviestText(pattern.automaton, minLength, limit, scale, endless ? enough : undefined) ?? []);
    })
    .filter((each) => check(each) === undefined)
    .sort((left, right) => scale.weigh(right) - scale.weigh(left));
  return value === undefined ? undefined : { value, endless, cut: !endless && isCut(type, most) };
}

/** Whether there may be values of more characters than were looked at. */
function isCut({ pattern, maxLength, maxBytes }: StringType, most: number): boolean {
  const bounds = [maxLength, maxBytes, pattern === null ? null : longestLength(pattern.automaton)];
  return bounds.every((bound) => bound === null || bound === undefined || bound > most);
}

/** @param size the most bytes of UTF-8 that it may take */
function heaviestCharacter({ weigh, candidates, without }: Scale, size: number): string {
  const [character = ''] = ['\u{1f600}', '\u20ac', '\u00e9', 'x', ...candidates]
    .filter((each) => each !== without && utf8Length(each) <= size)
    .sort((left, right) => weigh(right) - weigh(left));
  return character;
}
