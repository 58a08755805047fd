import { itemsOf, type SourceNode } from './source.ts';

/** What stands under a key that takes one value, or a list of them. */
export function oneOrMore(node: SourceNode | undefined): readonly SourceNode[] {
  if (node === undefined) return [];
  return node.kind === 'list' ? itemsOf(node) : [node];
}
