import { type Context, report } from '../context.ts';
import { child, itemsOf, type SourceNode, textOf } from '../source.ts';
import { repeated, textAt } from './read.ts';
import type { Reader } from './record-type-model.ts';

/** Reads who reads the items of a record type. */
export function readersFrom(context: Context, recordNode: SourceNode): readonly Reader[] {
  return namedOnce(context, recordNode, 'readers').map(({ item, name }) => ({
    name,
    description: textAt(item, 'description') ?? '',
  }));
}

/** The programs in a list, each of which is a name or a mapping with one, and stands there once. */
export function namedOnce(
  context: Context,
  recordNode: SourceNode,
  key: 'readers' | 'writers',
): readonly { readonly item: SourceNode; readonly name: string }[] {
  const named = itemsOf(child(recordNode, key)).map((item) => ({
    item,
    name: textOf(item) ?? textAt(item, 'name') ?? '',
  }));
  const what = key === 'readers' ? 'reader' : 'writer';
  for (const { item, name } of repeated(named, (each) => each.name))
    report(context, 'value-conflict', item, `the ${what} "${name}" is listed twice`, { help: 'remove one of them' });
  return named;
}
