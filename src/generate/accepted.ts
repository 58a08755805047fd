import type { Attribute, Family, RecordType } from '../model/model.ts';
import { stringCheck } from '../scalar/string-check.ts';
import type { JsonObject } from '../value/json.ts';
import { setProperty } from '../value/json.ts';
import type { DraftRecord, RecordDraft } from './draft.ts';
import { neededAttributes } from './needed.ts';
import { hazardsOfAbsence, ordinaryHazards } from './ordinary-hazards.ts';
import { completeRecord, minimalRecord, repair, typicalMember, withFamilyMembers, withMember } from './record.ts';
import { isLeftOut, isSupplied, mayBeLeftOut } from './values/left-out.ts';
import { samplesOf, typicalValue } from './values/samples.ts';
import { stringSamples } from './values/string.ts';
import type { Sample } from './values/value.ts';

/** Records that a writer must accept: all, as little as possible, and then one thing different at a time. */
export function acceptedRecords(recordType: RecordType): readonly RecordDraft[] {
  const complete = completeRecord(recordType);
  return [
    draft('complete', 'every attribute, with ordinary values', complete, ...ordinaryHazards(recordType)),
    draft('minimal', 'no attribute that may be left out', minimalRecord(recordType), ...hazardsOfAbsence(recordType)),
    ...recordType.components.flatMap((component) =>
      samplesOf(component.type).map((each) => valueDraft(recordType, complete, component.name, each)),
    ),
    ...recordType.attributes.flatMap((attribute) => attributeDrafts(recordType, complete, attribute)),
    ...recordType.families.flatMap((family) => familyDrafts(recordType, complete, family)),
  ];
}

function draft(slug: string, description: string, record: JsonObject, ...hazards: string[]): RecordDraft {
  return { slug, description, hazards, record };
}

function valueDraft(recordType: RecordType, complete: JsonObject, name: string, each: Sample): RecordDraft {
  const record = repair(recordType, withMember(complete, name, each.value), name);
  return draft(`${name}-${each.slug}`, `${name}: ${each.description}`, record, ...each.hazards);
}

function attributeDrafts(recordType: RecordType, complete: JsonObject, attribute: Attribute): readonly RecordDraft[] {
  const { name } = attribute;
  const drafts = samplesOf(attribute.type)
    .filter((each) => !isLeftOut(attribute.type, each.value) || mayBeLeftOut(attribute))
    .map((each) => valueDraft(recordType, complete, name, each));
  const onWrite = isSupplied(attribute);
  const absent = (value: undefined | null | string): DraftRecord =>
    repair(recordType, withMember(complete, name, value), name);
  const mayBeAbsent = onWrite || (!attribute.required && !neededAttributes(recordType).has(name));
  if (attribute.presentWhen === null && mayBeAbsent) {
    const what = onWrite ? 'left to its default' : 'left out';
    drafts.push(draft(`${name}-absent`, `${name}: ${what}`, absent(undefined), ...hazardsOfAbsence(recordType, name)));
  }
  if (attribute.nullable) {
    drafts.push(
      draft(`${name}-null`, `${name}: NULL, which is not the same as absent`, absent(null), 'null-vs-absent'),
    );
  }
  if (attribute.defaultWhenEmpty) {
    drafts.push(draft(`${name}-empty`, `${name}: empty, which counts as absent`, absent(''), 'null-empty-string'));
  }
  return drafts;
}

function familyDrafts(recordType: RecordType, complete: JsonObject, family: Family): readonly RecordDraft[] {
  const inGroup = (name: string): boolean =>
    name === family.name ||
    (family.group !== null && recordType.families.find((each) => each.name === name)?.group === family.group);
  const first = recordType.families.find((each) => inGroup(each.name));
  const member = typicalMember(recordType, family);
  const kept = samplesOf(family.type).filter((each) => !isLeftOut(family.type, each.value));
  const values = kept.map((each) =>
    draft(
      `${slugOfFamily(family)}-${each.slug}`,
      `${family.name}: ${each.description}`,
      withFamilyMembers(
        recordType,
        complete,
        (name) => name === family.name,
        (members) => setProperty(members, member, each.value as string),
      ),
      ...each.hazards,
    ),
  );
  // The names of members belong to the group, so they are varied once, in its first family.
  if (first !== family) return values;
  const names = [...stringSamples(family.domain), ...suffixTraps(family)].map((each) =>
    draft(
      `${slugOfFamily(family)}-name-${each.slug}`,
      `a member of ${family.name} whose name is ${each.description}`,
      withFamilyMembers(recordType, complete, inGroup, (members, familyName) => {
        const other = recordType.families.find(({ name }) => name === familyName) ?? family;
        delete members[member];
        setProperty(members, String(each.value), typicalValue(other.type) as string);
      }),
      'family-name-parse',
      ...each.hazards,
    ),
  );
  const none = withFamilyMembers(recordType, complete, inGroup, (members) => {
    for (const name of Object.keys(members)) if (!family.requiredMembers.includes(name)) delete members[name];
  });
  const emptied = family.requiredMembers.length > 0 ? none : withoutFamilies(recordType, none, inGroup);
  return [
    ...values,
    ...names,
    draft(`${slugOfFamily(family)}-no-members`, `no member of ${family.name} beyond those it always has`, emptied),
  ];
}

/** A name that itself ends like the family's suffix: only the last one separates. */
function suffixTraps(family: Family): readonly Sample[] {
  if (family.suffix === '' || stringCheck(family.domain)(`a${family.suffix}`) !== undefined) return [];
  return [
    {
      slug: 'like-suffix',
      value: `a${family.suffix}`,
      description: `"a${family.suffix}", which ends like the family`,
      hazards: [],
    },
  ];
}

function withoutFamilies(recordType: RecordType, record: JsonObject, inGroup: (name: string) => boolean): JsonObject {
  const copy: { [name: string]: unknown } = { ...record };
  for (const family of recordType.families) if (inGroup(family.name)) delete copy[family.name];
  return copy as JsonObject;
}

/** Whether another family must have the same members as this one. */
export function hasCompany({ families }: RecordType, { name, group }: Family): boolean {
  return group !== null && families.some((each) => each.name !== name && each.group === group);
}

/** The name of a family as part of an id: `b_{limit}_tk` becomes `b-tk`, `{limit}` becomes `limit`. */
export function slugOfFamily(family: Family): string {
  const around = `${family.prefix}-${family.suffix}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return around === '' ? family.variable.replaceAll('_', '-') : around;
}
