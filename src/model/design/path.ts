import { didYouMean } from '../../diagnostics/suggest.ts';
import type { Attribute, Component, Family, RecordType, ValueType } from '../model.ts';

/** What a path leads to. */
export type Target = {
  /** The type of the value; `null` when the path goes through something that may hold anything. */
  readonly type: ValueType | null;
  /** The attribute, family, component or member that declares it; `null` inside lists and free-form maps. */
  readonly declared: Attribute | Family | Component | null;
  /** The attribute, family, component or computed attribute at which the path starts. */
  readonly root: { readonly name: string };
  /** Whether the path goes through the items of a list or set. */
  readonly several: boolean;
};

/** Why a path leads nowhere, and what to write instead. */
export type PathProblem = { readonly message: string; readonly help: string };

/**
 * Follows a path in a record: an attribute, a family, or a component of a key; then members of maps after ".", and the
 * items of lists and sets after "[]".
 */
export function resolvePath(recordType: RecordType, path: string): Target | PathProblem {
  const declarations = [...recordType.attributes, ...recordType.families, ...recordType.components];
  const roots = [...declarations, ...recordType.computed];
  // Names may have dots themselves, so the longest that fits is meant.
  const [root] = roots
    .filter(({ name }) => path === name || (path.startsWith(name) && /^(?:\.|\[\])/.test(path.slice(name.length))))
    .sort((left, right) => right.name.length - left.name.length);
  if (root === undefined) {
    const [name = ''] = path.split(/\.|\[\]/);
    return {
      message: `"${recordType.name}" has no attribute "${name}"`,
      help: didYouMean(
        name,
        roots.map((each) => each.name),
      ),
    };
  }
  const declared = declarations.find((each) => each === root) ?? null;
  let target: Target = { type: declared?.type ?? null, declared, root, several: false };
  let reached = root.name;
  while (reached.length < path.length) {
    const step = /^(?:\[\]|\.[^.[\]]+)/.exec(path.slice(reached.length))?.[0];
    if (step === undefined) {
      return {
        message: `"${path}" is no path: after "${reached}" it does not go on with ".member" or "[]"`,
        help: 'a path is an attribute, with members after "." and "[]" for the items of a list',
      };
    }
    const next = step === '[]' ? itemsOf(target, reached) : memberOf(target, reached, step.slice(1));
    if ('message' in next) return next;
    target = next;
    reached += step;
  }
  return target;
}

function itemsOf(target: Target, reached: string): Target | PathProblem {
  const { type } = target;
  const inside = { ...target, declared: null, several: true };
  if (type === null) return inside;
  if (type.kind === 'list') return { ...inside, type: type.items.type };
  if (type.kind === 'string_set' || type.kind === 'number_set' || type.kind === 'binary_set') {
    return { ...inside, type: type.items };
  }
  if (isLeaf(type) || type.kind === 'struct' || type.kind === 'map') {
    return { message: `"${reached}" is of type ${nameOf(type)}, which has no items`, help: 'remove "[]"' };
  }
  return { ...inside, type: null };
}

function memberOf(target: Target, reached: string, name: string): Target | PathProblem {
  const { type } = target;
  if (type?.kind === 'struct') {
    const member = type.members.find((each) => each.name === name);
    if (member !== undefined) return { ...target, type: member.type, declared: member };
    const names = type.members.map((each) => each.name);
    return { message: `"${reached}" has no member "${name}"`, help: didYouMean(name, names) };
  }
  if (type?.kind === 'map') return { ...target, type: type.values.type, declared: null };
  if (type?.kind === 'list') {
    return { message: `"${reached}" is a list, and only its items have members`, help: `write "${reached}[].${name}"` };
  }
  if (type !== null && isLeaf(type)) {
    return {
      message: `"${reached}" is of type ${nameOf(type)}, which has no members`,
      help: `remove ".${name}", or make "${reached}" a map`,
    };
  }
  return { ...target, type: null, declared: null };
}

const leaves = ['string', 'integer', 'decimal', 'boolean', 'binary', 'timestamp'];

function isLeaf(type: ValueType): boolean {
  return leaves.includes(type.kind) || type.kind.endsWith('_set');
}

/** What the language calls a type. */
export function nameOf(type: ValueType): string {
  return type.kind === 'struct' || type.kind === 'document' ? 'map' : type.kind;
}
