import { entryOf, namedIn, type SourceEntry, type SourceNode } from './source.ts';

/**
 * What a fault makes meaningless. A fault says itself what is wrong; whatever else could be said about the part of the
 * schema it is in, or about parts that build on that one, may be wrong only because of it, and is not said.
 */
export type Taint = {
  /** Whether a diagnostic about this path would be more than a consequence of the faults. */
  readonly spares: (path: string) => boolean;
  /** Whether there are no faults. */
  readonly sparesAll: boolean;
};

/** A part of a schema that is judged as one. */
type Unit = {
  readonly kind: 'parameter' | 'table' | 'record-type' | 'attribute' | 'design' | 'aside';
  readonly path: string;
  readonly name: string;
  readonly node: SourceNode;
  /** The record type of an attribute. */
  readonly of?: string;
};

/** Sections on which nothing else builds. */
const asides = ['name', 'version', 'waivers', 'description', 'domain', 'owner', 'status', 'profiles', 'compatibility'];
const designs = ['relations', 'access_patterns', 'operations'];

/** @param faults the paths at which something is wrong */
export function taintOf(root: SourceNode, faults: readonly string[]): Taint {
  if (faults.length === 0) return { spares: () => true, sparesAll: true };
  const units = unitsOf(root);
  const cache = new Map<string, Unit | undefined>();
  const unitAt = (path: string): Unit | undefined => {
    if (!cache.has(path)) cache.set(path, innermost(units, path));
    return cache.get(path);
  };
  const tainted = new Set<Unit>();
  for (const path of faults) {
    const unit = unitAt(path);
    // A fault of the whole, of a section or of a key that nobody knows: anything may be a consequence.
    if (unit === undefined) return { spares: () => false, sparesAll: false };
    tainted.add(unit);
  }
  const wrong = [...tainted];
  const any = (kind: Unit['kind'], of?: string): boolean =>
    wrong.some((unit) => unit.kind === kind && (of === undefined || unit.of === of));
  const mentions = (unit: Unit, kind: Unit['kind'], of?: string): boolean =>
    wrong.some(
      (other) =>
        other.kind === kind &&
        other.of === of &&
        (hasWord(unit.name, other.name) || mentionsName(unit.node, other.name)),
    );
  const follows = (unit: Unit): boolean => {
    switch (unit.kind) {
      case 'attribute':
        return mentions(unit, 'parameter') || mentions(unit, 'attribute', unit.of);
      case 'record-type':
        return any('table') || any('attribute', unit.name) || mentions(unit, 'parameter');
      case 'table':
        return any('table');
      case 'design':
        return any('table') || any('record-type') || any('attribute') || any('parameter');
      default:
        return false;
    }
  };
  return {
    sparesAll: false,
    spares: (path) => {
      const unit = unitAt(path);
      if (unit === undefined) return path === '' && !any('table');
      return !tainted.has(unit) && !follows(unit);
    },
  };
}

function unitsOf(root: SourceNode): ReadonlyMap<string, Unit> {
  const units: Unit[] = [];
  const add = (kind: Unit['kind'], { key: name, path, value: node }: SourceEntry, of?: string): void => {
    units.push({ kind, path, name, node, ...(of === undefined ? {} : { of }) });
  };
  const inside = (section: string): readonly SourceEntry[] => namedIn(entryOf(root, section)?.value);
  for (const entry of inside('parameters')) add('parameter', entry);
  for (const entry of inside('tables')) add('table', entry);
  for (const section of ['table', 'keys']) {
    const entry = entryOf(root, section);
    if (entry !== undefined) add('table', entry);
  }
  for (const entry of inside('record_types')) {
    add('record-type', entry);
    for (const attribute of namedIn(entryOf(entry.value, 'attributes')?.value)) add('attribute', attribute, entry.key);
  }
  for (const section of designs) {
    const entry = entryOf(root, section);
    if (entry !== undefined) add('design', entry);
    for (const each of inside(section)) add('design', each);
  }
  // A value that cannot be used has been taken out, and is an aside all the same.
  for (const name of asides) units.push({ kind: 'aside', path: name, name, node: root });
  return new Map(units.map((unit) => [unit.path, unit]));
}

/** The smallest unit that a path is in. */
function innermost(units: ReadonlyMap<string, Unit>, path: string): Unit | undefined {
  for (let end = path.length; end > 0; end--) {
    const boundary = end === path.length || path[end] === '.' || path[end] === '[';
    const unit = boundary ? units.get(path.slice(0, end)) : undefined;
    if (unit !== undefined) return unit;
  }
  return undefined;
}

/** Whether a name stands anywhere in a part, as a key or a word of a text: `{name}` in a pattern counts too. */
function mentionsName(node: SourceNode, name: string): boolean {
  if (node.kind === 'map')
    return node.entries.some(({ key, value }) => hasWord(key, name) || mentionsName(value, name));
  if (node.kind === 'list') return node.items.some((item) => mentionsName(item, name));
  return hasWord(node.text, name);
}

function hasWord(text: string, word: string): boolean {
  return text === word || (text.includes(word) && text.split(/[^\p{L}\p{N}_-]+/u).includes(word));
}

/** The tree without the nodes at these paths. */
export function without(node: SourceNode, paths: ReadonlySet<string>): SourceNode {
  if (paths.size === 0) return node;
  if (node.kind === 'map') {
    const entries = node.entries.filter(({ path }) => !paths.has(path));
    return { ...node, entries: entries.map((entry) => ({ ...entry, value: without(entry.value, paths) })) };
  }
  if (node.kind === 'list') {
    const items = node.items.filter(({ path }) => !paths.has(path));
    return { ...node, items: items.map((item) => without(item, paths)) };
  }
  return node;
}
