import { didYouMean } from '../../diagnostics/suggest.ts';
import { type Context, report } from '../context.ts';
import { child, namedIn, type SourceNode } from '../source.ts';
import type { Operation } from './model.ts';

/** Checks what operations do instead: another one, where this one may fail, and never this one again in the end. */
export function checkFallbacks(
  context: Context,
  section: SourceNode | undefined,
  operations: readonly Operation[],
): void {
  const byName = new Map(operations.map((operation) => [operation.name, operation]));
  for (const { key, value } of namedIn(section)) {
    const operation = byName.get(key);
    const written = child(value, 'fallback');
    if (operation === undefined || written === undefined || operation.fallback === null) continue;
    // Of an operation that could not be read, more is said elsewhere.
    const { steps } = operation;
    const mayFail = steps.length === 0 || steps.some(({ condition, version }) => (condition ?? version) !== null);
    if (!byName.has(operation.fallback)) {
      report(context, 'reference-unknown', written, `there is no operation "${operation.fallback}"`, {
        help: didYouMean(
          operation.fallback,
          [...byName.keys()].filter((name) => name !== key),
        ),
      });
    } else if (isCircle(operation, byName)) {
      report(context, 'value-conflict', written, `what is done instead of "${key}" leads back to "${key}"`, {
        help: 'let the last of them have no "fallback", and say in "failure" what a writer is told',
      });
    } else if (!mayFail) {
      report(context, 'value-conflict', written, `"${key}" has no condition, so nothing is ever done instead of it`, {
        help: 'add a "condition" or a "version", or remove "fallback"',
      });
    }
  }
}

function isCircle(first: Operation, byName: ReadonlyMap<string, Operation>): boolean {
  const seen = new Set<Operation>();
  let next: Operation | undefined = first;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    next = byName.get(next.fallback ?? '');
  }
  return next === first;
}
