import { type Context, report } from './context.ts';
import type { WrittenTest } from './written-condition.ts';

/** Reports a test that asks nothing of its attribute, because all of its keys are the user's own; says whether it did. */
export function refuseNothingAsked(context: Context, { entry, predicates }: WrittenTest): boolean {
  if (predicates.length > 0) return false;
  report(
    context,
    'value-invalid',
    entry,
    `nothing is asked of "${entry.key}": keys that start with "x-" are your own`,
    {
      help: 'add what must hold, as "equals: …" or "present: true"',
    },
  );
  return true;
}
