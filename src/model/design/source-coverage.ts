import { type Context, report } from '../context.ts';
import type { RecordType } from '../model.ts';
import { child, itemsOf, namedIn, type SourceEntry, type SourceNode } from '../source.ts';
import { isSameTable } from './attribute-source.ts';
import type { SourceColumn, SourceDatabase, SourceTable, SourceTableName } from './background.ts';
import { primaryComponents, varyingComponents } from './keys.ts';
import type { AttributeDesign } from './model.ts';
import { entryAt } from './read.ts';
import type { RecordTypeDesign } from './record-type-model.ts';

type Mapped = {
  readonly recordTypes: readonly RecordType[];
  readonly designs: readonly RecordTypeDesign[];
  readonly attributes: readonly AttributeDesign[];
};

/** Reports what of the databases becomes no attribute, and what is unique there and not here. */
export function checkSourceCoverage(
  context: Context,
  section: SourceNode | undefined,
  sources: readonly SourceDatabase[],
  mapped: Mapped,
): void {
  // Where a name is misspelt, the column that it meant would be missing because of it.
  if (context.diagnostics.some(({ severity, path }) => severity === 'error' && isInSource.test(path))) return;
  const used = columnsUsed(mapped);
  for (const [index, database] of namedIn(section).entries()) {
    const source = sources[index];
    for (const [position, entry] of namedIn(child(database.value, 'tables')).entries()) {
      const table = source?.tables[position];
      if (source === undefined || table === undefined) continue;
      const name: SourceTableName = { database: source.name, table: table.name };
      if (checkTableUsed(context, entry, name, used, mapped)) checkColumnsUsed(context, entry, table, name, used);
      checkUnique(context, entry, table, name, mapped);
    }
  }
}

const isInSource = /^sources\b|\.source(?:$|[.[])/;

/** Whether a table becomes anything; a table of which nothing does is one thing forgotten, and not one for each column. */
function checkTableUsed(
  context: Context,
  entry: SourceEntry,
  name: SourceTableName,
  used: readonly SourceColumn[],
  { designs }: Mapped,
): boolean {
  const tables = designs.flatMap(({ source }) => source);
  if ([...used, ...tables].some((each) => isSameTable(each, name))) return true;
  report(context, 'source-unmapped', entry, `no record type is made of the rows of "${name.table}"`, {
    help: `write "source: ${name.database}.${name.table}" in the record type that is`,
  });
  return false;
}

function checkColumnsUsed(
  context: Context,
  entry: SourceEntry,
  table: SourceTable,
  name: SourceTableName,
  used: readonly SourceColumn[],
): void {
  const ofTable = new Set(used.filter((each) => isSameTable(each, name)).map(({ column }) => column));
  for (const [index, item] of itemsOf(child(entry.value, 'columns')).entries()) {
    const column = table.columns[index] ?? '';
    if (ofTable.has(column)) continue;
    report(context, 'source-unmapped', item, `no attribute is made of the column "${column}"`, {
      help: `write "source: ${name.database}.${name.table}.${column}" in the attribute or parameter that is`,
    });
  }
}

/** The columns that become something. The one that a join looks for has the value of a column of the row itself. */
function columnsUsed({ designs, attributes }: Pick<Mapped, 'designs' | 'attributes'>): readonly SourceColumn[] {
  const ofAttributes = attributes.flatMap(({ source }) => [
    ...(source?.columns ?? []),
    ...(source === null || source.join === null ? [] : [source.join.source]),
  ]);
  const ofKeys = designs.flatMap(({ componentSources }) => componentSources.flatMap(({ columns }) => columns));
  return [...ofAttributes, ...ofKeys];
}

/** What is unique in a row must be in the items that are made of it: their keys say so, or what is `unique`. */
function checkUnique(
  context: Context,
  entry: SourceEntry,
  table: SourceTable,
  name: SourceTableName,
  { recordTypes, designs, attributes }: Mapped,
): void {
  const places = itemsOf(entryAt(entry.value, 'unique')?.value);
  for (const design of designs.filter(({ source }) => source.some((each) => isSameTable(each, name)))) {
    const own = attributes.filter(({ recordType }) => recordType === design.name);
    const recordType = recordTypes.find((each) => each.name === design.name);
    for (const [index, columns] of table.unique.entries()) {
      const place = places[index];
      const paths = columns.map(
        (column) => own.find((each) => isMadeOf(each, name, column))?.path ?? componentMadeOf(design, name, column),
      );
      if (recordType === undefined || place === undefined || !paths.every((path) => path !== undefined)) continue;
      const byKey =
        primaryComponents(recordType).length > 0 &&
        varyingComponents(recordType).every((component) => paths.includes(component));
      const byRule = design.unique.some(
        (unique) => unique.when.length === 0 && unique.attributes.every((path) => paths.includes(path)),
      );
      if (byKey || byRule) continue;
      const shown = paths.map((path) => `"${path}"`).join(' and ');
      report(
        context,
        'source-not-unique',
        place,
        `no two rows share ${columns.map((column) => `"${column}"`).join(' and ')}, and two items of "${design.name}" can share ${shown}`,
        { help: `add "unique: [{ attributes: [${paths.join(', ')}], strategy: … }]" to "${design.name}"` },
      );
    }
  }
}

/**
 * Whether an attribute is one column of a table, of the very row that becomes the item. A copy of another attribute is
 * as unique as that one.
 */
function isMadeOf({ source, denormalizedFrom }: AttributeDesign, table: SourceTableName, column: string): boolean {
  const [only, more] = source?.columns ?? [];
  if (only === undefined || more !== undefined || source?.join !== null || denormalizedFrom !== null) return false;
  return isSameTable(only, table) && only.column === column;
}

/** The component of a key that is one column of a table. */
function componentMadeOf(
  { componentSources }: RecordTypeDesign,
  table: SourceTableName,
  column: string,
): string | undefined {
  return componentSources.find(({ columns }) => {
    const [only, more] = columns.filter((each) => isSameTable(each, table));
    return more === undefined && only?.column === column;
  })?.component;
}
