import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { oncePer } from '../value/remember.ts';
import { entryOf, type SourceNode } from './source.ts';
import { hasWord, innermost, isAround, mentionsName, type Unit, unitsOf } from './unit.ts';

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
    // Each part that a decision concerns is found or not, whatever else the decision says.
    if (unit.name !== 'decisions' || unit.kind !== 'aside') tainted.add(unit);
  }
  const follows = followsFrom(units, tainted);
  const isSourceWrong = [...tainted].some(({ name }) => name === 'sources');
  return {
    sparesAll: false,
    spares: (path) => {
      if (isSourceWrong && isInSource.test(path)) return false;
      const unit = unitAt(path);
      if (unit === undefined) return path === '' && ![...tainted].some(({ kind }) => kind === 'table');
      return !tainted.has(unit) && !follows(unit);
    },
  };
}

/** What a record type or an attribute says that it is made of, in another database. */
const isInSource = /^record_types\..*\.source(?:$|[.[])/;

/** Whether a unit builds on one of those that are wrong. */
function followsFrom(units: ReadonlyMap<string, Unit>, tainted: ReadonlySet<Unit>): (unit: Unit) => boolean {
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
        return any('table') || designFollows(unit);
      case 'aside':
        // Whether a waiver has ended, and what the last change is, depend on the version.
        return ['waivers', 'changelog'].includes(unit.name) && wrong.some(({ name }) => name === 'version');
      default:
        return false;
    }
  };
  const designFollows = designFollowsFrom(units, wrong, () =>
    [...units.values()].filter((unit) => unit.kind === 'attribute' && (tainted.has(unit) || follows(unit))),
  );
  return follows;
}

/**
 * The same of a part of the design. Operations and relations name the record types and attributes that they are about. An
 * access pattern is about all that it does not choose from, and about what is in their keys.
 *
 * @param attributesIn the attributes that are wrong, or that something wrong makes meaningless
 */
function designFollowsFrom(
  units: ReadonlyMap<string, Unit>,
  wrong: readonly Unit[],
  attributesIn: () => readonly Unit[],
): (unit: Unit) => boolean {
  const isRead = ({ path }: Unit): boolean => path.startsWith('access_patterns');
  const isAbout = (unit: Unit, recordType: string): boolean =>
    (isRead(unit) && entryOf(unit.node, 'returns') === undefined) || mentionsName(unit.node, recordType);
  const tables = [...units.values()].filter(({ kind }) => kind === 'table');
  const isInKey = oncePer(({ of = '', name }: Unit) => {
    const { path, node } = units.get(`record_types.${of}`) ?? {};
    const keys = node === undefined ? [] : [without(node, new Set([`${path}.attributes`]))];
    return [...keys, ...tables.map((table) => table.node)].some((each) => mentionsName(each, name));
  });
  let attributes: readonly Unit[] | undefined;
  return oncePer((unit) => {
    attributes ??= attributesIn();
    return (
      wrong.some(({ kind, name }) => kind === 'parameter' && (isRead(unit) || mentionsName(unit.node, name))) ||
      wrong.some(({ kind, name }) => kind === 'record-type' && isAbout(unit, name)) ||
      attributes.some(
        (attribute) =>
          isAbout(unit, attribute.of ?? '') &&
          (mentionsName(unit.node, attribute.name) || (isRead(unit) && isInKey(attribute))),
      )
    );
  });
}

/**
 * What is said of a schema, but of the design around the items only what remains when all the rest is right: the value
 * that an operation writes out is judged by its attribute.
 */
export function withoutFollowers(root: SourceNode, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const causes = diagnostics.filter(({ severity, path }) => severity === 'error' && !isAround(path));
  const taint = taintOf(
    root,
    causes.map(({ path }) => path),
  );
  return diagnostics.filter(({ path }) => !isAround(path) || taint.spares(path));
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
