import { type Context, report } from '../context.ts';
import type { Table } from '../model.ts';
import { child, namedIn, type SourceEntry, type SourceNode, textOf } from '../source.ts';

/** Reads what indexes were called before, and refuses a former name that something else still has. */
export function formerNamesOfIndexes(
  context: Context,
  keys: SourceNode | undefined,
  table: Table,
): readonly { readonly name: string; readonly from: string }[] {
  const names = table.keys.map(({ name }) => name);
  return namedIn(keys).flatMap((entry) => {
    const from = formerName(context, entry, names, 'an index');
    return from === null ? [] : [{ name: entry.key, from }];
  });
}

/** What a table or an index was called before; `null` when that is not said. */
export function formerName(
  context: Context,
  { value, key }: SourceEntry,
  names: readonly string[],
  what: 'a table' | 'an index',
): string | null {
  const written = child(value, 'renamed_from');
  const from = textOf(written) ?? null;
  if (written !== undefined && from !== null && names.includes(from)) {
    report(
      context,
      'value-conflict',
      written,
      `there still is ${what} "${from}", so "${key}" was not renamed from it`,
      {
        help: `remove "${from}" if "${key}" has taken its place, or remove "renamed_from"`,
      },
    );
  }
  return from;
}
