import { fixedNames } from '../model/key-attributes.ts';
import type { Family, RecordType } from '../model/model.ts';
import { stringCheck } from '../scalar/string-check.ts';
import type { Json, JsonObject } from '../value/json.ts';
import { setProperty } from '../value/json.ts';
import { slugOfFamily } from './accepted-families.ts';
import type { RefusedScenario } from './coverage/scenarios.ts';
import { type RefusalDraft, subjectOf } from './draft.ts';
import { groupOf, hasCompany } from './family-group.ts';
import { nestedRecords } from './nested/refusals.ts';
import { presenceFaults, recordWith } from './present-record.ts';
import { completeRecord, typicalMember, withFamilyMembers, withMember } from './record.ts';
import { membersOfRecords } from './refused-members.ts';
import { recordsAgainstRules } from './refused-rules.ts';
import { firstOfEach, isLarge, repeatedTypes } from './repeated-types.ts';
import { refusedValues, typicalValue } from './values/samples.ts';
import { wrongNames } from './wrong-names.ts';

/** Records that a writer must refuse, one fault each. */
export function refusedRecords(recordType: RecordType): readonly RefusalDraft[] {
  const complete = completeRecord(recordType);
  const refuseFrom =
    (base: JsonObject): Refuse =>
    (scenario, subject, slug, description, record, ...hazards) => ({
      scenario,
      subject,
      slug: `encode-${slug}`,
      description,
      hazards,
      op: 'item.encode',
      base,
      record,
    });
  const refuse = refuseFrom(complete);
  const withName = (name: string): { readonly refuse: Refuse; readonly changed: (value: unknown) => JsonObject } => {
    const base = recordWith(recordType, complete, name);
    return { refuse: refuseFrom(base), changed: (value) => withMember(base, name, value) };
  };
  const repeated = isLarge(recordType) ? repeatedTypes(recordType) : new Set<string>();
  const values = [...recordType.components, ...recordType.attributes].flatMap(({ name, type }) => {
    const from = withName(name);
    return (repeated.has(name) ? firstOfEach(refusedValues(type)) : refusedValues(type))
      .filter(
        (each) =>
          !(
            each.value === '' &&
            recordType.attributes.some((attribute) => attribute.name === name && attribute.defaultWhenEmpty)
          ),
      )
      .map((each) =>
        from.refuse(
          each.scenario,
          subjectOf(name, ...each.path),
          `${name}-${each.slug}`,
          `${name}: ${each.description}`,
          from.changed(each.value),
          ...each.hazards,
        ),
      );
  });
  const missing = [
    ...recordType.components.map((component) => component.name),
    ...recordType.attributes
      .filter((each) => each.required && each.default === undefined && each.defaultFrom === null)
      .map((each) => each.name),
  ].map((name) => {
    const from = withName(name);
    return from.refuse(
      'missing-refused',
      subjectOf(name),
      `${name}-missing`,
      `${name}: missing, with no default`,
      from.changed(undefined),
      'null-required-missing',
    );
  });
  const nulls = recordType.attributes
    .filter((attribute) => !attribute.nullable)
    .map(({ name }) => {
      const from = withName(name);
      return from.refuse(
        'forbidden-null',
        subjectOf(name),
        `${name}-null`,
        `${name}: NULL, where only absence is allowed`,
        from.changed(null),
        'null-vs-absent',
      );
    });
  return [
    refuse(
      'unknown-member',
      '',
      'unknown-member',
      'a member that the record type does not have',
      withMember(complete, 'no_such_member', 'x'),
      'attr-typo',
    ),
    ...missing,
    ...nulls,
    ...values,
    ...presenceFaults(recordType, complete).map(({ name, slug, description, base, record }) =>
      refuseFrom(base)('condition-broken', subjectOf(name), slug, description, record, 'attr-conditional-presence'),
    ),
    ...nestedRecords(recordType, complete),
    ...recordsAgainstRules(recordType, complete),
    ...recordType.families.flatMap((family) => families(recordType, complete, family, refuse)),
    ...membersOfRecords(recordType, complete),
  ];
}

type Refuse = (
  scenario: RefusedScenario,
  subject: string,
  slug: string,
  description: string,
  record: JsonObject,
  ...hazards: string[]
) => RefusalDraft;

function families(
  recordType: RecordType,
  complete: JsonObject,
  family: Family,
  refuse: Refuse,
): readonly RefusalDraft[] {
  const slug = slugOfFamily(family);
  const group = groupOf(recordType, family);
  const inGroup = (name: string): boolean => group.some((each) => each.name === name);
  const only = (change: (members: { [member: string]: unknown }) => void): JsonObject =>
    withFamilyMembers(
      recordType,
      complete,
      (name) => name === family.name,
      (members) => change(members),
    );
  const member = typicalMember(recordType, family);
  const value = typicalValue(family.type);
  const collision = fixedNames(recordType)
    .map((name) => name.slice(family.prefix.length, name.length - family.suffix.length))
    .find(
      (name, index, names) =>
        family.prefix === '' &&
        family.suffix === '' &&
        names.indexOf(name) === index &&
        stringCheck(family.domain)(name) === undefined,
    );
  return [
    ...refusedValues(family.type).map((each) =>
      refuse(
        each.scenario,
        subjectOf(family.name, '*', ...each.path),
        `${slug}-${each.slug}`,
        `${family.name}: ${each.description}`,
        only((members) => setProperty(members, member, each.value)),
        ...each.hazards,
      ),
    ),
    ...wrongNames(recordType, family).map(({ scenario, name, slug: part, description, hazards }) =>
      refuse(
        scenario,
        subjectOf(family.name),
        `${slug}-${part}`,
        `a member of ${family.name} ${description}`,
        withFamilyMembers(recordType, complete, inGroup, (members, familyName) => {
          const { type } = group.find((each) => each.name === familyName) ?? family;
          setProperty(members, name, typicalValue(type) as Json);
        }),
        ...hazards,
      ),
    ),
    ...family.requiredMembers.map((name) =>
      refuse(
        'mandatory-missing',
        subjectOf(family.name),
        `${slug}-without-${name}`,
        `${family.name} without "${name}"`,
        only((members) => delete members[name]),
        'family-required-member',
      ),
    ),
    ...(group.length < 2 || group[0] !== family
      ? []
      : family.requiredMembers.map((name) =>
          refuse(
            'mandatory-missing',
            subjectOf(family.name),
            `${slug}-group-without-${name}`,
            `no family of the group has "${name}"`,
            withFamilyMembers(recordType, complete, inGroup, (members) => delete members[name]),
            'family-required-member',
          ),
        )),
    ...(!hasCompany(recordType, family)
      ? []
      : [
          refuse(
            'uneven-group',
            subjectOf(family.name),
            `${slug}-uneven`,
            `${family.name} without a member that the other families of the group have`,
            only((members) => delete members[member]),
            'family-group',
          ),
        ]),
    ...(collision === undefined
      ? []
      : [
          refuse(
            'member-collision',
            subjectOf(family.name),
            `${slug}-name-collision`,
            `a member named "${collision}", which is another attribute`,
            only((members) => setProperty(members, collision, value)),
            'family-member-collision',
          ),
        ]),
  ];
}
