import canonicalize from 'canonicalize';
import type { Item } from '../value/attribute-value.ts';

/**
 * Which keys of a vector nobody was asked to parse yet. A parser is given a key and nothing else, so to ask for the same
 * one again can show nothing new; most items of a record type have one of a few keys.
 */
export function newKeys(): (recordType: string, keys: { readonly [index: string]: Item }) => readonly string[] {
  const seen = new Set<string>();
  return (recordType, keys) =>
    Object.entries(keys).flatMap(([index, key]) => {
      const content = `${recordType} ${index} ${canonicalize(key)}`;
      if (seen.has(content)) return [];
      seen.add(content);
      return [index];
    });
}
