import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Keys of the model that do not change what an item is. */
const silent = new Set(['at', 'description', 'examples', 'automaton', 'digest', 'waivers']);

/**
 * `sha256:` and the hash of a part of the model: of its RFC 8785 canonical JSON, without places, descriptions and
 * examples, so that formatting, comments and the order of keys do not matter.
 */
export function digestOf(part: unknown): string {
  return `sha256:${createHash('sha256')
    .update(canonicalize(significant(part)) ?? '')
    .digest('hex')}`;
}

/** A part of the model without what is silent. What is `undefined` is not there, which is not the same as `null`. */
function significant(value: unknown): unknown {
  if (Array.isArray(value)) return byName(value.map(significant));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => inner !== undefined && !silent.has(key))
      // A default is the user's own value, in which any name is a name.
      .map(([key, inner]) => [key, key === 'default' ? inner : significant(inner)]),
  );
}

/** Lists of named things are mappings in the schema, where order means nothing. */
function byName(value: readonly unknown[]): readonly unknown[] {
  const named = value.map((each: unknown) => ({ each, name: nameOf(each) }));
  if (named.some(({ name }) => name === undefined)) return value;
  return named.sort((left, right) => ((left.name ?? '') < (right.name ?? '') ? -1 : 1)).map(({ each }) => each);
}

function nameOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const named = 'index' in value ? value.index : value;
  return typeof named === 'object' && named !== null && 'name' in named && !('kind' in value && 'until' in value)
    ? String(named.name)
    : undefined;
}
