import { decodeComponent } from '../key/encoding/encode.ts';
import { endOf } from '../model/component-width.ts';
import { isInvertible } from '../model/encoding.ts';
import type { ComponentToken, KeyToken, ScalarType } from '../model/model.ts';
import { scalarCheck } from '../scalar/scalar-check.ts';
import { areApart } from './apart.ts';
import { buildPart } from './build.ts';
import { contradictsItself, findShared, isBuilt, type Keyed, pairsOf, shareAPartition, typed } from './keyed.ts';
import type { Fixed, Languages } from './languages.ts';
import { sortPart } from './prefix-query.ts';
import { preimageOf } from './preimage.ts';
import { componentTypes, tokenWriter } from './types.ts';

/** A sort key of `other` that begins like the query, in a partition where both can be; that of some record, to be sure. */
export function keyBeginning(
  tokens: readonly KeyToken[],
  wanted: Keyed,
  other: Keyed,
  languages: Languages,
): string | undefined {
  const [own, part] = [sortPart(wanted), sortPart(other)];
  if (own === undefined || part === undefined) return undefined;
  const prefix = { ...typed(wanted, own), tokens };
  if (areApart(prefix, typed(other, part), true)) return undefined;
  const shared = shareAPartition(wanted, other, languages);
  if (shared === undefined) return undefined;
  // One key for both is worse than one beginning, and reported as a collision.
  if (wanted.key.index.kind === 'primary' && findShared(wanted, other, pairsOf(wanted.parts, other.parts), languages))
    return undefined;
  const { components, texts } = shared;
  const [target, ofOther] = [typed(other, part), components[1]];
  const first = languages.extension(prefix, target, components);
  if (first === undefined) return undefined;
  const begins = (text: string): boolean =>
    isBuilt(other, part, text, new Map(ofOther)) &&
    !contradictsItself(other, { ...texts, [part.attribute.name]: text }) &&
    startsLike(tokens, text, components[0], wanted);
  // As for whole keys, a language has texts that nobody builds, so others are tried.
  return begins(first)
    ? first
    : (languages.others(prefix, target, components, true).find(begins) ??
        languages.shown(prefix, target, components, true).find(begins));
}

/** Whether a text starts with what a query asks for, with some values of its components. */
function startsLike(tokens: readonly KeyToken[], text: string, known: Fixed, wanted: Keyed): boolean {
  const own = sortPart(wanted);
  const values = own === undefined ? undefined : readBeginning(tokens, text, known, wanted);
  if (own === undefined || values === undefined) return false;
  const start = buildPart(wanted.recordType, { ...own, pattern: { text: '', tokens } }, values);
  return typeof start === 'string' && text.startsWith(start);
}

/** The values with which a text begins like the tokens. */
function readBeginning(
  tokens: readonly KeyToken[],
  text: string,
  known: Fixed,
  { recordType }: Keyed,
): Fixed | undefined {
  const values = new Map(known);
  let index = 0;
  for (const [position, token] of tokens.entries()) {
    if (token.kind === 'literal') {
      index += token.text.length;
      continue;
    }
    const type = componentTypes(recordType)(token.name);
    const fixed = values.get(token.name);
    // Where the query ends within a component, any start of what is there may be the value.
    const ended = token.until !== null || token.width !== undefined;
    const open = !ended || position === tokens.length - 1;
    const end = open ? text.length : endOf(token, text, index);
    const ends = open ? lengthsTo(end - index).map((length) => index + length) : [end];
    const value =
      fixed ?? ends.map((each) => valueFrom(token, type, text.slice(index, each))).find((each) => each !== undefined);
    const written = value === undefined ? undefined : tokenWriter(token, type)(value);
    if (value === undefined || written === undefined) return undefined;
    values.set(token.name, value);
    index += written.length;
  }
  return values;
}

/** A value that stands in a key as this text, if one is known. */
function valueFrom(token: ComponentToken, type: ScalarType, text: string): string | undefined {
  if (text === '') return undefined;
  if (!token.encodings.every(isInvertible)) return preimageOf(token, type, text);
  const value = decodeComponent(text, token.encodings);
  return typeof value === 'string' && scalarCheck(type)(value) === undefined ? value : undefined;
}

function lengthsTo(length: number): readonly number[] {
  return Array.from({ length: Math.max(length, 0) }, (_, index) => index + 1);
}
