import { type Context, report } from '../context.ts';
import { flag } from '../scalar-type.ts';
import { child, type SourceNode, textOf } from '../source.ts';
import { entryAt, readOnlyAt, textAt } from './read.ts';
import { namedOnce } from './readers.ts';
import type { Writer } from './record-type-model.ts';

/** Reads who writes the items of a record type, and how. */
export function writersFrom(context: Context, recordNode: SourceNode): readonly Writer[] {
  const writers = entryAt(recordNode, 'writers');
  if (writers !== undefined && readOnlyAt(recordNode) !== null) {
    report(
      context,
      'value-conflict',
      writers,
      'nothing writes such items any more ("read_only"), so nobody is a writer',
      {
        help: 'remove "writers", or "read_only"',
      },
    );
  }
  const appendOnly = flag(recordNode, 'append_only', false);
  return namedOnce(context, recordNode, 'writers').map(({ item, name }) => {
    const mode = child(item, 'mode');
    if (appendOnly && mode !== undefined && textOf(mode) !== 'append') {
      report(context, 'value-conflict', mode, `items are never changed ("append_only"), and "${name}" changes them`, {
        help: 'write "mode: append"',
      });
    }
    return {
      name,
      mode: (textOf(mode) ?? (appendOnly ? 'append' : 'replace')) as Writer['mode'],
      description: textAt(item, 'description') ?? '',
    };
  });
}
