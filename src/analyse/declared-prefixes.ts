import { parseKeyPattern } from '../model/key-pattern.ts';
import type { KeyToken, Model, SourceReference } from '../model/model.ts';
import { keyedBy } from './keyed.ts';
import { sortPart } from './prefix-query.ts';

/** A question with `begins_with`: for which record types, in which index, and with which start of the sort key. */
export type PrefixQuery = {
  readonly table: string;
  readonly index: string;
  /** The record types that are wanted. */
  readonly returns: readonly string[];
  readonly tokens: readonly KeyToken[];
  /** What asks, as the start of a sentence. */
  readonly what: string;
  readonly at: SourceReference;
};

/** The queries for the start of a sort key that access patterns make. */
export function declaredPrefixes(model: Model): readonly PrefixQuery[] {
  return model.design.accessPatterns.flatMap(({ name, steps }) =>
    steps.flatMap(({ table, index, returns, sort, at }) => {
      if (sort?.operator !== 'begins_with') return [];
      return sort.patterns.flatMap((pattern) => {
        const parsed = parseKeyPattern(pattern, undefined, 'any');
        if ('code' in parsed) return [];
        const what = `begins_with "${pattern}", in the access pattern "${name}",`;
        const { tokens } = parsed;
        const wanted = returns.length > 0 ? returns : writtenLike(model, table, index, tokens);
        return [{ table, index, returns: wanted, tokens, what, at }];
      });
    }),
  );
}

/**
 * Who does not say what comes back wants all record types whose sort keys are written like the start. One that has a
 * literal where the query has a component is found too, but only for some value of it.
 */
function writtenLike(model: Model, table: string, index: string, start: readonly KeyToken[]): readonly string[] {
  const read = model.tables.find(({ name }) => name === table);
  const key = read?.keys.find(({ name }) => name === index);
  if (read === undefined || key === undefined) return [];
  return keyedBy(model.recordTypes, read, key)
    .filter((entry) => isWrittenLike(sortPart(entry)?.pattern.tokens ?? [], start))
    .map(({ recordType }) => recordType.name);
}

function isWrittenLike(own: readonly KeyToken[], start: readonly KeyToken[]): boolean {
  for (const [index, asked] of start.entries()) {
    const token = own[index];
    // Text may be the start of what a component has, and a query seldom ends where the component does.
    if (token?.kind === 'component' && asked.kind === 'literal') return index === start.length - 1;
    if (token?.kind !== asked.kind) return false;
    if (token.kind !== 'literal' || asked.kind !== 'literal' || token.text === asked.text) continue;
    // The literal goes on behind the start; or the start goes on in a component, as `ORDER#2024-` does in `ORDER#{date}`.
    if (token.text.startsWith(asked.text)) return index === start.length - 1;
    return asked.text.startsWith(token.text) && index < own.length - 1;
  }
  return start.length > 0;
}
