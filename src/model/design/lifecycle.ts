import { didYouMean } from '../../diagnostics/suggest.ts';
import { type Context, report } from '../context.ts';
import type { ValueType } from '../model.ts';
import { itemsOf, type SourceEntry, type SourceNode, textOf } from '../source.ts';
import type { Lifecycle } from './model.ts';
import { entryAt } from './read.ts';

/** Reads `transitions` and `initial`, which make an enumeration a state machine. */
export function lifecycleFrom(context: Context, attribute: SourceEntry, type: ValueType): Lifecycle | null {
  const transitions = entryAt(attribute.value, 'transitions');
  const initial = entryAt(attribute.value, 'initial');
  const there = transitions ?? initial;
  if (there === undefined) return null;
  if (type.kind !== 'string' || type.enum === null) {
    report(context, 'value-conflict', there, `"${attribute.key}" has no "enum", so it has no states`, {
      help: 'add "enum:" with every state',
    });
    return null;
  }
  if (transitions === undefined || initial === undefined) {
    const missing = transitions === undefined ? 'transitions' : 'initial';
    report(context, 'missing-key', there, `"${there.key}" says half of how "${attribute.key}" changes`, {
      help: `add "${missing}:"`,
    });
    return null;
  }
  const before = context.diagnostics.length;
  const lifecycle = readStates(context, transitions, initial, type.enum);
  // A misspelt state would make others unreachable too.
  if (context.diagnostics.length === before) checkReachable(context, transitions, lifecycle, type.enum);
  const start = entryAt(attribute.value, 'default');
  const value = textOf(start?.value);
  if (start !== undefined && value !== undefined && type.enum.includes(value) && !lifecycle.initial.includes(value)) {
    report(context, 'value-conflict', start, `"${attribute.key}" starts as "${value}", which is not in "initial"`, {
      help: 'add it to "initial", or choose another default',
    });
  }
  return lifecycle;
}

function readStates(
  context: Context,
  transitions: SourceEntry,
  initial: SourceEntry,
  values: readonly string[],
): Lifecycle {
  const known = (node: SourceNode | SourceEntry, value: string): boolean => {
    if (values.includes(value)) return true;
    report(context, 'reference-unknown', node, `"${value}" is not in the enum`, { help: didYouMean(value, values) });
    return false;
  };
  const listed = (node: SourceNode): readonly string[] =>
    itemsOf(node).flatMap((item) => {
      const value = textOf(item) ?? '';
      return known(item, value) ? [value] : [];
    });
  const written = transitions.value.kind === 'map' ? transitions.value.entries : [];
  for (const value of values) {
    if (written.some(({ key }) => key === value)) continue;
    report(context, 'missing-key', transitions, `nothing says what may follow "${value}"`, {
      help: `add "${value}: []" if nothing may`,
    });
  }
  return {
    initial: listed(initial.value),
    transitions: written.flatMap((entry) => {
      const to = listed(entry.value);
      return known(entry, entry.key) ? [{ name: entry.key, to }] : [];
    }),
  };
}

/** A value that nothing leads to is either superfluous, or the way to it was forgotten. */
function checkReachable(
  context: Context,
  transitions: SourceEntry,
  lifecycle: Lifecycle,
  values: readonly string[],
): void {
  const reached = new Set(lifecycle.initial);
  for (const value of reached) {
    for (const next of lifecycle.transitions.find(({ name }) => name === value)?.to ?? []) reached.add(next);
  }
  for (const value of values) {
    if (reached.has(value)) continue;
    report(
      context,
      'transition-unreachable',
      entryAt(transitions.value, value) ?? transitions,
      `no path from "initial" leads to "${value}"`,
      { help: `add "${value}" to "initial", or to what may follow another value` },
    );
  }
}
