import { type Context, report } from '../context.ts';
import { child, entryOf, itemsOf, type SourceNode, textOf } from '../source.ts';
import type { WriteScope } from './scope.ts';

/** A value that no state of the condition may be followed by. Only values that are written out say anything. */
export function checkTransitions(
  context: Context,
  node: SourceNode,
  recordType: string,
  attributes: WriteScope['attributes'],
): void {
  const condition = child(node, 'condition');
  for (const { path, lifecycle, recordType: of } of attributes) {
    if (of !== recordType || lifecycle === null) continue;
    const value = entryOf(child(node, 'set'), path)?.value;
    const next = value?.kind === 'scalar' ? textOf(value) : undefined;
    const before = statesIn(entryOf(condition, path)?.value);
    if (value === undefined || next === undefined || before.length === 0) continue;
    // Of what is no state, or of one that nothing leads to, more is said elsewhere.
    if (![...lifecycle.initial, ...lifecycle.transitions.flatMap(({ to }) => to)].includes(next)) continue;
    const allowed = before.some(
      (state) =>
        state === next || lifecycle.transitions.find(({ name }) => name === state)?.to.includes(next) !== false,
    );
    if (allowed) continue;
    const from = before.map((state) => `"${state}"`).join(' or ');
    report(context, 'value-conflict', value, `"${path}" is ${from} here, and no transition leads to "${next}"`, {
      help: 'correct the condition or the value, or add the transition',
    });
  }
}

/** The values that a condition asks for: a value, a list, `equals` or `in`. */
function statesIn(node: SourceNode | undefined): readonly string[] {
  if (node === undefined) return [];
  const written = node.kind === 'map' ? (child(node, 'equals') ?? child(node, 'in')) : node;
  const nodes = written?.kind === 'list' ? itemsOf(written) : [written];
  const texts = nodes.map((each) => (each?.kind === 'scalar' ? textOf(each) : undefined));
  return texts.every((text) => text !== undefined) ? texts : [];
}
