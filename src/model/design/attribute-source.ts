import { type Context, report } from '../context.ts';
import { oneOrMore } from '../one-or-more.ts';
import { child, type SourceNode } from '../source.ts';
import type { AttributeSource, SourceColumn, SourceDatabase, SourceTableName } from './background.ts';
import { entryAt, textAt } from './read.ts';
import { sourceColumnAt, sourceTableAt } from './source-database.ts';

/** Reads the tables of which the items of a record type are made. */
export function recordSourceFrom(
  context: Context,
  recordNode: SourceNode,
  sources: readonly SourceDatabase[],
): readonly SourceTableName[] {
  return oneOrMore(child(recordNode, 'source')).flatMap((node) => sourceTableAt(context, node, sources) ?? []);
}

/**
 * Reads the columns that become an attribute.
 *
 * @param tables those of the record type; `undefined` when nobody knows them, because one is misspelt
 */
export function attributeSourceFrom(
  context: Context,
  attributeNode: SourceNode,
  sources: readonly SourceDatabase[],
  tables: readonly SourceTableName[] | undefined,
): AttributeSource | null {
  const written = entryAt(attributeNode, 'source');
  if (written === undefined) return null;
  const node = written.value;
  const long = node.kind === 'map';
  const columns = oneOrMore(long ? child(node, 'columns') : node).flatMap((item) => {
    const column = sourceColumnAt(context, item, sources);
    return column === undefined ? [] : [{ item, column }];
  });
  const join = joinFrom(context, child(node, 'join'), sources, tables);
  if (join !== undefined) for (const { item, column } of columns) checkFound(context, item, column, join, tables);
  return {
    columns: columns.map(({ column }) => column),
    join: join ?? null,
    transformation: textAt(node, 'transformation'),
    justification: textAt(node, 'justification'),
  };
}

/** A value comes from the row that becomes the item, or from one that a join finds. */
function checkFound(
  context: Context,
  node: SourceNode,
  column: SourceColumn,
  join: AttributeSource['join'],
  tables: readonly SourceTableName[] | undefined,
): void {
  const found = join === null ? tables : [join.source];
  if (found === undefined || found.some((table) => isSameTable(table, column))) return;
  if (join === null) {
    report(context, 'value-conflict', node, `rows of "${column.table}" do not become this record type`, {
      help: `add "join:" to say how the row is found, or "${column.database}.${column.table}" to the "source" of the record type`,
    });
  } else {
    const message = `the join finds rows of "${join.source.table}", and this is a column of "${column.table}"`;
    report(context, 'value-conflict', node, message, { help: 'join the table of the column' });
  }
}

/** `undefined` for a join that leads nowhere, which is reported. */
function joinFrom(
  context: Context,
  node: SourceNode | undefined,
  sources: readonly SourceDatabase[],
  tables: readonly SourceTableName[] | undefined,
): AttributeSource['join'] | undefined {
  if (node === undefined) return null;
  const place = child(node, 'local_column') ?? node;
  const local = sourceColumnAt(context, place, sources);
  const source = sourceColumnAt(context, child(node, 'source_column') ?? node, sources);
  if (local === undefined || source === undefined) return undefined;
  if (tables !== undefined && !tables.some((table) => isSameTable(table, local))) {
    report(context, 'value-conflict', place, `rows of "${local.table}" do not become this record type`, {
      help: 'start at a column of a row that does',
    });
  }
  if (isSameTable(local, source) && local.column === source.column) {
    const message = `"${source.column}" is joined to itself, which finds the row that is there already`;
    report(context, 'value-conflict', child(node, 'source_column') ?? node, message, {
      help: 'name the column of the other row, or remove "join"',
    });
  }
  return { local, source };
}

export function isSameTable(left: SourceTableName, right: SourceTableName): boolean {
  return left.database === right.database && left.table === right.table;
}

/** How many tables a record type says that its items are made of. */
export function sourcesWritten(recordNode: SourceNode): number {
  return oneOrMore(child(recordNode, 'source')).length;
}
