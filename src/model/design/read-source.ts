import { didYouMean } from '../../diagnostics/suggest.ts';
import { type Context, report } from '../context.ts';
import type { RecordType, Table, TableKey } from '../model.ts';
import { child, itemsOf, type SourceNode, textOf } from '../source.ts';
import { partsIn } from './keys.ts';
import { entryAt, textAt, textsAt } from './read.ts';
import type { ReadScope } from './scope.ts';

/** What one step reads: a table, one of its keys, and the record types that come back. */
export type ReadSource = {
  readonly table: Table;
  readonly index: TableKey;
  /** As the schema lists them. */
  readonly returns: readonly string[];
  /** Those that the schema lists, or else all that can be there. */
  readonly relevant: readonly RecordType[];
};

/** Finds what a step reads; `undefined` when that is reported. */
export function sourceFrom(context: Context, node: SourceNode, scope: ReadScope): ReadSource | undefined {
  const { names, found } = returnsFrom(context, node, scope.recordTypes);
  const table = tableAt(context, node, scope.tables);
  const index = table === undefined ? undefined : indexAt(context, node, table);
  if (table === undefined || index === undefined) return undefined;
  checkPossible(context, node, index);
  const there = scope.recordTypes.filter((each) => each.table === table && partsIn(each, index.name) !== undefined);
  for (const { recordType, at } of found) {
    if (recordType.table !== table) {
      report(
        context,
        'value-conflict',
        at,
        `"${recordType.name}" is in the table "${recordType.table.name}", and "${table.name}" is read`,
        { help: `read "${recordType.table.name}" in a step of its own, or take "${recordType.name}" out of "returns"` },
      );
    } else if (!there.includes(recordType)) {
      report(context, 'value-conflict', at, `"${recordType.name}" is not in the index "${index.name}"`, {
        help: `add "indexes: { ${index.name}: … }" to the record type, or read another index`,
      });
    }
  }
  if (names.length === 0 && there.length === 0) {
    report(context, 'value-conflict', child(node, 'index') ?? node, `no record type is in "${index.name}"`, {
      help: 'fill the index, or read another one',
    });
  }
  const listed = found.map(({ recordType }) => recordType).filter((each) => there.includes(each));
  return { table, index, returns: names, relevant: names.length === 0 ? there : listed };
}

/** Reads `returns`. */
export function returnsFrom(
  context: Context,
  node: SourceNode,
  recordTypes: readonly RecordType[],
): {
  readonly names: readonly string[];
  readonly found: readonly { readonly recordType: RecordType; readonly at: SourceNode }[];
} {
  const names = recordTypes.map(({ name }) => name);
  const found = itemsOf(child(node, 'returns')).flatMap((item) => {
    const name = textOf(item) ?? '';
    const recordType = recordTypes.find((each) => each.name === name);
    if (recordType !== undefined) return [{ recordType, at: item }];
    report(context, 'reference-unknown', item, `there is no record type "${name}"`, { help: didYouMean(name, names) });
    return [];
  });
  return { names: textsAt(node, 'returns'), found };
}

function tableAt(context: Context, node: SourceNode, tables: readonly Table[]): Table | undefined {
  const written = child(node, 'table');
  const name = textOf(written);
  if (written === undefined || name === undefined) {
    if (tables.length <= 1) return tables[0];
    report(context, 'missing-key', node, 'nothing says which of the tables is read', { help: 'add "table:"' });
    return undefined;
  }
  const table = tables.find((each) => each.name === name);
  if (table === undefined) {
    report(context, 'reference-unknown', written, `there is no table "${name}"`, {
      help: didYouMean(
        name,
        tables.map((each) => each.name),
      ),
    });
  }
  return table;
}

function indexAt(context: Context, node: SourceNode, table: Table): TableKey | undefined {
  const written = child(node, 'index');
  const name = textOf(written) ?? 'primary';
  const index = table.keys.find((each) => each.name === name);
  if (written === undefined) return index;
  if (index === undefined) {
    report(context, 'index-unknown', written, `the table "${table.name}" has no index "${name}"`, {
      help: didYouMean(
        name,
        table.keys.map((each) => each.name),
      ),
    });
  } else if (index.reserved) {
    report(context, 'value-conflict', written, `the index "${name}" is reserved, so nothing is in it`, {
      help: `read another index, or take "reserved" away from "${name}" and let a record type fill it`,
    });
    return undefined;
  }
  return index;
}

/** What DynamoDB does not do. */
function checkPossible(context: Context, node: SourceNode, index: TableKey): void {
  const operation = textAt(node, 'operation');
  const consistency = child(node, 'consistency');
  if (consistency !== undefined && textOf(consistency) === 'strong' && index.kind === 'gsi') {
    report(
      context,
      'consistency-unavailable',
      consistency,
      `"${index.name}" is a global index, which is always eventually consistent`,
      { help: 'read the table or a local index, or write "eventual"' },
    );
  }
  const written = child(node, 'index');
  if ((operation === 'get' || operation === 'batch_get') && index.kind !== 'primary' && written !== undefined) {
    report(context, 'value-conflict', written, `"${operation}" reads the table itself, and no index`, {
      help: 'write "operation: query", or remove "index"',
    });
  }
  const useless =
    operation === 'scan'
      ? ['partition', 'sort', 'order']
      : operation === 'query'
        ? []
        : ['order', 'limit', 'paginated'];
  for (const key of useless) {
    const entry = entryAt(node, key);
    if (operation === null || entry === undefined) continue;
    report(context, 'value-conflict', entry, `"${key}" has no meaning for "operation: ${operation}"`, {
      help: `remove "${key}", or write "operation: query"`,
    });
  }
  const sort = entryAt(node, 'sort');
  const [comparison] = sort?.value.kind === 'map' ? sort.value.entries : [];
  if ((operation === 'get' || operation === 'batch_get') && comparison !== undefined && comparison.key !== 'equals') {
    report(context, 'value-conflict', comparison, `"${operation}" needs the whole sort key`, {
      help: 'write "equals", or "operation: query"',
    });
  }
}
