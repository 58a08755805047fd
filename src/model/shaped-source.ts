import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { jsonText } from '../value/json.ts';
import { toPlain } from './plain.ts';
import type { Shape } from './shape.ts';
import type { ShapePart } from './shape-kinds.ts';
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
  /** The paths of what is wrong and may have consequences: what is there twice is still there, and has none. */
  readonly faults: readonly string[];
};

/**
 * Reads a file of which everything that is wrong is to be said at once: one fault leaves the rest to be looked at.
 *
 * @param helpWhenEmpty what to write into a file of this kind
 */
export function readShapedSource(shape: Shape, file: string, text: string, helpWhenEmpty: string): ShapedSource {
  const { partial: written, diagnostics: misread } = parseSource(file, text, helpWhenEmpty, ruleOfNames(shape));
  if (written === undefined) return { diagnostics: misread, written, usable: undefined, faults: [] };
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
  const twins = twinsIn(written, unusable);
  return {
    diagnostics,
    written,
    usable: unusable.has('') ? undefined : without(written, unusable),
    faults: diagnostics.map(({ path }) => path).filter((path) => !twins.has(path)),
  };
}

/** What to write for a key that is no text, where it would be no name in quotes either: `1.0` for a version. */
function ruleOfNames(shape: Shape): (path: string, key: string) => string | undefined {
  const sections = new Map(Object.entries((shape.schema as ShapePart).properties ?? {}));
  return (path, key) => {
    const { pattern, description } = (sections.get(path) as ShapePart | undefined)?.propertyNames ?? {};
    return pattern === undefined || new RegExp(pattern, 'u').test(key) ? undefined : description;
  };
}

/** Which of these places are in a list that has the same before. */
function twinsIn(node: SourceNode, paths: ReadonlySet<string>): ReadonlySet<string> {
  if (paths.size === 0) return paths;
  if (node.kind === 'scalar') return new Set();
  if (node.kind === 'map') return new Set(node.entries.flatMap(({ value }) => [...twinsIn(value, paths)]));
  const isTwin = ({ path }: SourceNode, index: number): boolean => {
    if (!paths.has(path)) return false;
    const texts = node.items.slice(0, index + 1).map((item) => jsonText(toPlain(item)));
    return texts.indexOf(texts[index] ?? '') < index;
  };
  const own = node.items.filter(isTwin).map(({ path }) => path);
  return new Set([...own, ...node.items.flatMap((item) => [...twinsIn(item, paths)])]);
}

function mappingsIn(node: SourceNode): readonly MapNode[] {
  if (node.kind === 'map') return [node, ...node.entries.flatMap(({ value }) => mappingsIn(value))];
  return node.kind === 'list' ? node.items.flatMap(mappingsIn) : [];
}
