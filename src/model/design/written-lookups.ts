import { type Context, report } from '../context.ts';
import { child, itemsOf, type SourceEntry, textOf } from '../source.ts';
import { readOnlyAt } from './read.ts';

/** Lookup items that nothing writes any more leave new items without one, and their values free for others. */
export function checkLookupsAreWritten(context: Context, recordTypes: readonly SourceEntry[]): void {
  const isReadOnly = ({ value }: SourceEntry): boolean => readOnlyAt(value) !== null;
  const readOnly = new Set(recordTypes.filter(isReadOnly).map(({ key }) => key));
  for (const entry of recordTypes) {
    if (isReadOnly(entry)) continue;
    for (const unique of itemsOf(child(entry.value, 'unique'))) {
      const lookup = child(unique, 'record_type');
      const name = textOf(lookup) ?? '';
      if (lookup === undefined || !readOnly.has(name) || name === entry.key) continue;
      report(
        context,
        'value-conflict',
        lookup,
        `nothing writes lookup items of "${name}" any more ("read_only"), and items of "${entry.key}" need them`,
        { help: 'name another record type, or write "read_only" here too' },
      );
    }
  }
}
