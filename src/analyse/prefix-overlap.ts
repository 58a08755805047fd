import { compileParse } from '../key/parse.ts';
import { endOf } from '../model/component-width.ts';
import type { KeyToken, Model } from '../model/model.ts';
import { scalarCheck } from '../scalar/scalar-check.ts';
import { areApart } from './apart.ts';
import { buildPart } from './build.ts';
import { declaredPrefixes, type PrefixQuery } from './declared-prefixes.ts';
import type { Implication } from './implication.ts';
import { findShared, isPartition, type Keyed, keyedBy, pairsOf, shareAPartition, typed } from './keyed.ts';
import type { Fixed, Languages } from './languages.ts';
import { inWordsOf, sortPart, typePrefix } from './prefix-query.ts';
import { createTrie, type Trie } from './trie.ts';
import { componentTypes } from './types.ts';

/**
 * A query for the start of a sort key also finds what else starts like that. Asked are the queries that the schema
 * declares; for record types that none of them returns, the one that would list all items of the type.
 */
export function findPrefixOverlaps(model: Model, languages: Languages): readonly Implication[] {
  const declared = declaredPrefixes(model);
  return model.tables.flatMap((table) =>
    table.keys.flatMap((index) => {
      const entries = keyedBy(model.recordTypes, table, index).filter((entry) => sortPart(entry) !== undefined);
      const trie = createTrie<Keyed>();
      for (const entry of entries) {
        trie.add(
          entry.parts.map((part) => part.pattern.tokens),
          entry,
        );
      }
      const named = new Map(entries.map((entry) => [entry.recordType.name, entry]));
      const queries = declared.filter((query) => query.table === table.name && query.index === index.name);
      const asked = new Set(queries.flatMap((query) => query.returns));
      const reported = new Set<string>();
      const natural = entries.filter((entry) => !asked.has(entry.recordType.name)).flatMap(typeQuery);
      return [
        ...queries.flatMap((query) => overlap(query, named, trie, new Set(), languages)),
        // Of two record types that find each other, one finding is enough.
        ...natural.flatMap((query) => overlap(query, named, trie, reported, languages)),
      ];
    }),
  );
}

/** The query for all items of a record type in one partition. */
function typeQuery(entry: Keyed): readonly PrefixQuery[] {
  const { recordType, key } = entry;
  const [tokens, part] = [typePrefix(entry), sortPart(entry)];
  if (tokens === undefined || part === undefined) return [];
  return [
    {
      table: recordType.table.name,
      index: key.index.name,
      returns: [recordType.name],
      tokens,
      what: `begins_with "${textOf(tokens)}", for every "${recordType.name}" in a partition,`,
      at: part.at,
    },
  ];
}

function overlap(
  query: PrefixQuery,
  entries: ReadonlyMap<string, Keyed>,
  trie: Trie<Keyed>,
  reported: Set<string>,
  languages: Languages,
): readonly Implication[] {
  const wanted = [...new Set(query.returns)]
    .flatMap((name) => entries.get(name) ?? [])
    .sort((a, b) => a.order - b.order);
  const found: { readonly name: string; readonly key: string }[] = [];
  for (const entry of wanted) {
    const tokens = inWordsOf(entry, query.tokens);
    if (tokens === undefined) continue;
    const patterns = [...entry.parts.filter(isPartition).map((part) => part.pattern.tokens), tokens];
    const others = trie.like(patterns, true).toSorted((a, b) => a.order - b.order);
    for (const other of others) {
      const { name } = other.recordType;
      // One pattern for several record types puts them together on purpose.
      if (query.returns.includes(name) || sortPart(other)?.pattern.text === sortPart(entry)?.pattern.text) continue;
      const pair = [entry.recordType.name, name].sort().join(' ');
      if (reported.has(pair) || found.some((each) => each.name === name)) continue;
      const key = keyBeginning(tokens, entry, other, languages);
      if (key === undefined) continue;
      reported.add(pair);
      found.push({ name, key });
    }
  }
  const [first] = found;
  if (first === undefined) return [];
  return [
    {
      code: 'prefix-overlap',
      at: query.at,
      message: `${query.what} also finds ${namesOf(found.map(({ name }) => name))}: ${JSON.stringify(first.key)} begins like that`,
      help: 'begin the sort keys of each record type with a literal of its own; or waive this where both are wanted, or told apart by whoever asks',
    },
  ];
}

/** A sort key of `other` that begins like the query, in a partition where both can be; parsed and built to be sure. */
function keyBeginning(
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
  const text = languages.extension(prefix, typed(other, part), shared.components);
  if (text === undefined) return undefined;
  const [ofWanted, ofOther] = shared.components;
  if (compileParse(part, componentTypes(other.recordType))(text, new Map(ofOther)) !== undefined) return undefined;
  const components = readBeginning(tokens, text, ofWanted, wanted);
  const start =
    components === undefined
      ? undefined
      : buildPart(wanted.recordType, { ...own, pattern: { text: '', tokens } }, components);
  return typeof start === 'string' && text.startsWith(start) ? text : undefined;
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
    const check = scalarCheck(componentTypes(recordType)(token.name));
    const fixed = values.get(token.name);
    // Where the query ends within a component, any start of what is there may be the value.
    const ended = token.until !== null || token.width !== undefined;
    const open = !ended || position === tokens.length - 1;
    const end = open ? text.length : endOf(token, text, index);
    const ends = open ? lengthsTo(end - index).map((length) => index + length) : [end];
    const value =
      fixed ?? ends.map((each) => text.slice(index, each)).find((each) => each !== '' && check(each) === undefined);
    if (value === undefined) return undefined;
    values.set(token.name, value);
    index += value.length;
  }
  return values;
}

function lengthsTo(length: number): readonly number[] {
  return Array.from({ length: Math.max(length, 0) }, (_, index) => index + 1);
}

function textOf(tokens: readonly KeyToken[]): string {
  return tokens.map((token) => (token.kind === 'literal' ? token.text : `{${token.name}}`)).join('');
}

function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `"${name}"`);
  const more = names.length - shown.length;
  return more === 0 ? shown.join(' and ') : `${shown.join(', ')} and ${more} more`;
}
