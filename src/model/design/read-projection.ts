import { didYouMean } from '../../diagnostics/suggest.ts';
import { type Context, report } from '../context.ts';
import { keyAttributeNames } from '../key-attributes.ts';
import type { RecordType, Table, TableKey } from '../model.ts';
import { child, itemsOf, type SourceNode, textOf } from '../source.ts';
import { textsAt } from './read.ts';

/** Reads `projection`: attributes that some of the record types have, and that the index holds. */
export function projectionFrom(
  context: Context,
  node: SourceNode,
  table: Table,
  index: TableKey,
  recordTypes: readonly RecordType[],
): readonly string[] {
  const keys = [...table.keys.filter(({ kind }) => kind === 'primary'), index].flatMap(keyAttributeNames);
  const declared = recordTypes.flatMap((each) =>
    [...each.attributes, ...each.families, ...each.computed].map(({ name }) => name),
  );
  const names = [...new Set([...declared, ...keys])];
  for (const item of recordTypes.length === 0 ? [] : itemsOf(child(node, 'projection'))) {
    const name = textOf(item) ?? '';
    if (!names.includes(name)) {
      report(context, 'reference-unknown', item, `none of the record types that are read has an attribute "${name}"`, {
        help: didYouMean(name, names),
      });
    } else if (!isProjected(index, name, keys)) {
      report(context, 'projection-missing', item, `the index "${index.name}" does not project "${name}"`, {
        help: `add "${name}" to what the index includes, or read it from the table in another step`,
      });
    }
  }
  return textsAt(node, 'projection');
}

/** A global index has nothing but what it projects; a query of a local one fetches the rest from the table. */
function isProjected(index: TableKey, name: string, keys: readonly string[]): boolean {
  if (index.kind !== 'gsi' || index.projection === 'ALL' || keys.includes(name)) return true;
  return index.projection !== 'KEYS_ONLY' && index.projection.include.includes(name);
}
