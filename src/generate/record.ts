import { fixedNames } from '../model/key-attributes.ts';
import type { Family, RecordType } from '../model/model.ts';
import { memberOf } from '../scalar/family-member.ts';
import { stringCheck } from '../scalar/string-check.ts';
import { copyJson, isObject, type Json, type JsonObject, ownProperty, setProperty } from '../value/json.ts';
import { oncePer } from '../value/remember.ts';
import { conform } from './conform.ts';
import type { DraftRecord } from './draft.ts';
import { neededAttributes } from './needed.ts';
import { typicalValue } from './values/samples.ts';
import { stringSamples, typicalString } from './values/string.ts';

/** A record with every attribute, every component and one member in every family, all typical. */
export function completeRecord(recordType: RecordType): DraftRecord {
  return copyJson(completeOf(recordType));
}

/** Much is made from it, and the rules of a record type can make it dear. */
const completeOf = oncePer((recordType: RecordType): DraftRecord => {
  const record: DraftRecord = {};
  for (const component of recordType.components) set(record, component.name, typicalValue(component.type));
  for (const attribute of recordType.attributes) set(record, attribute.name, typicalValue(attribute.type));
  for (const family of recordType.families) {
    const members: { [member: string]: Json } = {};
    const optional = typicalMember(recordType, family);
    // Every member may be one that another family explains too, and then none can be written.
    const names = isShared(recordType, family, optional) ? [] : [optional];
    for (const member of [...family.requiredMembers, ...names])
      setProperty(members, member, typicalValue(family.type) as Json);
    if (Object.keys(members).length > 0) set(record, family.name, members);
  }
  return repair(recordType, record);
});

/** A member that stands for those that a family need not have. */
export function typicalMember(recordType: RecordType, family: Family): string {
  return freeMembers(recordType, family)[0] ?? typicalString(family.domain);
}

/** Members that a family need not have, and that are no other attribute: some of them, the typical one first. */
export function freeMembers(recordType: RecordType, family: Family): readonly string[] {
  const taken = new Set([...family.requiredMembers, ...fixedNames(recordType)]);
  const check = stringCheck(family.domain);
  const candidates = [
    typicalString(family.domain),
    ...stringSamples(family.domain).map((each) => String(each.value)),
    ...['value', 'value-1', 'a', 'b'],
  ].filter((member) => check(member) === undefined);
  return [...new Set(candidates)].filter(
    (member) =>
      !taken.has(member) &&
      !taken.has(`${family.prefix}${member}${family.suffix}`) &&
      !isShared(recordType, family, member),
  );
}

/** Whether the attribute of a member is one of another family too. */
function isShared({ families }: RecordType, family: Family, member: string): boolean {
  const name = `${family.prefix}${member}${family.suffix}`;
  return families.some((other) => other.name !== family.name && memberOf(other, name) !== undefined);
}

/** Whether an attribute of this name is a member of some family. */
export function isExplained({ families }: RecordType, name: string): boolean {
  return families.some((family) => memberOf(family, name) !== undefined);
}

/** A record with no more than it must have. */
export function minimalRecord(recordType: RecordType): DraftRecord {
  const record = completeRecord(recordType);
  const needed = neededAttributes(recordType);
  for (const attribute of recordType.attributes) {
    const optional =
      !attribute.required ||
      (attribute.defaultOn !== 'read' && (attribute.default !== undefined || attribute.defaultFrom !== null));
    if (optional && !needed.has(attribute.name) && attribute.presentWhen === null) delete record[attribute.name];
  }
  for (const family of recordType.families) {
    const members = Object.fromEntries(
      family.requiredMembers.map((member) => [member, typicalValue(family.type) as Json]),
    );
    if (family.requiredMembers.length === 0) delete record[family.name];
    else set(record, family.name, members);
  }
  return repair(recordType, record);
}

/**
 * Adds or removes the attributes whose presence follows from another one, and changes what breaks a rule.
 *
 * @param pinned the attribute that the record is about, which stays as it is
 */
export function repair(recordType: RecordType, record: DraftRecord, pinned?: string): DraftRecord {
  return agreeOnPresence(recordType, conform(recordType, record, pinned));
}

/** Adds or removes the attributes whose presence follows from another one. */
export function agreeOnPresence(recordType: RecordType, record: DraftRecord): DraftRecord {
  for (const attribute of recordType.attributes) {
    if (attribute.presentWhen === null) continue;
    const condition = recordType.attributes.find((each) => each.name === attribute.presentWhen?.attribute);
    const value = ownProperty(record, attribute.presentWhen.attribute) ?? condition?.default;
    if (!attribute.presentWhen.values.includes(String(value))) delete record[attribute.name];
    else if (ownProperty(record, attribute.name) === undefined)
      set(record, attribute.name, typicalValue(attribute.type));
  }
  return record;
}

/** A copy of a record with one member changed, or taken away with `undefined`. */
export function withMember(record: JsonObject, name: string, value: unknown): DraftRecord {
  const copy = copyJson(record) as DraftRecord;
  if (value === undefined) delete copy[name];
  else set(copy, name, value);
  return copy;
}

/** The record with another value, and with what must be there when that value is. */
export function withValue(recordType: RecordType, base: JsonObject, name: string, value: Json): DraftRecord {
  const record = withMember(base, name, value);
  const { presentWhen = null } = recordType.attributes.find((each) => each.name === name) ?? {};
  const condition = recordType.attributes.find((each) => each.name === presentWhen?.attribute);
  const [demanding] = presentWhen?.values ?? [];
  if (presentWhen === null || condition === undefined || demanding === undefined)
    return repair(recordType, record, name);
  const now = ownProperty(record, condition.name) ?? condition.default;
  if (presentWhen.values.includes(String(now))) return repair(recordType, record, name);
  const agreed = withMember(
    record,
    condition.name,
    condition.type.kind === 'boolean' ? demanding === 'true' : demanding,
  );
  return repair(recordType, agreed, name);
}

/** A copy of a record in which every family of the group has the members that `change` leaves. */
export function withFamilyMembers(
  recordType: RecordType,
  record: JsonObject,
  group: (name: string) => boolean,
  change: (members: { [member: string]: Json }, familyName: string) => void,
): DraftRecord {
  const copy = copyJson(record) as DraftRecord;
  for (const family of recordType.families.filter((each) => group(each.name))) {
    const members = isObject(ownProperty(copy, family.name)) ? (copy[family.name] as { [member: string]: Json }) : {};
    change(members, family.name);
    set(copy, family.name, members);
  }
  return copy;
}

function set(record: DraftRecord, name: string, value: unknown): void {
  setProperty(record, name, copyJson(value as Json));
}
