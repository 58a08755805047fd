import { compileContradiction } from '../key/contradiction.ts';
import { compileParse, parsedName } from '../key/parse.ts';
import type { KeyPart, RecordKey, RecordType, Table, TableKey } from '../model/model.ts';
import { oncePer } from '../value/remember.ts';
import { areApart, type TypedPattern } from './apart.ts';
import type { Fixed, Languages } from './languages.ts';
import { needsPreimage, preimageOf } from './preimage.ts';
import { componentTypes, tokenTypes, tokenWriter } from './types.ts';

/** How one record type fills one key. `order` is its place in the schema. */
export type Keyed = {
  readonly recordType: RecordType;
  readonly key: RecordKey;
  readonly order: number;
  /** The partition key first: that of the table, where a local index shares it. */
  readonly parts: readonly KeyPart[];
};

/** Those record types of a table that are in one of its indexes, or all of them for its primary key. */
export function keyedBy(recordTypes: readonly RecordType[], table: Table, index: TableKey): readonly Keyed[] {
  return keyedIn(recordTypes)(table)(index);
}

/** Several analyses ask for the same. */
const keyedIn = oncePer((recordTypes: readonly RecordType[]) =>
  oncePer((table: Table) => oncePer((index: TableKey) => findKeyed(recordTypes, table, index))),
);

function findKeyed(recordTypes: readonly RecordType[], table: Table, index: TableKey): readonly Keyed[] {
  const found: Keyed[] = [];
  for (const [order, recordType] of recordTypes.entries()) {
    const key = recordType.table === table ? recordType.keys.find((each) => each.index === index) : undefined;
    if (key === undefined) continue;
    const shared = index.kind === 'lsi' ? (recordType.keys[0]?.parts.filter(isPartition) ?? []) : [];
    found.push({ recordType, key, order, parts: [...shared, ...key.parts] });
  }
  return found;
}

/** The pattern of one key attribute, with the types of its components. */
export function typed({ recordType }: Keyed, part: KeyPart): TypedPattern {
  return typedIn(recordType)(part);
}

const typedIn = oncePer((recordType: RecordType) =>
  oncePer(
    (part: KeyPart): TypedPattern => ({
      recordType,
      part,
      tokens: part.pattern.tokens,
      typeOf: tokenTypes(recordType),
      valueTypeOf: componentTypes(recordType),
    }),
  ),
);

export function isPartition(part: KeyPart): boolean {
  return part.place === 'partition';
}

/** Texts that both record types can have in the same key attributes, and what their components are then. */
export type Shared = {
  readonly texts: { readonly [attribute: string]: string };
  readonly components: readonly [Fixed, Fixed];
};

/**
 * Finds texts that fit all of the pairs of patterns at once. Each text is parsed by both record types, and what they
 * find is fixed for the next pair, because a component that stands twice has one value.
 */
export function findShared(
  left: Keyed,
  right: Keyed,
  pairs: readonly (readonly [KeyPart, KeyPart])[],
  languages: Languages,
): Shared | undefined {
  // One pair without a common text decides, and without any component fixed its answer is known for all such pairs.
  if (pairs.some(([a, b]) => languages.shared(typed(left, a), typed(right, b)) === undefined)) return undefined;
  // The first pair decides what a component is that stands in several, so each end is tried as the first.
  return solve(left, right, pairs, languages) ?? solve(left, right, pairs.toReversed(), languages);
}

/** The patterns of two record types for the same attributes of a key. */
export function pairsOf(left: readonly KeyPart[], right: readonly KeyPart[]): readonly (readonly [KeyPart, KeyPart])[] {
  return left.flatMap((part) => {
    const other = right.find((each) => each.attribute.name === part.attribute.name);
    return other === undefined ? [] : [[part, other] as const];
  });
}

/** Whether items of both record types can be in one partition, with a partition key that shows it. */
export function shareAPartition(left: Keyed, right: Keyed, languages: Languages): Shared | undefined {
  const pairs = pairsOf(left.parts.filter(isPartition), right.parts.filter(isPartition));
  if (pairs.some(([a, b]) => areApart(typed(left, a), typed(right, b)))) return undefined;
  return findShared(left, right, pairs, languages);
}

/** Whether some record has the text in its key. Notes the components, with a value of those that the key hides. */
export function isBuilt({ recordType }: Keyed, part: KeyPart, text: string, components: Map<string, string>): boolean {
  const typeOf = componentTypes(recordType);
  if (compileParse(part, typeOf)(text, components) !== undefined) return false;
  return part.pattern.tokens.every((token) => {
    if (token.kind === 'literal' || !needsPreimage(token)) return true;
    const written = components.get(parsedName(token));
    if (written === undefined) return true;
    const type = typeOf(token.name);
    const value = components.get(token.name);
    if (value !== undefined) return tokenWriter(token, type)(value) === written;
    const preimage = preimageOf(token, type, written);
    if (preimage === undefined) return false;
    components.set(token.name, preimage);
    return true;
  });
}

/** Whether the attributes of a whole key, each of which some record has, tell of no record together. */
export function contradictsItself({ recordType, parts }: Keyed, texts: Shared['texts']): boolean {
  const whole = parts.flatMap(({ attribute }) => texts[attribute.name] ?? []);
  if (whole.length < parts.length) return false;
  const contradiction = compileContradiction({ parts, when: [] }, recordType.attributes, componentTypes(recordType));
  return contradiction?.(whole) !== undefined;
}

function solve(
  left: Keyed,
  right: Keyed,
  pairs: readonly (readonly [KeyPart, KeyPart])[],
  languages: Languages,
): Shared | undefined {
  const texts: { [attribute: string]: string } = {};
  let components: [Map<string, string>, Map<string, string>] = [new Map(), new Map()];
  for (const [a, b] of pairs) {
    const [first, second] = [typed(left, a), typed(right, b)];
    const shortest = languages.shared(first, second, components);
    if (shortest === undefined) return undefined;
    const parseBoth = (text: string): boolean => {
      const found: [Map<string, string>, Map<string, string>] = [new Map(components[0]), new Map(components[1])];
      if (!isBuilt(left, a, text, found[0]) || !isBuilt(right, b, text, found[1])) return false;
      const all = { ...texts, [a.attribute.name]: text };
      if (contradictsItself(left, all) || contradictsItself(right, all)) return false;
      components = found;
      return true;
    };
    // A language is larger than what can be built: it knows no lengths, no bounds and not what an encoding undoes.
    const text = parseBoth(shortest)
      ? shortest
      : (languages.others(first, second, components).find(parseBoth) ??
        languages.shown(first, second, components).find(parseBoth));
    if (text === undefined) return undefined;
    texts[a.attribute.name] = text;
  }
  return { texts, components };
}
