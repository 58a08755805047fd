import { parseKeyPattern } from '../model/key-pattern.ts';
import type { KeyToken, Model, SourceReference } from '../model/model.ts';

/** What a schema may say of its design, as far as it matters for what keys imply. */
export type KeyDesign = {
  readonly recordTypes: readonly { readonly name: string; readonly id: string | null; readonly appendOnly: boolean }[];
  readonly attributes: readonly {
    readonly recordType: string;
    readonly path: string;
    readonly lifecycle: object | null;
  }[];
  readonly accessPatterns: readonly {
    readonly name: string;
    readonly steps: readonly {
      readonly table: string;
      readonly index: string;
      readonly returns: readonly string[];
      readonly sort: { readonly operator: string; readonly patterns: readonly string[] } | null;
      readonly at: SourceReference;
    }[];
  }[];
};

const nothing: KeyDesign = { recordTypes: [], attributes: [], accessPatterns: [] };

/** The design of a model that has one. */
export function designOf(model: Model): KeyDesign {
  const design: unknown = 'design' in model ? model.design : undefined;
  return typeof design === 'object' && design !== null ? (design as KeyDesign) : nothing;
}

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
  return designOf(model).accessPatterns.flatMap(({ name, steps }) =>
    steps.flatMap(({ table, index, returns, sort, at }) => {
      if (sort?.operator !== 'begins_with') return [];
      return sort.patterns.flatMap((pattern) => {
        const parsed = parseKeyPattern(pattern, prefixes);
        if ('code' in parsed) return [];
        const what = `begins_with "${pattern}", in the access pattern "${name}",`;
        return [{ table, index, returns, tokens: parsed.tokens, what, at }];
      });
    }),
  );
}
