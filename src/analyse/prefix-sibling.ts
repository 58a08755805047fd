import type { KeyToken, Model } from '../model/model.ts';
import { buildPart } from './build.ts';
import { declaredPrefixes, type PrefixQuery } from './declared-prefixes.ts';
import type { Implication } from './implication.ts';
import { type Keyed, keyedBy, shareAPartition } from './keyed.ts';
import type { Languages } from './languages.ts';
import { continues, inWordsOf, itemPrefix, sortPart } from './prefix-query.ts';
import { longerSibling, sampleValues } from './samples.ts';
import { componentTypes } from './types.ts';

/**
 * A query for the start of a sort key that ends within a component also finds the longer values: `USER#1` finds `USER#10`.
 * Asked are the queries that the schema declares; without them, where one record type's sort key goes on from that of
 * another, the query for an item and everything below it.
 */
export function findPrefixSiblings(model: Model, languages: Languages): readonly Implication[] {
  const declared = declaredPrefixes(model);
  return model.tables.flatMap((table) =>
    table.keys.flatMap((index) => {
      const entries = keyedBy(model.recordTypes, table, index).filter((entry) => sortPart(entry) !== undefined);
      const queries = declared.filter((query) => query.table === table.name && query.index === index.name);
      const asked = new Set(queries.flatMap((query) => query.returns));
      const children = childrenOf(entries);
      const natural = entries
        .filter((entry) => !asked.has(entry.recordType.name))
        .flatMap((entry) => familyQuery(entry, children, languages));
      return [...queries, ...natural].flatMap((query) => siblings(query, entries));
    }),
  );
}

/** The record types whose sort key goes on from a pattern, by that pattern. */
function childrenOf(entries: readonly Keyed[]): ReadonlyMap<string, readonly Keyed[]> {
  const children = new Map<string, Keyed[]>();
  for (const entry of entries) {
    const tokens = sortPart(entry)?.pattern.tokens ?? [];
    for (const [index, token] of tokens.slice(0, -1).entries()) {
      if (token.kind !== 'component') continue;
      const start = skeleton(tokens.slice(0, index + 1));
      const known = children.get(start) ?? [];
      children.set(start, known);
      known.push(entry);
    }
  }
  return children;
}

function skeleton(tokens: readonly KeyToken[]): string {
  return JSON.stringify(tokens.map((token) => (token.kind === 'literal' ? token.text : [token.name])));
}

/** The query for one item of a record type and everything below it. */
function familyQuery(
  entry: Keyed,
  children: ReadonlyMap<string, readonly Keyed[]>,
  languages: Languages,
): readonly PrefixQuery[] {
  const [tokens, part] = [itemPrefix(entry), sortPart(entry)];
  if (tokens === undefined || part === undefined) return [];
  const below = (children.get(skeleton(tokens)) ?? []).filter(
    (each) =>
      continues(tokens, sortPart(each)?.pattern.tokens ?? []) && shareAPartition(entry, each, languages) !== undefined,
  );
  if (below.length === 0) return [];
  const { recordType, key } = entry;
  return [
    {
      table: recordType.table.name,
      index: key.index.name,
      returns: [recordType.name],
      tokens,
      what: `begins_with "${part.pattern.text}", for one "${recordType.name}" and each "${below[0]?.recordType.name}" below it,`,
      at: part.at,
    },
  ];
}

function siblings(query: PrefixQuery, entries: readonly Keyed[]): readonly Implication[] {
  for (const entry of entries.filter((each) => query.returns.includes(each.recordType.name))) {
    const tokens = inWordsOf(entry, query.tokens);
    const last = tokens?.at(-1);
    const pair = tokens === undefined || last?.kind !== 'component' ? undefined : siblingKeys(tokens, last.name, entry);
    if (pair === undefined || last?.kind !== 'component') continue;
    const [start, key] = pair;
    return [
      {
        code: 'prefix-sibling',
        at: query.at,
        message: `${query.what} also finds those whose "{${last.name}}" is longer: ${JSON.stringify(start)} finds ${JSON.stringify(key)}`,
        help: `end both keys with a delimiter, give "${last.name}" values of one length, or waive this where nobody asks so`,
      },
    ];
  }
  return [];
}

/** The start that asks for one value, and the sort key of another that begins like it; both built by the codec. */
function siblingKeys(tokens: readonly KeyToken[], name: string, entry: Keyed): readonly [string, string] | undefined {
  const part = sortPart(entry);
  const own = part?.pattern.tokens[tokens.length - 1];
  // The query ends inside of the component only if the record type's own sort key has it there.
  if (part === undefined || own?.kind !== 'component' || own.name !== name) return undefined;
  const typeOf = componentTypes(entry.recordType);
  const pair = longerSibling(typeOf(name), own.until);
  if (pair === undefined) return undefined;
  const values = new Map(
    part.pattern.tokens.flatMap((token) =>
      token.kind === 'component' ? [[token.name, sampleValues(typeOf(token.name))[0] ?? ''] as const] : [],
    ),
  );
  const start = buildPart(entry.recordType, { ...part, pattern: { text: '', tokens } }, values.set(name, pair[0]));
  const key = buildPart(entry.recordType, part, values.set(name, pair[1]));
  return typeof start === 'string' && typeof key === 'string' && key.startsWith(start) ? [start, key] : undefined;
}
