import type { CST } from 'yaml';

/** Something that stands before a value: `&name`, or a tag. */
export type Property = { readonly start: number; readonly end: number };

/** The last property of a kind before an offset. */
export type PropertyBefore = (kind: 'anchor' | 'tag', offset: number) => Property | undefined;

/** Where anchors and tags stand in a document. Its nodes know that they have one, and not where. */
export function propertiesIn(tokens: readonly CST.Token[]): PropertyBefore {
  const found: { readonly anchor: Property[]; readonly tag: Property[] } = { anchor: [], tag: [] };
  const collect = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { type, offset: start, source } = part as Partial<CST.SourceToken>;
    if ((type === 'anchor' || type === 'tag') && start !== undefined && source !== undefined)
      found[type].push({ start, end: start + source.length });
    else for (const inner of Object.values(part)) collect(inner);
  };
  collect(tokens);
  for (const each of Object.values(found)) each.sort((left, right) => left.start - right.start);
  return (kind, offset) => {
    const sorted = found[kind];
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return sorted[low - 1];
  };
}
