import type { Family, RecordType } from '../model/model.ts';
import { stringCheck } from '../scalar/string-check.ts';
import { type Json, type JsonObject, setProperty } from '../value/json.ts';
import type { AcceptedScenario } from './coverage/scenarios.ts';
import { type DraftRecord, type RecordDraft, subjectOf } from './draft.ts';
import { typicalMember, withFamilyMembers } from './record.ts';
import { isLeftOut } from './values/left-out.ts';
import { samplesOf, typicalValue } from './values/samples.ts';
import { stringSamples } from './values/string.ts';
import { type Sample, sample } from './values/value.ts';

/** Records in which one family is different: a value, the name of a member, or no member at all. */
export function acceptedFamilies(
  recordType: RecordType,
  { complete, minimal }: { readonly complete: JsonObject; readonly minimal: JsonObject },
  family: Family,
): readonly RecordDraft[] {
  const inGroup = (name: string): boolean =>
    name === family.name ||
    (family.group !== null && recordType.families.find((each) => each.name === name)?.group === family.group);
  const first = recordType.families.find((each) => inGroup(each.name));
  const member = typicalMember(recordType, family);
  const slug = slugOfFamily(family);
  const subject = subjectOf(family.name);
  const made = (
    scenario: AcceptedScenario,
    part: string,
    description: string,
    record: DraftRecord | JsonObject,
    hazards: readonly string[] = [],
  ): RecordDraft => ({ scenario, subject, slug: part, description, hazards, record });
  const kept = samplesOf(family.type).filter((each) => !isLeftOut(family.type, each.value));
  const values = kept.map((each) => ({
    ...made(
      each.scenario,
      `${slug}-${each.slug}`,
      `${family.name}: ${each.description}`,
      withFamilyMembers(
        recordType,
        complete,
        (name) => name === family.name,
        (members) => setProperty(members, member, each.value as Json),
      ),
      each.hazards,
    ),
    subject: subjectOf(family.name, '*', ...each.path),
  }));
  // The names of members belong to the group, so they are varied once, in its first family.
  if (first !== family) return values;
  const names = [...stringSamples(family.domain, true), ...suffixTraps(family)].map((each) =>
    made(
      each.scenario === 'ambiguous-name' ? 'ambiguous-name' : 'member-name',
      `${slug}-name-${each.slug}`,
      `a member of ${family.name} whose name is ${each.description}`,
      withFamilyMembers(recordType, complete, inGroup, (members, familyName) => {
        const other = recordType.families.find(({ name }) => name === familyName) ?? family;
        delete members[member];
        setProperty(members, String(each.value), typicalValue(other.type) as Json);
      }),
      [...new Set(['family-name-parse', ...each.hazards])],
    ),
  );
  const none = withFamilyMembers(recordType, complete, inGroup, (members) => {
    for (const name of Object.keys(members)) if (!family.requiredMembers.includes(name)) delete members[name];
  });
  const emptied = family.requiredMembers.length > 0 ? none : withoutFamilies(recordType, none, inGroup);
  const only = withFamilyMembers(recordType, minimal, inGroup, (members, familyName) => {
    const other = recordType.families.find(({ name }) => name === familyName) ?? family;
    setProperty(members, member, typicalValue(other.type) as Json);
  });
  const without = `no member of ${family.name} beyond those it always has`;
  return [
    ...values,
    ...names,
    made('no-members', `${slug}-no-members`, without, emptied),
    made('only-one', `only-${slug}`, `of what may be left out only a member of ${family.name}`, only),
  ];
}

/** A name that itself ends like the family's suffix: only the last one separates. */
function suffixTraps(family: Family): readonly Sample[] {
  if (family.suffix === '' || stringCheck(family.domain)(`a${family.suffix}`) !== undefined) return [];
  const name = `a${family.suffix}`;
  return [sample('ambiguous-name', 'like-suffix', name, `"${name}", which ends like the family`)];
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
