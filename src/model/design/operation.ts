import { type Context, referenceTo, report } from '../context.ts';
import { child, itemsOf, type SourceEntry, type SourceNode, textOf } from '../source.ts';
import { changeActions } from './changes.ts';
import type { Operation, OperationNotes } from './model.ts';
import { operationStepFrom } from './operation-step.ts';
import { entryAt, textAt } from './read.ts';
import type { WriteScope } from './scope.ts';
import { trafficNotesFrom } from './traffic-notes.ts';

/** Keys that say how one item is written, and belong to each of the steps of a transaction or a batch. */
const stepOnly = ['record_type', 'condition', ...changeActions, 'version', 'returns'];

/** Reads one of `operations`. */
export function operationFrom(context: Context, entry: SourceEntry, scope: WriteScope): Operation {
  const node = entry.value;
  const type = textAt(node, 'type') ?? 'write';
  const several = type === 'transaction' || type === 'batch';
  const steps = entryAt(node, 'steps');
  if (several) checkSeveral(context, entry, type, steps);
  else if (steps !== undefined) {
    report(context, 'value-conflict', steps, `a ${type} is one write, and has no steps`, {
      help: 'write "type: transaction", with the writes as its steps',
    });
  } else if (type === 'check') {
    report(context, 'value-conflict', child(node, 'type') ?? entry, 'a check writes nothing by itself', {
      help: 'make it a step of a transaction',
    });
  }
  const nodes = several ? itemsOf(steps?.value) : [node];
  const read = nodes.flatMap((each) => {
    const place = several ? each : entry;
    if (several && !isStepOf(context, type, each)) return [];
    return operationStepFrom(context, each, place, scope, operationNotes(context, each)) ?? [];
  });
  return {
    name: entry.key,
    ...operationNotes(context, node),
    transaction: type === 'transaction',
    batch: type === 'batch',
    fallback: textAt(node, 'fallback'),
    steps: read,
  };
}

/** A batch has puts and deletes without conditions, a transaction all but another one. */
function isStepOf(context: Context, outer: 'transaction' | 'batch', step: SourceNode): boolean {
  const type = child(step, 'type');
  const name = textOf(type) ?? '';
  if (name === 'transaction' || name === 'batch') {
    report(context, 'value-conflict', type ?? step, `a ${name} cannot be a step of another operation`, {
      help: `write its steps here, or make it an operation of its own`,
    });
    return false;
  }
  if (outer === 'transaction') return true;
  if (name === 'update' || name === 'check') {
    report(context, 'value-conflict', type ?? step, `a batch has no ${name}, only puts and deletes`, {
      help: 'write "type: transaction", or an operation of its own',
    });
    return false;
  }
  for (const key of ['condition', 'version', 'returns', 'failure']) {
    const misplaced = entryAt(step, key);
    if (misplaced === undefined) continue;
    report(context, 'value-conflict', misplaced, `a batch writes whatever is there, so "${key}" has no meaning in it`, {
      help: 'write "type: transaction" where something must hold',
    });
  }
  return true;
}

/** DynamoDB takes so many writes in one request. */
const mostInBatch = 25;

function checkSeveral(
  context: Context,
  entry: SourceEntry,
  type: 'transaction' | 'batch',
  steps: SourceEntry | undefined,
): void {
  const node = entry.value;
  if (steps === undefined) {
    report(context, 'missing-key', entry, `the ${type} "${entry.key}" has no "steps"`, { help: 'add "steps:"' });
  }
  const beyond = type === 'batch' ? itemsOf(steps?.value)[mostInBatch] : undefined;
  if (beyond !== undefined)
    report(context, 'value-conflict', beyond, `a batch has at most ${mostInBatch} writes`, {
      help: 'a program sends more than one batch; describe one of them',
    });
  if (type === 'transaction' && child(node, 'reason') === undefined) {
    report(context, 'missing-key', entry, `nothing says why "${entry.key}" needs a transaction`, {
      help: 'add "reason:"; a transaction costs twice as much as its writes',
    });
  }
  for (const key of stepOnly) {
    const misplaced = entryAt(node, key);
    if (misplaced === undefined) continue;
    report(context, 'value-conflict', misplaced, `"${key}" says how one item is written, and a ${type} has steps`, {
      help: `move "${key}" into a step`,
    });
  }
}

function operationNotes(context: Context, node: SourceNode): OperationNotes {
  return {
    description: textAt(node, 'description') ?? '',
    idempotency: textAt(node, 'idempotency') as OperationNotes['idempotency'],
    reason: textAt(node, 'reason'),
    failure: textAt(node, 'failure'),
    ...trafficNotesFrom(context, node),
    at: referenceTo(context, node.path, node.at),
  };
}
