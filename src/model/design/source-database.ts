import { didYouMeanOneOf, manyNames } from '../../diagnostics/many-names.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { oncePer } from '../../value/remember.ts';
import { type Context, referenceTo, report } from '../context.ts';
import { child, itemsOf, namedIn, type SourceNode, textOf } from '../source.ts';
import type { SourceColumn, SourceDatabase, SourceTable, SourceTableName } from './background.ts';
import { textAt, textsAt } from './read.ts';

/** The columns of a table, of which there may be as many as mistakes in them. */
const namesOf = oncePer(manyNames);

/** Reads the databases from which items come. */
export function sourcesFrom(context: Context, root: SourceNode): readonly SourceDatabase[] {
  return namedIn(child(root, 'sources')).map((entry) => ({
    name: entry.key,
    kind: textAt(entry.value, 'kind'),
    description: textAt(entry.value, 'description') ?? '',
    tables: namedIn(child(entry.value, 'tables')).map((each): SourceTable => {
      const columns = textsAt(each.value, 'columns');
      const unique = itemsOf(child(each.value, 'unique'));
      for (const item of unique.flatMap((columnsOfOne) => itemsOf(columnsOfOne))) {
        const column = textOf(item) ?? '';
        if (namesOf(columns).has(column)) continue;
        report(context, 'reference-unknown', item, `"${each.key}" has no column "${column}"`, {
          help: didYouMeanOneOf(column, namesOf(columns)),
        });
      }
      return {
        name: each.key,
        description: textAt(each.value, 'description') ?? '',
        columns,
        unique: unique.map((item) => itemsOf(item).map((column) => textOf(column) ?? '')),
        at: referenceTo(context, each.path, each.at),
      };
    }),
    at: referenceTo(context, entry.path, entry.at),
  }));
}

/** Finds `database.table`; reports it, and gives `undefined`, where there is none. */
export function sourceTableAt(
  context: Context,
  node: SourceNode,
  sources: readonly SourceDatabase[],
): SourceTableName | undefined {
  const found = databaseOf(context, node, sources);
  if (found === undefined) return undefined;
  const { database, rest } = found;
  const names = database.tables.map(({ name }) => name);
  if (names.includes(rest)) return { database: database.name, table: rest };
  report(context, 'reference-unknown', node, `"${database.name}" has no table "${rest}"`, {
    help: didYouMean(rest, names),
  });
  return undefined;
}

/** Finds `database.table.column`; reports it, and gives `undefined`, where there is none. */
export function sourceColumnAt(
  context: Context,
  node: SourceNode,
  sources: readonly SourceDatabase[],
): SourceColumn | undefined {
  const found = databaseOf(context, node, sources);
  if (found === undefined) return undefined;
  const { database, rest } = found;
  // Names may have dots themselves, so the longest that fits is meant.
  const [table] = database.tables
    .filter(({ name }) => rest.startsWith(`${name}.`))
    .sort((left, right) => right.name.length - left.name.length);
  if (table === undefined) {
    const names = database.tables.map(({ name }) => name);
    const [name = ''] = rest.split('.');
    const message = names.includes(rest)
      ? `"${rest}" is a table of "${database.name}", and no column of it is named`
      : `"${database.name}" has no table "${name}"`;
    report(context, 'reference-unknown', node, message, {
      help: names.includes(rest) ? 'add ".", and the name of a column' : didYouMean(name, names),
    });
    return undefined;
  }
  const column = rest.slice(table.name.length + 1);
  if (namesOf(table.columns).has(column)) return { database: database.name, table: table.name, column };
  report(context, 'reference-unknown', node, `"${table.name}" has no column "${column}"`, {
    help: didYouMeanOneOf(column, namesOf(table.columns)),
  });
  return undefined;
}

function databaseOf(
  context: Context,
  node: SourceNode,
  sources: readonly SourceDatabase[],
): { readonly database: SourceDatabase; readonly rest: string } | undefined {
  const text = textOf(node) ?? '';
  const dot = text.indexOf('.');
  const name = dot < 0 ? text : text.slice(0, dot);
  const database = sources.find((each) => each.name === name);
  if (database !== undefined) return { database, rest: dot < 0 ? '' : text.slice(dot + 1) };
  report(context, 'reference-unknown', node, `there is no database "${name}" in "sources"`, {
    help: didYouMean(
      name,
      sources.map((each) => each.name),
    ),
  });
  return undefined;
}
