import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Shape } from './shape.ts';
import { type MapNode, parseSource, type SourceNode } from './source.ts';
import { without } from './taint.ts';
import { validateShape } from './validate.ts';

/** A file of some shape, as far as it can be read. */
export type ShapedSource = {
  /** What is no YAML, and what has another shape. */
  readonly diagnostics: readonly Diagnostic[];
  /** All that is written; `undefined` where that is no YAML. */
  readonly written: SourceNode | undefined;
  /** What is left of it without the parts that cannot be used; `undefined` where the whole cannot. */
  readonly usable: SourceNode | undefined;
};

/**
 * Reads a file of which everything that is wrong is to be said at once: one fault leaves the rest to be looked at.
 *
 * @param helpWhenEmpty what to write into a file of this kind
 */
export function readShapedSource(shape: Shape, file: string, text: string, helpWhenEmpty: string): ShapedSource {
  const { partial: written, diagnostics: misread } = parseSource(file, text, helpWhenEmpty);
  if (written === undefined) return { diagnostics: misread, written, usable: undefined };
  const misreadPaths = new Set(misread.map(({ path }) => path));
  // A mapping of which no key could be read is empty only because of that.
  const emptied = new Set(
    (misread.length === 0 ? [] : mappingsIn(written))
      .filter(({ entries, path }) => entries.length === 0 && misread.some((each) => each.path.startsWith(`${path}.`)))
      .map(({ path }) => path),
  );
  const diagnostics = [
    ...misread,
    ...validateShape(shape, file, written).filter(({ path }) => !misreadPaths.has(path) && !emptied.has(path)),
  ];
  const unusable = new Set(diagnostics.filter(({ code }) => code !== 'missing-key').map(({ path }) => path));
  return { diagnostics, written, usable: unusable.has('') ? undefined : without(written, unusable) };
}

function mappingsIn(node: SourceNode): readonly MapNode[] {
  if (node.kind === 'map') return [node, ...node.entries.flatMap(({ value }) => mappingsIn(value))];
  return node.kind === 'list' ? node.items.flatMap(mappingsIn) : [];
}
