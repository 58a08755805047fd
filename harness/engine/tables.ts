import type { Model, Table, TableKey } from '../../src/model/model.ts';
import type { IndexDefinition, TableDefinition } from '../stores/table-definition.ts';

/** Physical names of a run's tables: unlike those of any other run, and names that every library accepts. */
export function tableNames(model: Model, prefix: string): { readonly [logical: string]: string } {
  return Object.fromEntries(
    model.tables.map((table) => [table.name, `${prefix}${table.name.replace(/[^a-zA-Z0-9]+/g, '-')}`]),
  );
}

/** What a store needs to know of a table of the schema. */
export function tableDefinition(table: Table, tableName: string): TableDefinition {
  const [primary, ...indexes] = table.keys;
  if (primary === undefined) throw new TypeError(`the table ${table.name} has no primary key`);
  const ofKind = (kind: TableKey['kind']): readonly IndexDefinition[] =>
    indexes
      .filter((index) => index.kind === kind)
      .map((index) => ({ ...keysOf(index), name: index.indexName, projection: index.projection }));
  return {
    ...keysOf(primary),
    tableName,
    // A test table needs no capacity planning.
    billingMode: 'PAY_PER_REQUEST',
    globalSecondaryIndexes: ofKind('gsi'),
    localSecondaryIndexes: ofKind('lsi'),
  };
}

function keysOf(key: TableKey): Pick<TableDefinition, 'partitionKeys' | 'sortKeys'> {
  return { partitionKeys: key.partitionKeys, sortKeys: key.sortKeys };
}
