import type { Codec, Refusal } from '../item/codec.ts';
import { variablePart } from '../model/member-name.ts';
import type { Family, RecordType } from '../model/model.ts';
import { stringCheck } from '../scalar/string-check.ts';
import type { Item } from '../value/attribute-value.ts';
import { isObject, type JsonObject, ownProperty, setProperty } from '../value/json.ts';
import { pointerTo, segmentsOf } from '../value/json-pointer.ts';
import type { RefusalInput } from '../vector/vector.ts';
import { groupOf } from './family-group.ts';
import { completeRecord, freeMembers, typicalMember } from './record.ts';
import { typicalValue } from './values/samples.ts';

/** An input in which what is wrong with a member of a family is mended. */
export type MendedMember = {
  readonly input: RefusalInput;
  /** What the input is refused for, with the name that the member really has. */
  readonly restore: (second: Refusal) => Refusal;
};

type Values = { readonly [name: string]: unknown };

/** How a record or an item holds the members of families. */
type Holder = {
  readonly has: (family: Family, member: string) => boolean;
  /** A copy with an ordinary value of a member. */
  readonly put: (family: Family, member: string) => Holder;
  readonly without: (family: Family, member: string) => Holder;
  readonly input: RefusalInput;
};

/**
 * Mends the member of a family that a refusal is about. A name belongs to the group, so a wrong one becomes a right one, and a
 * missing member is added, in every family of it; a wrong value becomes an ordinary one where it is.
 *
 * @returns `undefined` when the refusal is about no member, or no other name is free
 */
export function mendedMember(
  codec: Codec,
  recordType: RecordType,
  input: Exclude<RefusalInput, { op: 'key.parse' }>,
  { path, rule }: Refusal,
): MendedMember | undefined {
  const found = memberAt(recordType, input.op, segmentsOf(path));
  const holder = input.op === 'item.decode' ? itemHolder(codec, recordType, input) : recordHolder(input);
  if (found === undefined || holder === undefined) return undefined;
  const { family, member } = found;
  const group = groupOf(recordType, family);
  const same = (second: Refusal): Refusal => second;
  if (rule === 'required-member') {
    const filled = group
      .filter((each) => !holder.has(each, member))
      .reduce((all, each) => all.put(each, member), holder);
    return { input: filled.input, restore: same };
  }
  const isName = rule === 'family-collision' || rule === 'unknown' || stringCheck(family.domain)(member) !== undefined;
  if (!isName) return { input: holder.put(family, member).input, restore: same };
  const free = freeMembers(recordType, family).find((each) => group.every((other) => !holder.has(other, each)));
  if (free === undefined) return undefined;
  const renamed = group
    .filter((each) => holder.has(each, member))
    .reduce((all, each) => all.without(each, member).put(each, free), holder);
  return { input: renamed.input, restore: (second) => withName(second, free, member) };
}

/** The family and the member at a path: in a record below its family, in an item in the name of the attribute. */
function memberAt(
  { families, attributes }: RecordType,
  op: RefusalInput['op'],
  [name = '', member]: readonly string[],
): { readonly family: Family; readonly member: string } | undefined {
  const named = families.find((each) => each.name === name);
  if (named !== undefined) return member === undefined ? undefined : { family: named, member };
  if (op !== 'item.decode' || attributes.some((each) => each.name === name)) return undefined;
  const [found] = families.flatMap((family) => {
    const inName = family.prefix + family.suffix === '' ? undefined : variablePart(family, name);
    return inName === undefined ? [] : [{ family, member: inName }];
  });
  return found;
}

function recordHolder(input: Exclude<RefusalInput, { op: 'key.parse' | 'item.decode' }>): Holder {
  const membersOf = (family: Family): Values => {
    const members = ownProperty(input.record, family.name);
    return isObject(members) ? (members as Values) : {};
  };
  const changed = (family: Family, members: Values): Holder =>
    recordHolder({ ...input, record: withOwn(input.record, family.name, members) as JsonObject });
  return {
    input,
    has: (family, member) => Object.hasOwn(membersOf(family), member),
    put: (family, member) => changed(family, withOwn(membersOf(family), member, typicalValue(family.type))),
    without: (family, member) => changed(family, withoutOwn(membersOf(family), member)),
  };
}

/** @returns `undefined` where no ordinary item can be written */
function itemHolder(
  codec: Codec,
  recordType: RecordType,
  input: Extract<RefusalInput, { op: 'item.decode' }>,
): Holder | undefined {
  const ordinary = codec.encode(recordType.name, completeRecord(recordType));
  return ordinary.ok ? holderOf(recordType, ordinary.value, input) : undefined;
}

function holderOf(recordType: RecordType, ordinary: Item, input: Extract<RefusalInput, { op: 'item.decode' }>): Holder {
  const nameOf = ({ prefix, suffix }: Family, member: string): string => `${prefix}${member}${suffix}`;
  const changed = (item: Values): Holder => holderOf(recordType, ordinary, { ...input, item: item as JsonObject });
  return {
    input,
    has: (family, member) => Object.hasOwn(input.item, nameOf(family, member)),
    put: (family, member) => {
      const members = [typicalMember(recordType, family), ...family.requiredMembers];
      const value = members.map((each) => ownProperty(ordinary, nameOf(family, each))).find((each) => each);
      return changed(withOwn(input.item, nameOf(family, member), value));
    },
    without: (family, member) => changed(withoutOwn(input.item, nameOf(family, member))),
  };
}

function withOwn(object: Values, name: string, value: unknown): Values {
  const copy: { [name: string]: unknown } = { ...object };
  setProperty(copy, name, value);
  return copy;
}

function withoutOwn(object: Values, name: string): Values {
  return Object.fromEntries(Object.entries(object).filter(([each]) => each !== name));
}

/** A refusal that names the member as it is called, and not as it was called for a try. */
function withName(refusal: Refusal, tried: string, real: string): Refusal {
  const path = pointerTo(segmentsOf(refusal.path).map((each) => (each === tried ? real : each)));
  const message = refusal.message
    .replaceAll(JSON.stringify(tried), JSON.stringify(real))
    .replace(`${refusal.path}:`, `${path}:`);
  return { ...refusal, path, message };
}
