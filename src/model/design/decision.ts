import { type ManyNames, manyNames, meantOf } from '../../diagnostics/many-names.ts';
import { didYouMeanThese, thereIs } from '../../diagnostics/suggest.ts';
import { type Context, referenceTo, report } from '../context.ts';
import { child, itemsOf, namedIn, type SourceNode, textOf } from '../source.ts';
import type { Decision } from './background.ts';
import { textAt, textsAt } from './read.ts';

/** Reads what was decided, and finds the parts of the schema that it is about. */
export function decisionsFrom(context: Context, root: SourceNode): readonly Decision[] {
  let paths: PathsThere | undefined;
  return namedIn(child(root, 'decisions')).map((entry): Decision => {
    const node = entry.value;
    for (const item of itemsOf(child(node, 'concerns'))) {
      // A part with a fault is there all the same.
      paths ??= pathsThere(context.written);
      const path = textOf(item) ?? '';
      if (paths.nodes.has(path)) continue;
      report(context, 'reference-unknown', item, `there is nothing at "${path}" in this schema`, {
        help: whatIsThere(path, context.written, paths),
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
type PathsThere = { readonly nodes: ReadonlyMap<string, SourceNode>; readonly names: ManyNames };

function pathsThere(root: SourceNode): PathsThere {
  const nodes = new Map<string, SourceNode>();
  const add = (path: string, node: SourceNode): void => {
    nodes.set(path, node);
    addInside(node);
  };
  const addInside = (node: SourceNode): void => {
    if (node.kind === 'map') for (const { path, value } of node.entries) add(path, value);
    else for (const item of itemsOf(node)) add(item.path, item);
  };
  addInside(root);
  return { nodes, names: manyNames([...nodes.keys()]) };
}

/** What was most likely meant with a path that leads nowhere, or how far it leads. */
function whatIsThere(path: string, root: SourceNode, { nodes, names }: PathsThere): string {
  const meant = meantOf(path, names, 4);
  if (meant.length > 0) return didYouMeanThese(meant);
  for (let end = path.length - 1; end > 0; end--) {
    const parent = path[end] === '.' || path[end] === '[' ? path.slice(0, end) : '';
    const node = nodes.get(parent);
    if (node === undefined) continue;
    const inside = namedIn(node).map(({ key }) => key);
    if (inside.length > 0) return `in "${parent}" ${thereIs(inside)}`;
    const items = itemsOf(node).length;
    return items === 0 ? `there is nothing in "${parent}"` : `"${parent}" ends with "[${items - 1}]"`;
  }
  return thereIs(namedIn(root).map(({ key }) => key));
}
