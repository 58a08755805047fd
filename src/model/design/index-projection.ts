import { didYouMean } from '../../diagnostics/suggest.ts';
import { type Context, report } from '../context.ts';
import { keyAttributeNames } from '../key-attributes.ts';
import type { RecordType, Table } from '../model.ts';
import { child, flagOf, itemsOf, namedIn, type SourceNode, textOf } from '../source.ts';
import { repeated } from './read.ts';

/** How many names one index may include, and all of a table together; DynamoDB counts a name once for each index. */
const most = { ofIndex: 20, ofTable: 100 } as const;

/** Checks what the indexes of a table include: attributes that items there can have and that are no keys, each once. */
export function checkProjections(
  context: Context,
  keys: SourceNode | undefined,
  table: Table,
  recordTypes: readonly RecordType[],
): void {
  const included = namedIn(keys).flatMap(({ key: index, value }) => {
    const items = itemsOf(child(child(value, 'projection'), 'include'));
    const twice = repeated(items, (item) => textOf(item) ?? '');
    for (const item of twice) {
      report(context, 'value-conflict', item, `"${textOf(item) ?? ''}" is included already`, { help: 'write it once' });
    }
    const inKeys = keysIn(table, index);
    const superfluous = items.filter((item) => !twice.includes(item) && inKeys.has(textOf(item) ?? ''));
    for (const item of superfluous) {
      const message = `"${textOf(item) ?? ''}" is part of a key, and in every item of "${index}" anyway`;
      report(context, 'value-conflict', item, message, { help: 'remove it' });
    }
    // What is reserved may be for attributes that nobody has yet.
    if (flagOf(child(value, 'reserved')) !== true) checkKnown(context, items, table, recordTypes);
    const counted = items.filter((item) => !twice.includes(item) && !superfluous.includes(item));
    const beyond = counted[most.ofIndex];
    if (beyond !== undefined) {
      const message = `an index includes at most ${most.ofIndex} attributes, and "${index}" has ${counted.length}`;
      report(context, 'value-conflict', beyond, message, { help: 'include fewer, or write "ALL"' });
    }
    return counted;
  });
  const excess = included[most.ofTable];
  if (excess === undefined) return;
  const message = `the indexes of a table include at most ${most.ofTable} attributes in all, and here are ${included.length}`;
  report(context, 'value-conflict', excess, message, { help: 'include fewer, or write "ALL" for one of the indexes' });
}

/** What DynamoDB puts into an index by itself: its own key and that of the table. */
function keysIn(table: Table, index: string): ReadonlySet<string> {
  return new Set(
    table.keys.filter(({ kind, name }) => kind === 'primary' || name === index).flatMap(keyAttributeNames),
  );
}

function checkKnown(
  context: Context,
  items: readonly SourceNode[],
  table: Table,
  recordTypes: readonly RecordType[],
): void {
  const inside = recordTypes.filter((recordType) => recordType.table === table);
  // An item may have any attribute where unknown ones are kept.
  if (inside.length === 0 || inside.some(({ unknownAttributes }) => unknownAttributes === 'preserve')) return;
  const families = inside.flatMap((recordType) => recordType.families);
  const names = new Set([
    ...table.keys.flatMap(keyAttributeNames),
    ...inside.flatMap((recordType) => [...recordType.attributes, ...recordType.computed].map(({ name }) => name)),
  ]);
  for (const item of items) {
    const name = textOf(item) ?? '';
    if (names.has(name) || families.some((each) => name.startsWith(each.prefix) && name.endsWith(each.suffix)))
      continue;
    report(
      context,
      'reference-unknown',
      item,
      `no record type of the table "${table.name}" has an attribute "${name}"`,
      {
        help: didYouMean(name, [...names]),
      },
    );
  }
}
