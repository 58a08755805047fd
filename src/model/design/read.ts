import { child, entriesOf, itemsOf, type SourceEntry, type SourceNode, textOf } from '../source.ts';
import type { Deprecation, ReadOnly } from './record-type-model.ts';

/** The text under a key, or `null`. */
export function textAt(node: SourceNode | undefined, key: string): string | null {
  return textOf(child(node, key)) ?? null;
}

/** The texts in the list under a key. */
export function textsAt(node: SourceNode | undefined, key: string): readonly string[] {
  return itemsOf(child(node, key)).map((item) => textOf(item) ?? '');
}

/** The entry of a key. */
export function entryAt(node: SourceNode | undefined, key: string): SourceEntry | undefined {
  return entriesOf(node).find((entry) => entry.key === key);
}

/** `deprecated`, which is a flag or a mapping. */
export function deprecationAt(node: SourceNode): Deprecation | null {
  const written = child(node, 'deprecated');
  if (written === undefined || textOf(written) === 'false') return null;
  return { since: textAt(written, 'since'), reason: textAt(written, 'reason'), use: textAt(written, 'use') };
}

/** `read_only`, which is a flag or a mapping. */
export function readOnlyAt(node: SourceNode): ReadOnly | null {
  const written = child(node, 'read_only');
  if (written === undefined || textOf(written) === 'false') return null;
  return { since: textAt(written, 'since'), reason: textAt(written, 'reason') };
}

/** What occurs a second time, with its place. */
export function repeated<Value>(values: readonly Value[], keyOf: (value: Value) => string): readonly Value[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = keyOf(value);
    const known = seen.has(key);
    seen.add(key);
    return known;
  });
}
