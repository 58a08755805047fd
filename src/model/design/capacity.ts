import { type Context, report } from '../context.ts';
import type { Table } from '../model.ts';
import { size } from '../scalar-type.ts';
import { child, namedIn, type SourceEntry, type SourceNode } from '../source.ts';
import type { Capacity, IndexCapacity } from './model.ts';
import { entryAt, textAt } from './read.ts';

/** Reads the capacity of a table, which one that is PROVISIONED has and no other. */
export function tableCapacityFrom(context: Context, tableNode: SourceNode): Capacity | null {
  const written = entryAt(tableNode, 'capacity');
  const billing = entryAt(tableNode, 'billing_mode');
  if (written !== undefined) {
    if (!isProvisioned(tableNode)) refuse(context, written, 'a table that is billed on demand has no "capacity"');
    return capacityFrom(context, written.value);
  }
  if (isProvisioned(tableNode) && billing !== undefined) {
    report(context, 'missing-key', billing, 'a table that is PROVISIONED has no "capacity"', {
      help: 'add "capacity: { read: …, write: … }"',
    });
  }
  return null;
}

/** Reads the capacities of the global indexes. One that has none of its own has that of the table. */
export function indexCapacitiesFrom(
  context: Context,
  tableNode: SourceNode,
  keys: SourceNode | undefined,
  table: Table,
  ofTable: Capacity | null,
): readonly IndexCapacity[] {
  return namedIn(keys).flatMap((entry) => {
    const written = entryAt(entry.value, 'capacity');
    const kind = table.keys.find(({ name }) => name === entry.key)?.kind;
    if (written === undefined)
      return kind === 'gsi' && ofTable !== null ? [{ name: entry.key, capacity: ofTable }] : [];
    if (kind === undefined) return [];
    if (kind === 'primary') {
      report(
        context,
        'value-conflict',
        written,
        'the capacity of a table stands beside its keys, and not in one of them',
        {
          help: 'move it into the table',
        },
      );
    } else if (kind === 'lsi') {
      report(
        context,
        'value-conflict',
        written,
        `"${entry.key}" is a local index, and uses the capacity of its table`,
        {
          help: 'remove it, or make it a global index',
        },
      );
    } else if (!isProvisioned(tableNode)) {
      refuse(context, written, 'an index of a table that is billed on demand has no "capacity"');
    }
    return [{ name: entry.key, capacity: capacityFrom(context, written.value) }];
  });
}

function isProvisioned(tableNode: SourceNode): boolean {
  return textAt(tableNode, 'billing_mode') === 'PROVISIONED';
}

function refuse(context: Context, written: SourceEntry, message: string): void {
  report(context, 'value-conflict', written, message, { help: 'remove it, or add "billing_mode: PROVISIONED"' });
}

function capacityFrom(context: Context, node: SourceNode): Capacity {
  const scaling = child(node, 'autoscaling');
  const minimum = scaling === undefined ? null : size(scaling, 'minimum');
  const maximum = scaling === undefined ? null : size(scaling, 'maximum');
  const utilization = scaling === undefined ? null : size(scaling, 'target_utilization');
  if (scaling !== undefined && minimum !== null && maximum !== null && minimum > maximum) {
    report(
      context,
      'value-conflict',
      child(scaling, 'minimum') ?? scaling,
      `minimum ${minimum} is larger than maximum ${maximum}`,
      { help: 'lower "minimum", or raise "maximum"' },
    );
  }
  if (minimum !== null && maximum !== null && minimum <= maximum) {
    checkWithin(context, node, 'read', minimum, maximum);
    checkWithin(context, node, 'write', minimum, maximum);
  }
  return {
    read: size(node, 'read') ?? 0,
    write: size(node, 'write') ?? 0,
    autoscaling:
      minimum === null || maximum === null || utilization === null
        ? null
        : { minimum, maximum, targetUtilization: utilization },
  };
}

/** What a table starts with, autoscaling would change at once if it were not within its bounds. */
function checkWithin(
  context: Context,
  node: SourceNode,
  key: 'read' | 'write',
  minimum: number,
  maximum: number,
): void {
  const units = size(node, key);
  if (units === null || (units >= minimum && units <= maximum)) return;
  report(
    context,
    'value-conflict',
    child(node, key) ?? node,
    `${key} ${units} is not between ${minimum} and ${maximum}, the bounds of "autoscaling"`,
    { help: `write ${units < minimum ? minimum : maximum}, or change the bounds` },
  );
}
