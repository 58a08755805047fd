import { maximumKeyBytes } from '../key/limits.ts';
import { componentsOf } from '../model/key-pattern.ts';
import type { KeyPart, Model, RecordType, ScalarType } from '../model/model.ts';
import { longestLength } from '../regex/heaviest.ts';
import { Violation } from '../scalar/violation.ts';
import { base64Length } from '../value/base64.ts';
import { utf8Length } from '../value/text.ts';
import { buildPart } from './build.ts';
import type { Implication } from './implication.ts';
import { createLongest, type Longest } from './longest.ts';
import { type ComponentToken, componentTypes, tokenWriter } from './types.ts';

/** A key that can become longer than DynamoDB accepts makes some records impossible to write, found out one by one. */
export function findKeySize(model: Model): readonly Implication[] {
  const longest = createLongest();
  return model.recordTypes.flatMap((recordType) =>
    recordType.keys.flatMap((key) => key.parts.flatMap((part) => tooLong(recordType, part, longest))),
  );
}

function tooLong(
  recordType: RecordType,
  part: KeyPart,
  longest: ReturnType<typeof createLongest>,
): readonly Implication[] {
  const typeOf = componentTypes(recordType);
  const limit = maximumKeyBytes[part.place];
  let bound = 0;
  for (const token of part.pattern.tokens)
    bound += token.kind === 'literal' ? utf8Length(token.text) : upperBound(token, typeOf(token.name));
  if (bound <= limit) return [];
  const least = leastBytes(part, typeOf);
  if (least > limit) {
    const atLeast = componentsOf(part.pattern).length === 0 ? '' : 'at least ';
    return [implication(part, `takes ${atLeast}${least} bytes`, 'make it shorter: no record can have this key')];
  }
  const values = new Map<string, Longest>();
  for (const token of part.pattern.tokens) {
    if (token.kind === 'literal') continue;
    const value = longest(token, typeOf(token.name));
    if (value === undefined) return [];
    values.set(token.name, value);
  }
  // No UTF-16 unit takes more than three bytes, so short keys need not be built.
  const most = part.pattern.tokens.map((token) =>
    token.kind === 'literal' ? token.text.length : writtenLength(token, typeOf(token.name), values),
  );
  if (most.reduce((sum, each) => sum + each, 0) * 3 <= limit) return [];
  const built = buildPart(recordType, part, new Map([...values].map(([name, { value }]) => [name, value])));
  if (!(built instanceof Violation) || built.rule !== 'key-too-long') return [];
  const endless = [...values].find(([, value]) => value.endless)?.[0];
  // A binary attribute has bytes, of which a record has the base64.
  const isBinary = part.attribute.type === 'B';
  const bytesOf = isBinary ? base64Length : utf8Length;
  const atLeast = [...values.values()].some(({ cut }) => cut) ? 'at least ' : '';
  const size =
    endless === undefined
      ? `can take ${atLeast}${bytesOf(String(built.value))} bytes${shares(part, typeOf, values)}`
      : `has no limit, because "{${endless}}" has none: with ${tooMany(part)} bytes of it the key is too long`;
  const help = isBinary
    ? 'set max_length, in bytes'
    : 'set max_bytes, or max_length, in code points of up to four bytes, or a pattern that allows ASCII only';
  return [implication(part, size, help)];
}

/** The bytes of each component in the longest key, as the end of a sentence. */
function shares({ attribute, pattern }: KeyPart, typeOf: (name: string) => ScalarType, values: Values): string {
  const bytesOf = attribute.type === 'B' ? base64Length : utf8Length;
  const sizes = componentsOf(pattern).map((token) => {
    const text = tokenWriter(token, typeOf(token.name))(values.get(token.name)?.value ?? '') ?? '';
    return `${bytesOf(text)} in "{${token.label}}"`;
  });
  // A key that is one component has all of its bytes there.
  return pattern.tokens.length === 1 ? '' : `, ${sizes.join(' and ')}`;
}

type Values = ReadonlyMap<string, Longest>;

/** How many bytes of a component without a limit are too many, whatever else is in the key. */
function tooMany({ place, pattern }: KeyPart): number {
  const literals = pattern.tokens.map((token) => (token.kind === 'literal' ? utf8Length(token.text) : 0));
  return maximumKeyBytes[place] + 1 - literals.reduce((sum, each) => sum + each, 0);
}

function implication({ at, place, pattern }: KeyPart, size: string, help: string): Implication {
  const message = `the ${place} key "${pattern.text}" ${size}, and DynamoDB accepts ${maximumKeyBytes[place]} bytes`;
  return { code: 'key-size', at, message, help };
}

/** Bytes that every key has: of its literals, and of texts that are written as they are. */
function leastBytes({ pattern }: KeyPart, typeOf: (name: string) => ScalarType): number {
  return pattern.tokens.reduce((sum, token) => {
    if (token.kind === 'literal') return sum + utf8Length(token.text);
    const type = typeOf(token.name);
    return sum + (type.kind === 'string' && token.encodings.length === 0 ? type.minLength : 0);
  }, 0);
}

/** Bytes that a component certainly does not exceed: nearly all keys are short, and need not be measured exactly. */
function upperBound({ encodings }: ComponentToken, type: ScalarType): number {
  const most = (type.kind === 'string' ? type.maxBytes : undefined) ?? Number.POSITIVE_INFINITY;
  const own = Math.min(mostCharacters(type) * 4, most);
  if (encodings.length === 0) return own;
  // Each byte of UTF-8 may be percent-encoded; hashes, padding and what stands for absence are bounded by themselves.
  const widths = encodings.map((each) =>
    each.kind === 'pad' ? each.width : each.kind === 'or' ? utf8Length(each.text) : 64,
  );
  return Math.max(own * 3, ...widths);
}

function mostCharacters(type: ScalarType): number {
  if (type.kind === 'binary') return Number.POSITIVE_INFINITY;
  if (type.kind !== 'string') return 42;
  if (type.enum !== null) return Math.max(...type.enum.map(({ length }) => length));
  return Math.min(
    type.maxLength ?? Number.POSITIVE_INFINITY,
    type.pattern === null ? Number.POSITIVE_INFINITY : longestLength(type.pattern.automaton),
  );
}

function writtenLength(token: ComponentToken, type: ScalarType, values: ReadonlyMap<string, Longest>): number {
  return tokenWriter(token, type)(values.get(token.name)?.value ?? '')?.length ?? 0;
}
