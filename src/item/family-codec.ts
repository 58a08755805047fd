import type { Family } from '../model/model.ts';
import { stringCheck } from '../scalar/string-check.ts';
import { Violation } from '../scalar/violation.ts';
import type { AttributeValue, Item } from '../value/attribute-value.ts';
import { isObject, type Json, setProperty } from '../value/json.ts';
import { slotCodec } from './slot-codec.ts';

type Target<Value> = { [name: string]: Value };

/** All families of a record type: `{"b_{limit}_tk":{"rpm":"1"}}` in a record, `b_rpm_tk` in an item. */
export type FamiliesCodec = {
  readonly names: readonly string[];
  /** Whether an attribute's name is that of a member. */
  readonly explains: (name: string) => boolean;
  readonly write: (record: { readonly [name: string]: unknown }, item: Target<AttributeValue>) => Violation | undefined;
  /** Reads the attributes of `item` that `candidates` names; returns those that no family explains. */
  readonly read: (item: Item, candidates: readonly string[], record: Target<Json>) => readonly string[] | Violation;
};

/**
 * @param fixed names that are no members: the other attributes of the record type, and every key attribute of the table
 */
export function compileFamilies(families: readonly Family[], fixed: ReadonlySet<string>): FamiliesCodec {
  const compiled = families.map((family) => ({
    family,
    codec: slotCodec(family),
    check: stringCheck(family.domain),
    // Most families cannot share a name with another, and then nobody needs to look.
    rivalled: families.some((other) => other !== family && mayShareNames(family, other)),
  }));

  /** The first family of each group, which the others are compared with. */
  const groupLeaders = new Map<string, Family>();
  for (const family of families)
    if (family.group !== null && !groupLeaders.has(family.group)) groupLeaders.set(family.group, family);

  /** The family that explains an attribute's name, and the value of its variable. */
  const explain = (name: string): { readonly index: number; readonly member: string } | 'ambiguous' | undefined => {
    let found: { readonly index: number; readonly member: string } | undefined;
    for (const [index, { family, check }] of compiled.entries()) {
      const { prefix, suffix } = family;
      if (name.length <= prefix.length + suffix.length || !name.startsWith(prefix) || !name.endsWith(suffix)) continue;
      const member = name.slice(prefix.length, name.length - suffix.length);
      if (check(member) !== undefined) continue;
      if (found !== undefined) return 'ambiguous';
      found = { index, member };
    }
    return found;
  };

  const writeFamily = (
    index: number,
    record: { readonly [name: string]: unknown },
    item: Target<AttributeValue>,
  ): Violation | undefined => {
    const entry = compiled[index];
    if (entry === undefined) return undefined;
    const { family, codec, check, rivalled } = entry;
    const members = Object.hasOwn(record, family.name) ? record[family.name] : undefined;
    if (members === undefined) return undefined;
    if (!isObject(members)) return new Violation('type', members, `an object from ${family.variable} to value`);
    for (const member of Object.keys(members)) {
      const name = `${family.prefix}${member}${family.suffix}`;
      const refused = check(member) ?? collision(name, rivalled);
      if (refused !== undefined) return refused.within(member);
      const written =
        codec.write(members[member]) ?? new Violation('empty', members[member], 'a value; this one would be left out');
      if (written instanceof Violation) return written.within(member);
      setProperty(item, name, written);
    }
    return undefined;
  };

  const collision = (name: string, rivalled: boolean): Violation | undefined => {
    if (fixed.has(name))
      return new Violation('family-collision', name, 'a member that has not the name of another attribute');
    if (rivalled && explain(name) === 'ambiguous') {
      return new Violation('family-collision', name, 'a member that only one family explains');
    }
    return undefined;
  };

  /** Groups and mandatory members. */
  const checkMembers = (record: { readonly [name: string]: unknown }): Violation | undefined => {
    for (const { family } of compiled) {
      const members = membersOf(record, family);
      const missing = family.requiredMembers.find((member) => !Object.hasOwn(members, member));
      if (missing !== undefined) {
        return new Violation('required-member', undefined, `a member "${missing}"`)
          .within(missing)
          .within(family.name, family.at);
      }
      const first = family.group === null ? undefined : groupLeaders.get(family.group);
      if (first === undefined || first === family) continue;
      const others = membersOf(record, first);
      const lacking = Object.keys(others).find((member) => !Object.hasOwn(members, member));
      if (lacking !== undefined) {
        return new Violation('family-group', undefined, `a member "${lacking}", as in ${first.name}`)
          .within(lacking)
          .within(family.name, family.at);
      }
      const extra = Object.keys(members).find((member) => !Object.hasOwn(others, member));
      if (extra !== undefined) {
        return new Violation('family-group', extra, `no member that ${first.name} lacks`)
          .within(extra)
          .within(family.name, family.at);
      }
    }
    return undefined;
  };

  return {
    names: families.map((family) => family.name),
    explains: (name) => !fixed.has(name) && explain(name) !== undefined,
    write: (record, item) => {
      for (const [index, { family }] of compiled.entries()) {
        const violation = writeFamily(index, record, item);
        if (violation !== undefined) return violation.within(family.name, family.at);
      }
      return checkMembers(record);
    },
    read: (item, candidates, record) => {
      const unexplained: string[] = [];
      for (const name of candidates) {
        const found = fixed.has(name) ? undefined : explain(name);
        if (found === 'ambiguous')
          return new Violation('family-collision', name, 'a name that only one family explains').within(name);
        const entry = found === undefined ? undefined : compiled[found.index];
        const value = item[name];
        if (found === undefined || entry === undefined || value === undefined) {
          unexplained.push(name);
          continue;
        }
        const { family, codec } = entry;
        const read = codec.read(value);
        if (read instanceof Violation) return read.within(name, family.at);
        const members = (record[family.name] as Target<Json> | undefined) ?? {};
        setProperty(members, found.member, read);
        record[family.name] = members;
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

/** Whether one name can have the prefix and the suffix of both. */
function mayShareNames(left: Family, right: Family): boolean {
  const prefixes = left.prefix.startsWith(right.prefix) || right.prefix.startsWith(left.prefix);
  return prefixes && (left.suffix.endsWith(right.suffix) || right.suffix.endsWith(left.suffix));
}
