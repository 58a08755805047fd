import { type Context, report } from '../context.ts';
import type { RecordType } from '../model.ts';
import { oneOrMore } from '../one-or-more.ts';
import { child, namedIn, type SourceNode } from '../source.ts';
import { isSameTable } from './attribute-source.ts';
import type { SourceDatabase, SourceTableName } from './background.ts';
import type { ComponentSource, RecordTypeDesign } from './record-type-model.ts';
import { sourceColumnAt } from './source-database.ts';

/**
 * Reads of which columns the components of a record type are made that are parameters and no attributes. A parameter names
 * those of every table, and a record type has those of its own.
 */
export function componentSourcesFrom(
  context: Context,
  recordType: RecordType,
  tables: readonly SourceTableName[],
  sources: readonly SourceDatabase[],
): readonly ComponentSource[] {
  // What is misspelt there is said once, of the parameter.
  const silent: Context = { ...context, diagnostics: [] };
  return recordType.components.flatMap(({ name }) => {
    const columns = oneOrMore(child(context.parameters.get(name)?.node, 'source'))
      .flatMap((node) => sourceColumnAt(silent, node, sources) ?? [])
      .filter((column) => tables.some((table) => isSameTable(table, column)));
    return columns.length === 0 ? [] : [{ component: name, columns }];
  });
}

/** Reports a column that is said to become a parameter, and becomes no component of a key. */
export function checkParameterSources(
  context: Context,
  root: SourceNode,
  sources: readonly SourceDatabase[],
  designs: readonly RecordTypeDesign[],
): void {
  // Which rows become what, nobody knows where a table is misspelt.
  const isKnown = !context.diagnostics.some(({ path }) => /^record_types\.[^.]+\.source(?:$|\[)/.test(path));
  for (const { key, value } of namedIn(child(root, 'parameters'))) {
    const used = designs.flatMap(({ componentSources }) =>
      componentSources.filter(({ component }) => component === key).flatMap(({ columns }) => columns),
    );
    for (const node of oneOrMore(child(value, 'source'))) {
      const column = sourceColumnAt(context, node, sources);
      if (column === undefined || !isKnown || used.some((each) => isSameTable(each, column))) continue;
      report(
        context,
        'value-conflict',
        node,
        `rows of "${column.table}" become no record type that has the component "{${key}}" and no attribute "${key}"`,
        {
          help: `write "source:" in the attribute that the column becomes, or "source: ${column.database}.${column.table}" in the record type`,
        },
      );
    }
  }
}
