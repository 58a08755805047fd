import { HarnessError } from '../host/harness-error.ts';
import type { StoreCapability } from './capability.ts';
import { probes } from './probes/index.ts';
import { lacks, type Probe, type ProbeContext, type ProbeResult } from './probes/probe.ts';
import type { TableClient } from './store.ts';
import { StoreRejection } from './store-rejection.ts';
import type { StoreWire } from './store-wire.ts';
import type { TableDefinition } from './table-definition.ts';

export type ProbedCapabilities = {
  readonly capabilities: readonly StoreCapability[];
  readonly lacks: readonly StoreCapability[];
};

/**
 * Finds out what a store can do by trying it, since names and versions do not tell, and refuses a store that cannot be used.
 * Leaves no table behind.
 */
export async function probeStore(
  wire: StoreWire,
  tables: TableClient,
  tablePrefix: string,
): Promise<ProbedCapabilities> {
  const table = scratchTable(tablePrefix);
  await tables.createTable(table);
  const settled = await Promise.allSettled(
    probes.map((probe) => ask(probe, { wire, tables, tableName: table.tableName, key: keyOf(probe) })),
  );
  const failure = settled.find((outcome) => outcome.status === 'rejected');
  // The failure says more than that a broken store cannot delete its table either.
  await tables.deleteTable(table.tableName).catch((error) => {
    if (failure === undefined) throw error;
  });
  if (failure !== undefined) throw failure.reason;
  const answers = settled.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  for (const { probe, result } of answers) {
    if (probe.required && !result.holds) throw unusable(probe, result.observed);
  }
  const idsWhere = (held: boolean) =>
    answers.filter(({ result }) => result.holds === held).map(({ probe }) => probe.id);
  return { capabilities: idsWhere(true), lacks: idsWhere(false) };
}

type Answer = { readonly probe: Probe; readonly result: ProbeResult };

async function ask(probe: Probe, context: ProbeContext): Promise<Answer> {
  try {
    return { probe, result: await probe.run(context) };
  } catch (error) {
    // A refusal is an answer; anything else, such as a closed connection, says nothing about the capability.
    if (error instanceof StoreRejection) return { probe, result: lacks(error.message) };
    throw error;
  }
}

function unusable(probe: Probe, observed: string): HarnessError {
  return new HarnessError('store-unusable', `The store cannot be used: ${observed}`, {
    hint: `A store must behave as DynamoDB does in this: ${probe.description}`,
  });
}

function keyOf({ id }: Probe): ProbeContext['key'] {
  return { pk: { S: id }, sk: { S: '-' } };
}

function scratchTable(tablePrefix: string): TableDefinition {
  const text = (name: string) => ({ name, type: 'S' as const });
  return {
    tableName: `${tablePrefix}probe`,
    billingMode: 'PAY_PER_REQUEST',
    partitionKeys: [text('pk')],
    sortKeys: [text('sk')],
    globalSecondaryIndexes: [
      { name: 'probe-index', partitionKeys: [text('gk')], sortKeys: [], projection: 'KEYS_ONLY' },
    ],
    localSecondaryIndexes: [],
  };
}
