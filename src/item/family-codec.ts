import { variablePart } from '../model/member-name.ts';
import type { Family } from '../model/model.ts';
import { stringCheck } from '../scalar/string-check.ts';
import { Violation } from '../scalar/violation.ts';
import type { AttributeValue } from '../value/attribute-value.ts';
import { isObject, type Json, setProperty } from '../value/json.ts';
import { remember } from '../value/remember.ts';
import { defaultedWithin, type LeaveOut, refuseStray } from './defaulted.ts';
import type { Other } from './places.ts';
import { slotCodec } from './slot-codec.ts';

type Target<Value> = { [name: string]: Value };

/** The family that explains a name, and the value of its variable. */
export type Explained = { readonly index: number; readonly member: string };

/** All families of a record type: `{"b_{limit}_tk":{"rpm":"1"}}` in a record, `b_rpm_tk` in an item. */
export type FamiliesCodec = {
  readonly names: readonly string[];
  /** What explains an attribute's name, if it is that of a member. */
  readonly explain: (name: string) => Explained | 'ambiguous' | undefined;
  readonly write: (
    record: { readonly [name: string]: unknown },
    item: Target<AttributeValue>,
    leaveOut?: LeaveOut,
  ) => Violation | undefined;
  /**
   * Reads the attributes that are members, with what explains each; returns the names of those that no family explains.
   * Pushes the names of what got its default inside of members.
   */
  readonly read: (
    candidates: readonly Other<Explained | 'ambiguous' | undefined>[],
    record: Target<Json>,
    defaulted: string[],
  ) => readonly string[] | Violation;
};

/**
 * @param fixed names that are no members: the other attributes of the record type, and every key attribute of the table
 */
export function compileFamilies(families: readonly Family[], fixed: ReadonlySet<string>): FamiliesCodec {
  const compiled = families.map((family) => {
    // The first family of a group is the one that the others are compared with.
    const leader = family.group === null ? undefined : families.find(({ group }) => group === family.group);
    const check = stringCheck(family.domain);
    // Most families cannot share a name with another, and then nobody needs to look.
    const rivalled = families.some((other) => other !== family && mayShareNames(family, other));
    const refuse = (member: string): Violation | undefined =>
      check(member) ?? collision(`${family.prefix}${member}${family.suffix}`, rivalled);
    const nameOf = remember((member) =>
      refuse(member) === undefined ? `${family.prefix}${member}${family.suffix}` : undefined,
    );
    return { family, leader, codec: slotCodec(family), check, refuse, nameOf };
  });

  /** The family that explains an attribute's name, and the value of its variable. */
  const explain = remember((name): Explained | 'ambiguous' | undefined => {
    let found: Explained | undefined;
    for (const [index, { family, check }] of compiled.entries()) {
      const member = variablePart(family, name);
      if (member === undefined || check(member) !== undefined) continue;
      if (found !== undefined) return 'ambiguous';
      found = { index, member };
    }
    return found;
  });

  const writeFamily = (
    index: number,
    record: { readonly [name: string]: unknown },
    item: Target<AttributeValue>,
    leaveOut: LeaveOut | undefined,
  ): Violation | undefined => {
    const entry = compiled[index];
    if (entry === undefined) return undefined;
    const { family, codec, refuse, nameOf } = entry;
    const members = Object.hasOwn(record, family.name) ? record[family.name] : undefined;
    if (members === undefined) return undefined;
    if (!isObject(members)) return new Violation('type', members, `an object from ${family.variable} to value`);
    const stray = leaveOut === undefined ? undefined : refuseStray(leaveOut, (name) => Object.hasOwn(members, name));
    if (stray !== undefined) return stray;
    for (const member of Object.keys(members)) {
      const name = nameOf(member);
      if (name === undefined) return refuse(member)?.within(member);
      const written =
        codec.write(members[member], leaveOut?.inside.get(member)) ??
        new Violation('empty', members[member], 'a value; this one would be left out');
      if (written instanceof Violation) return written.within(member);
      setProperty(item, name, written);
    }
    return undefined;
  };

  function collision(name: string, rivalled: boolean): Violation | undefined {
    if (fixed.has(name))
      return new Violation('family-collision', name, 'a member that has not the name of another attribute');
    if (rivalled && explain(name) === 'ambiguous') {
      return new Violation('family-collision', name, 'a member that only one family explains');
    }
    return undefined;
  }

  /** Groups and mandatory members. */
  const checkMembers = (record: { readonly [name: string]: unknown }): Violation | undefined => {
    // The families of a group mostly follow each other, and are compared with one list of names.
    let leader: Family | undefined;
    let wanted: readonly string[] = [];
    for (const { family, leader: first } of compiled) {
      const members = membersOf(record, family);
      for (const member of family.requiredMembers) {
        if (Object.hasOwn(members, member)) continue;
        return new Violation('required-member', undefined, `a member "${member}"`)
          .within(member)
          .within(family.name, family.at);
      }
      if (first === undefined || first === family) continue;
      if (leader !== first) {
        leader = first;
        wanted = Object.keys(membersOf(record, first));
      }
      const violation = compareMembers(members, wanted, first.name);
      if (violation !== undefined) return violation.within(family.name, family.at);
    }
    return undefined;
  };

  const noneRead = families.map(() => undefined);
  return {
    names: families.map((family) => family.name),
    explain: (name) => (fixed.has(name) ? undefined : explain(name)),
    write: (record, item, leaveOut) => {
      for (const [index, { family }] of compiled.entries()) {
        const violation = writeFamily(index, record, item, leaveOut?.inside.get(family.name));
        if (violation !== undefined) return violation.within(family.name, family.at);
      }
      return checkMembers(record);
    },
    read: (candidates, record, defaulted) => {
      const unexplained: string[] = [];
      // By the index of the family, so that the record is only touched when a family has its first member.
      const membersByFamily: (Target<Json> | undefined)[] = noneRead.slice();
      for (const { name, note: found, value } of candidates) {
        if (found === 'ambiguous')
          return new Violation('family-collision', name, 'a name that only one family explains').within(name);
        const entry = found === undefined ? undefined : compiled[found.index];
        if (found === undefined || entry === undefined || value === undefined) {
          unexplained.push(name);
          continue;
        }
        const { family, codec } = entry;
        const start = defaulted.length;
        const read = codec.read(value, defaulted);
        if (read instanceof Violation) return read.within(name, family.at);
        if (defaulted.length > start) defaultedWithin(defaulted, start, family.name, found.member);
        let members = membersByFamily[found.index];
        if (members === undefined) {
          members = {};
          membersByFamily[found.index] = members;
          record[family.name] = members;
        }
        setProperty(members, found.member, read);
      }
      return checkMembers(record) ?? unexplained;
    },
  };
}

function membersOf(
  record: { readonly [name: string]: unknown },
  family: Family,
): { readonly [member: string]: unknown } {
  const members = Object.hasOwn(record, family.name) ? record[family.name] : undefined;
  return isObject(members) ? members : noMembers;
}

const noMembers = {};

/** Every family of a group has the members that its first family, the leader, has: those that are wanted. */
function compareMembers(
  members: { readonly [member: string]: unknown },
  wanted: readonly string[],
  leader: string,
): Violation | undefined {
  const found = Object.keys(members);
  if (areSame(wanted, found)) return undefined;
  for (const member of wanted) {
    if (Object.hasOwn(members, member)) continue;
    return new Violation('family-group', undefined, `a member "${member}", as in ${leader}`).within(member);
  }
  // As many, and all that are wanted among them: none is too much.
  if (found.length === wanted.length) return undefined;
  const known = new Set(wanted);
  const extra = found.find((member) => !known.has(member));
  return extra === undefined
    ? undefined
    : new Violation('family-group', extra, `no member that ${leader} lacks`).within(extra);
}

/** Whether two lists are equal, as those of the members of a group nearly always are. */
function areSame(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false;
  return true;
}

/** Whether one name can have the prefix and the suffix of both. */
function mayShareNames(left: Family, right: Family): boolean {
  const prefixes = left.prefix.startsWith(right.prefix) || right.prefix.startsWith(left.prefix);
  return prefixes && (left.suffix.endsWith(right.suffix) || right.suffix.endsWith(left.suffix));
}
