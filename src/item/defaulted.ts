import { didYouMean } from '../diagnostics/suggest.ts';
import type { Attribute, RecordType, ValueType } from '../model/model.ts';
import { Violation } from '../scalar/violation.ts';
import { escapeSegment, unescapeSegment } from '../value/json-pointer.ts';

/**
 * What a reader supplied inside a value: from the name of a member, the key of a map or the index of a list to what is to
 * be left out there. `whole` marks an attribute that was supplied itself.
 */
export type LeaveOut = { readonly whole: boolean; readonly inside: ReadonlyMap<string, LeaveOut> };

type Node = { whole: boolean; readonly inside: Map<string, Node> };

/**
 * Puts the segments of enclosing values before the names that were added to `defaulted` since it had `start` of them. A
 * name inside a value is a JSON pointer without its first slash: `address/city`.
 */
export function defaultedWithin(defaulted: string[], start: number, ...segments: readonly string[]): void {
  const prefix = segments.map(escapeSegment).join('/');
  for (let index = start; index < defaulted.length; index++) defaulted[index] = `${prefix}/${String(defaulted[index])}`;
}

/** The names in `defaulted` as a tree, or a refusal of one that is no attribute of the record type. */
export function parseDefaulted(names: readonly string[], recordType: RecordType): LeaveOut | Violation {
  const root: Node = { whole: false, inside: new Map() };
  for (const [index, name] of names.entries()) {
    const segments = name.split('/').map(unescapeSegment);
    const problem = expectedInstead(segments, recordType);
    if (problem !== undefined)
      return new Violation('unknown', name, problem).within(String(index)).within('defaulted', recordType.at);
    let node: Node = root;
    for (const segment of segments) {
      const next = node.inside.get(segment) ?? { whole: false, inside: new Map() };
      node.inside.set(segment, next);
      node = next;
    }
    node.whole = true;
  }
  return root;
}

/** What should have been there instead of a path that leads to no attribute; `undefined` for one that does. */
function expectedInstead([first = '', ...rest]: readonly string[], recordType: RecordType): string | undefined {
  const family = recordType.families.find((each) => each.name === first);
  // The member of a family is one that the item has, so only what is inside it can be a default.
  if (family !== undefined && rest.length > 1) return insideOf(family.type, rest.slice(1));
  return memberOf(recordType.attributes, first, rest, `an attribute of a ${recordType.name}`);
}

function memberOf(
  members: readonly Attribute[],
  name: string,
  rest: readonly string[],
  what: string,
): string | undefined {
  const found = members.find((each) => each.name === name);
  if (found === undefined) {
    const names = members.map((each) => each.name);
    return `${what}; ${didYouMean(name, names)}`;
  }
  return rest.length === 0 ? undefined : insideOf(found.type, rest);
}

function insideOf(type: ValueType, [first = '', ...rest]: readonly string[]): string | undefined {
  if (type.kind === 'union') {
    const problems = type.variants.map((variant) => insideOf(variant, [first, ...rest]));
    return problems.includes(undefined) ? undefined : problems[0];
  }
  if (type.kind === 'struct') return memberOf(type.members, first, rest, 'the name of a member');
  const inner = type.kind === 'list' ? type.items : type.kind === 'map' ? type.values : undefined;
  if (inner === undefined) return 'a name of an attribute; this one has no members';
  return rest.length === 0 ? 'the name of a member, not of a whole value' : insideOf(inner.type, rest);
}

/** A name under which the record has no value, and in which therefore nothing can have been supplied. */
export function refuseStray(leaveOut: LeaveOut, has: (name: string) => boolean): Violation | undefined {
  for (const name of leaveOut.inside.keys())
    if (!has(name))
      return new Violation('default-changed', undefined, 'a value, because "defaulted" names a part of it').within(
        name,
      );
  return undefined;
}
