import type { ValueType } from '../../model/model.ts';
import { normalizeDecimal } from '../../value/decimal.ts';
import { type Sample, sample } from './value.ts';

/** Longer values are not put beside others: people read vectors. In characters of JSON. */
const longestMember = 300;

/** So many members at a time, and so many collections of them. */
const mostTogether = 24;
const mostCollections = 4;

/** Types whose values are tried together in a collection; what is in others has places of its own. */
const together: ReadonlySet<ValueType['kind']> = new Set([
  'string',
  'integer',
  'decimal',
  'timestamp',
  'binary',
  'boolean',
]);

/** What the members of a collection are tried with, and what that hunts. */
export type Members = { readonly values: readonly unknown[]; readonly hazards: readonly string[] };

/**
 * Every value that the members of a collection are tried with, as many at a time as it may hold: one value does not stand for
 * the others, since programs read and write members by another way than attributes.
 */
export function everyMember(
  type: ValueType,
  one: unknown,
  samples: readonly Sample[],
  atMost = mostTogether,
): readonly Members[] {
  if (!together.has(type.kind) || atMost < 1) return [];
  const short = samples.filter(({ path, value }) => path.length === 0 && JSON.stringify(value).length <= longestMember);
  const distinct = new Map(short.map((each) => [sameAs(type, each.value), each]));
  distinct.delete(sameAs(type, one));
  if (distinct.size === 0) return [];
  const all = [{ value: one, hazards: [] }, ...distinct.values()];
  const size = Math.min(atMost, mostTogether);
  return Array.from({ length: mostCollections }, (_, index) => all.slice(index * size, (index + 1) * size))
    .filter((each) => each.length > 0)
    .map((each) => ({
      values: each.map(({ value }) => value),
      hazards: [...new Set(each.flatMap(({ hazards }) => hazards))],
    }));
}

/** A sample of a collection that has these members. */
export function everyMemberSample({ hazards }: Members, index: number, value: unknown): Sample {
  const slug = index === 0 ? 'every-member' : `every-member-${index + 1}`;
  return sample('every-member', slug, value, 'members with each value that is tried', ...hazards);
}

/** The same text for values that a set takes for one. */
function sameAs(type: ValueType, value: unknown): string {
  const isNumber = type.kind === 'decimal' || type.kind === 'integer';
  return (isNumber && typeof value === 'string' ? normalizeDecimal(value) : undefined) ?? JSON.stringify(value);
}
