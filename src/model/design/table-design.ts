import { type Context, report } from '../context.ts';
import type { RecordType, Table } from '../model.ts';
import { flag, size } from '../scalar-type.ts';
import { child, type SourceEntry, type SourceNode, textOf } from '../source.ts';
import { indexCapacitiesFrom, tableCapacityFrom } from './capacity.ts';
import { formerName, formerNamesOfIndexes } from './former-names.ts';
import type { TableDesign } from './model.ts';
import { entryAt, textAt, textsAt } from './read.ts';
import { relationalFrom } from './relational.ts';
import { checkName, tableNamingFrom } from './table-naming.ts';
import { isStoredAsNumber } from './types.ts';

type RecordTypes = readonly Pick<RecordType, 'name' | 'table' | 'keys' | 'attributes' | 'families' | 'computed'>[];

/**
 * Reads how a table is deployed and who looks after it.
 *
 * @param keys its keys, which may stand beside it
 */
export function tableDesignFrom(
  context: Context,
  entry: SourceEntry,
  keys: SourceNode | undefined,
  table: Table,
  { tables, recordTypes }: { readonly tables: readonly Table[]; readonly recordTypes: RecordTypes },
): TableDesign {
  const node = entry.value;
  const backup = child(node, 'backup');
  // A table without a name of its own is called in DynamoDB what the schema calls it.
  if (child(node, 'name') === undefined) checkName(context, entry, table.name);
  const capacity = tableCapacityFrom(context, node);
  const days = size(child(node, 'point_in_time_recovery') ?? node, 'days');
  checkDeletion(context, node);
  checkTtl(context, node, table, recordTypes);
  return {
    name: table.name,
    naming: tableNamingFrom(context, child(node, 'name'), table.name),
    domain: textAt(node, 'domain'),
    description: textAt(node, 'description') ?? '',
    justification: textAt(node, 'justification'),
    owner: textAt(node, 'owner'),
    lifecycleOwner: textAt(node, 'lifecycle_owner'),
    capacity,
    indexCapacities: indexCapacitiesFrom(context, node, keys, table, capacity),
    renamedFrom: formerName(
      context,
      entry,
      tables.map(({ name }) => name),
      'a table',
    ),
    formerNames: formerNamesOfIndexes(context, keys, table),
    recoveryDays: days,
    encryption: textAt(node, 'encryption'),
    tableClass: textAt(node, 'table_class'),
    deletionPolicy: textAt(node, 'deletion_policy'),
    updateReplacePolicy: textAt(node, 'update_replace_policy'),
    backup:
      backup === undefined
        ? null
        : { onDemandBefore: textsAt(backup, 'on_demand_before'), archive: textAt(backup, 'archive') },
    relational: relationalFrom(context, entryAt(node, 'relational'), table, recordTypes),
    at: table.at,
  };
}

/** A table that refuses to be deleted and a stack that deletes it contradict each other. */
function checkDeletion(context: Context, node: SourceNode): void {
  const policy = child(node, 'deletion_policy');
  if (policy !== undefined && textOf(policy) === 'Delete' && flag(node, 'deletion_protection', false)) {
    report(context, 'value-conflict', policy, 'a table with "deletion_protection" cannot be deleted with its stack', {
      help: 'write "Retain", or remove "deletion_protection"',
    });
  }
}

/** DynamoDB expires only what is a number of seconds; an item with anything else stays for ever. */
function checkTtl(context: Context, node: SourceNode, table: Table, recordTypes: RecordTypes): void {
  const ttl = child(node, 'ttl');
  if (ttl === undefined || table.ttl === null) return;
  const inside = recordTypes.filter((recordType) => recordType.table === table);
  const writers = inside.flatMap((recordType) => {
    const attribute = recordType.attributes.find(({ name }) => name === table.ttl);
    return attribute === undefined ? [] : [{ recordType, attribute }];
  });
  for (const { recordType, attribute } of writers) {
    const { type } = attribute;
    if (type.kind === 'timestamp' ? type.format === 'epoch-seconds' : isStoredAsNumber(type)) continue;
    const what = type.kind === 'timestamp' ? type.format : type.kind;
    report(
      context,
      'ttl-not-seconds',
      ttl,
      `"${attribute.name}" of "${recordType.name}" is ${what}, and Time to Live reads epoch-seconds`,
      { help: 'make it "type: timestamp, format: epoch-seconds"' },
    );
  }
  const computed = inside.some((each) => each.computed.some(({ name }) => name === table.ttl));
  if (writers.length === 0 && !computed && inside.length > 0) {
    report(context, 'ttl-unused', ttl, `no record type of the table "${table.name}" has the attribute "${table.ttl}"`, {
      help: `declare "${table.ttl}" in a record type whose items expire, or remove "ttl" from the table`,
    });
  }
}
