import { didYouMean } from '../../diagnostics/suggest.ts';
import { type Context, report } from '../context.ts';
import type { RecordType, Table } from '../model.ts';
import { flag } from '../scalar-type.ts';
import { child, namedIn, type SourceEntry, textOf } from '../source.ts';
import type { Relational } from './background.ts';
import { repeated, textAt } from './read.ts';

type Stored = Pick<RecordType, 'name' | 'table' | 'keys' | 'attributes' | 'families' | 'computed'>;

/** Reads how the items of a table are rows elsewhere, and reports what would be lost there. */
export function relationalFrom(
  context: Context,
  entry: SourceEntry | undefined,
  table: Table,
  recordTypes: readonly Stored[],
): Relational | null {
  if (entry === undefined) return null;
  const columns = namedIn(child(entry.value, 'columns'));
  const inside = recordTypes.filter((recordType) => recordType.table === table);
  const names = [...new Set(inside.flatMap(storedNames))];
  for (const column of columns) checkColumn(context, column, names, inside);
  checkOnce(context, columns);
  checkNothingLost(context, entry, columns, table, names);
  return {
    kind: textAt(entry.value, 'kind'),
    table: textAt(entry.value, 'table') ?? '',
    description: textAt(entry.value, 'description') ?? '',
    columns: columns.map(({ key, value }) => ({
      name: key,
      holds: textAt(value, 'holds'),
      rest: flag(value, 'rest', false),
      type: textAt(value, 'type'),
      nullable: flag(value, 'nullable', true),
      otherwise: textAt(value, 'otherwise'),
    })),
  };
}

/** What an item of a record type has, by the names in DynamoDB; families have many. */
function storedNames({ keys, attributes, computed }: Stored): readonly string[] {
  const parts = keys.flatMap((key) => key.parts.map(({ attribute }) => attribute.name));
  return [...parts, ...attributes.map(({ name }) => name), ...computed.map(({ name }) => name)];
}

function checkColumn(
  context: Context,
  column: SourceEntry,
  names: readonly string[],
  recordTypes: readonly Stored[],
): void {
  const held = child(column.value, 'holds');
  const name = textOf(held);
  const rest = flag(column.value, 'rest', false);
  const otherwise = textAt(column.value, 'otherwise') !== null;
  if (held === undefined || name === undefined) {
    if (rest || otherwise) return;
    report(context, 'missing-key', column, `nothing says what the column "${column.key}" has`, {
      help: 'add "holds:" with an attribute, "rest: true", or "otherwise:"',
    });
    return;
  }
  if (rest) {
    report(context, 'value-conflict', column, `the column "${column.key}" has either one attribute or all others`, {
      help: 'remove "holds", or "rest"',
    });
  }
  if (!names.includes(name)) {
    report(context, 'reference-unknown', held, `no record type of the table has the attribute "${name}"`, {
      help: didYouMean(name, names),
    });
    return;
  }
  const without = recordTypes.find((recordType) => !isAlwaysThere(recordType, name));
  if (flag(column.value, 'nullable', true) || otherwise || without === undefined) return;
  report(
    context,
    'value-conflict',
    column,
    `the column "${column.key}" cannot be NULL, and a "${without.name}" may have no "${name}"`,
    { help: 'add "otherwise:" with what it has then, or remove "nullable: false"' },
  );
}

function isAlwaysThere({ keys, attributes, computed }: Stored, name: string): boolean {
  const inKey = keys.some(
    ({ index, when, parts }) =>
      index.kind === 'primary' && when.length === 0 && parts.some(({ attribute }) => attribute.name === name),
  );
  const attribute = attributes.find((each) => each.name === name);
  const isComputed = computed.some((each) => each.name === name && each.when.length === 0);
  return inKey || isComputed || (attribute?.required === true && !attribute.nullable);
}

function checkOnce(context: Context, columns: readonly SourceEntry[]): void {
  const holding = columns.filter(({ value }) => child(value, 'holds') !== undefined);
  for (const twin of repeated(holding, ({ value }) => textAt(value, 'holds') ?? '')) {
    report(context, 'value-conflict', twin, `another column holds "${textAt(twin.value, 'holds') ?? ''}" already`, {
      help: 'keep one of them',
    });
  }
  for (const twin of repeated(columns, ({ key }) => key.toLowerCase())) {
    const other = columns.find(({ key }) => key.toLowerCase() === twin.key.toLowerCase())?.key ?? '';
    report(
      context,
      'value-conflict',
      twin,
      `"${twin.key}" and "${other}" differ in upper and lower case only, and are one column to a database`,
      { help: 'give one of them another name' },
    );
  }
  const [, second] = columns.filter(({ value }) => flag(value, 'rest', false));
  if (second === undefined) return;
  report(context, 'value-conflict', second, 'another column has the rest already', { help: 'keep one of them' });
}

/** A row is found by what finds the item, and has all that the item has. */
function checkNothingLost(
  context: Context,
  entry: SourceEntry,
  columns: readonly SourceEntry[],
  table: Table,
  names: readonly string[],
): void {
  const held = columns.flatMap(({ value }) => textAt(value, 'holds') ?? []);
  const primary = table.keys.filter(({ kind }) => kind === 'primary');
  const keys = primary.flatMap(({ partitionKeys, sortKeys }) =>
    [...partitionKeys, ...sortKeys].map(({ name }) => name),
  );
  const hasRest = columns.some(({ value }) => flag(value, 'rest', false));
  const lost = [...new Set([...keys, ...(hasRest ? [] : names)])].filter((name) => !held.includes(name));
  const [first] = lost;
  if (first === undefined) return;
  const others = lost.length === 1 ? '' : `, nor ${lost.length - 1} more`;
  report(context, 'missing-key', entry, `no column holds "${first}"${others}`, {
    help: keys.includes(first)
      ? 'add a column for each attribute of the primary key'
      : 'add columns, or one with "rest: true"',
  });
}
