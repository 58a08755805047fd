import { parseKeyPattern } from '../model/key-pattern.ts';
import type { KeyToken, Model, SourceReference } from '../model/model.ts';

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
  const prefixes = new Map(Object.entries(model.prefixes));
  return model.design.accessPatterns.flatMap(({ name, steps }) =>
    steps.flatMap(({ table, index, returns, sort, at }) => {
      if (sort?.operator !== 'begins_with') return [];
      return sort.patterns.flatMap((pattern) => {
        const parsed = parseKeyPattern(pattern, prefixes, 'any');
        if ('code' in parsed) return [];
        const what = `begins_with "${pattern}", in the access pattern "${name}",`;
        return [{ table, index, returns, tokens: parsed.tokens, what, at }];
      });
    }),
  );
}
