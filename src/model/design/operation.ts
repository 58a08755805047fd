import { type Context, referenceTo, report } from '../context.ts';
import { child, itemsOf, type SourceEntry, type SourceNode, textOf } from '../source.ts';
import { changeActions } from './changes.ts';
import type { Operation, OperationNotes } from './model.ts';
import { operationStepFrom } from './operation-step.ts';
import { entryAt, textAt } from './read.ts';
import type { WriteScope } from './scope.ts';

/** Keys that say how one item is written, and belong to each of the steps of a transaction. */
const stepOnly = ['record_type', 'condition', ...changeActions, 'version', 'returns'];

/** Reads one of `operations`. */
export function operationFrom(context: Context, entry: SourceEntry, scope: WriteScope): Operation {
  const node = entry.value;
  const transaction = textAt(node, 'type') === 'transaction';
  const steps = entryAt(node, 'steps');
  if (transaction) checkTransaction(context, entry, steps);
  else if (steps !== undefined) {
    report(context, 'value-conflict', steps, `a ${textAt(node, 'type') ?? 'write'} is one write, and has no steps`, {
      help: 'write "type: transaction", with the writes as its steps',
    });
  }
  const nodes = transaction ? itemsOf(steps?.value) : [node];
  const read = nodes.flatMap((each) => {
    const type = child(each, 'type');
    if (transaction && type !== undefined && textOf(type) === 'transaction') {
      report(context, 'value-conflict', type, 'a transaction cannot be a step of another one');
      return [];
    }
    const place = transaction ? each : entry;
    return operationStepFrom(context, each, place, scope, operationNotes(context, each)) ?? [];
  });
  return { name: entry.key, ...operationNotes(context, node), transaction, steps: read };
}

function checkTransaction(context: Context, entry: SourceEntry, steps: SourceEntry | undefined): void {
  const node = entry.value;
  if (steps === undefined) {
    report(context, 'missing-key', entry, `the transaction "${entry.key}" has no "steps"`, { help: 'add "steps:"' });
  }
  if (child(node, 'reason') === undefined) {
    report(context, 'missing-key', entry, `nothing says why "${entry.key}" needs a transaction`, {
      help: 'add "reason:"; a transaction costs twice as much as its writes',
    });
  }
  for (const key of stepOnly) {
    const misplaced = entryAt(node, key);
    if (misplaced === undefined) continue;
    report(context, 'value-conflict', misplaced, `"${key}" says how one item is written, and a transaction has steps`, {
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
    at: referenceTo(context, node.path, node.at),
  };
}
