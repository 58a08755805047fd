import type { Family, RecordType } from '../model/model.ts';
import { stringCheck } from '../scalar/string-check.ts';
import { type Json, type JsonObject, setProperty } from '../value/json.ts';
import type { AcceptedScenario } from './coverage/scenarios.ts';
import { type DraftRecord, type RecordDraft, subjectOf } from './draft.ts';
import { groupOf } from './family-group.ts';
import { freeMembers, typicalMember, withFamilyMembers } from './record.ts';
import { isLeftOut } from './values/left-out.ts';
import { samplesOf, someValues, typicalValue } from './values/samples.ts';
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
    severalMembers(recordType, complete, family),
    made('no-members', `${slug}-no-members`, without, emptied),
    made('only-one', `only-${slug}`, `of what may be left out only a member of ${family.name}`, only),
  ];
}

/** Two members or more, each with another value than the one before, and in another order in each family of a group. */
function severalMembers(recordType: RecordType, complete: JsonObject, family: Family): RecordDraft {
  const group = groupOf(recordType, family);
  const [first = [], ...others] = group.map((each) => freeMembers(recordType, each));
  const free = first.filter((member) => others.every((each) => each.includes(member))).slice(0, 2);
  const names = [...new Set([...group.flatMap((each) => each.requiredMembers), ...free])];
  const values = group.map(({ type }) => someValues(type).filter((each) => !isLeftOut(type, each)));
  const lost =
    names.length < 2
      ? `no second member was found for ${family.name}`
      : values.some((each) => each.length < 2)
        ? `the members of ${family.name} all have one value`
        : undefined;
  const isInGroup = (name: string): boolean => group.some((each) => each.name === name);
  return {
    scenario: 'several-members',
    subject: subjectOf(family.name),
    slug: `${slugOfFamily(family)}-several`,
    description: `members of ${family.name} with different values`,
    hazards: ['family-name-parse'],
    record: withFamilyMembers(recordType, complete, isInGroup, (members, familyName) => {
      const position = group.findIndex(({ name }) => name === familyName);
      const own = values[position] ?? [];
      for (const [index, name] of names.entries())
        setProperty(members, name, own[(index + position) % own.length] as Json);
    }),
    ...(lost === undefined ? {} : { lost }),
  };
}

/** Names that themselves end like the family's suffix, or with one of its characters: only the whole of it separates, once. */
function suffixTraps({ domain, suffix }: Family): readonly Sample[] {
  const isName = (name: string): boolean => stringCheck(domain)(name) === undefined;
  const whole = `a${suffix}`;
  const some = [...suffix].map((character) => `ab${character}`).find(isName);
  if (suffix === '') return [];
  return [
    ...(isName(whole)
      ? [sample('ambiguous-name', 'like-suffix', whole, `"${whole}", which ends like the family`)]
      : []),
    ...(some === undefined
      ? []
      : [sample('ambiguous-name', 'like-suffix-end', some, `"${some}", whose last character is one of "${suffix}"`)]),
  ];
}

function withoutFamilies(recordType: RecordType, record: JsonObject, inGroup: (name: string) => boolean): JsonObject {
  const copy: { [name: string]: unknown } = { ...record };
  for (const family of recordType.families) if (inGroup(family.name)) delete copy[family.name];
  return copy as JsonObject;
}

/** The name of a family as part of an id: `b_{limit}_tk` becomes `b-tk`, `{limit}` becomes `limit`. */
export function slugOfFamily(family: Family): string {
  const around = `${family.prefix}-${family.suffix}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return around === '' ? family.variable.replaceAll('_', '-') : around;
}
