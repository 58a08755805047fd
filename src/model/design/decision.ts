import { didYouMeanLonger } from '../../diagnostics/suggest.ts';
import { type Context, referenceTo, report } from '../context.ts';
import { child, itemsOf, namedIn, type SourceNode, textOf } from '../source.ts';
import type { Decision } from './background.ts';
import { textAt, textsAt } from './read.ts';

/** Reads what was decided, and finds the parts of the schema that it is about. */
export function decisionsFrom(context: Context, root: SourceNode): readonly Decision[] {
  let known: ReadonlySet<string> | undefined;
  return namedIn(child(root, 'decisions')).map((entry): Decision => {
    const node = entry.value;
    for (const item of itemsOf(child(node, 'concerns'))) {
      known ??= new Set(pathsIn(root));
      const path = textOf(item) ?? '';
      if (known.has(path)) continue;
      report(context, 'reference-unknown', item, `there is nothing at "${path}" in this schema`, {
        help: didYouMeanLonger(path, [...known], 4),
      });
    }
    return {
      name: entry.key,
      kind: (textAt(node, 'kind') ?? 'other') as Decision['kind'],
      choice: textAt(node, 'choice') ?? '',
      alternatives: textsAt(node, 'alternatives'),
      justification: textAt(node, 'justification') ?? '',
      tradeOffs: textsAt(node, 'trade_offs'),
      rollback: textAt(node, 'rollback'),
      monitoring: textsAt(node, 'monitoring'),
      concerns: textsAt(node, 'concerns'),
      at: referenceTo(context, entry.path, entry.at),
    };
  });
}

/** The paths of all keys and items of a document. */
function pathsIn(node: SourceNode): readonly string[] {
  if (node.kind === 'map') return node.entries.flatMap(({ path, value }) => [path, ...pathsIn(value)]);
  return node.kind === 'list' ? node.items.flatMap((item) => [item.path, ...pathsIn(item)]) : [];
}
