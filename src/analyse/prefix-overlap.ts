import type { KeyToken, Model } from '../model/model.ts';
import { declaredPrefixes, type PrefixQuery } from './declared-prefixes.ts';
import type { Implication } from './implication.ts';
import { keyBeginning } from './key-beginning.ts';
import { isPartition, type Keyed, keyedBy } from './keyed.ts';
import type { Languages } from './languages.ts';
import { inWordsOf, sortPart, typePrefix } from './prefix-query.ts';
import { createTrie, type Trie } from './trie.ts';

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

function textOf(tokens: readonly KeyToken[]): string {
  return tokens.map((token) => (token.kind === 'literal' ? token.text : `{${token.name}}`)).join('');
}

function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `"${name}"`);
  const more = names.length - shown.length;
  return more === 0 ? shown.join(' and ') : `${shown.join(', ')} and ${more} more`;
}
