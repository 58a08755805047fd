import { componentNames } from '../model/key-pattern.ts';
import type { Attribute, RecordType } from '../model/model.ts';
import { stringCheck } from '../scalar/string-check.ts';
import { type Json, type JsonObject, ownProperty } from '../value/json.ts';
import { acceptedFamilies } from './accepted-families.ts';
import { combinedRecords } from './combinations.ts';
import { comparedNumbers } from './compared-numbers.ts';
import type { AcceptedScenario } from './coverage/scenarios.ts';
import { type DraftRecord, type RecordDraft, subjectOf } from './draft.ts';
import { everyTextDrafts } from './every-text.ts';
import { conditionDrafts } from './index-conditions.ts';
import { mayBeAbsent } from './needed.ts';
import { hazardsOfAbsence, ordinaryHazards } from './ordinary-hazards.ts';
import { completeRecord, minimalRecord, repair, withMember, withValue } from './record.ts';
import { isLarge, repeatedTypes } from './repeated-types.ts';
import { keptAsMisread } from './rules-misread.ts';
import { isLeftOut, isSupplied, mayBeLeftOut } from './values/left-out.ts';
import { samplesOf, typicalValue } from './values/samples.ts';
import { type Sample, sample } from './values/value.ts';

/** What the drafts of one record type are made of. */
type Bases = {
  readonly recordType: RecordType;
  readonly complete: DraftRecord;
  readonly minimal: DraftRecord;
  /** Attributes and components that keys and computed attributes are made of. */
  readonly inKeys: ReadonlySet<string>;
  /** Attributes of the same type as an earlier one. */
  readonly repeated: ReadonlySet<string>;
};

/** Records that a writer must accept: all, as little as possible, and then one thing different at a time. */
export function acceptedRecords(recordType: RecordType): readonly RecordDraft[] {
  const complete = completeRecord(recordType);
  const minimal = minimalRecord(recordType);
  const bases = { recordType, complete, minimal, inKeys: namesInKeys(recordType), repeated: repeatedTypes(recordType) };
  const whole = (
    scenario: AcceptedScenario,
    slug: string,
    description: string,
    record: JsonObject,
    hazards: readonly string[],
  ) => ({ scenario, subject: '', slug, description, hazards, record }) as const;
  const drafts = [
    whole('all-attributes', 'complete', 'every attribute, with ordinary values', complete, ordinaryHazards(recordType)),
    whole('only-required', 'minimal', 'no attribute that may be left out', minimal, hazardsOfAbsence(recordType)),
    ...recordType.components.flatMap(({ name, type }) =>
      samplesOf(type, true).map((each) => valueDraft(bases, name, each)),
    ),
    ...likeLiterals(bases),
    ...recordType.attributes.flatMap((attribute) => attributeDrafts(bases, attribute)),
    ...conditionDrafts(recordType, complete),
    ...combinedRecords(recordType, complete),
    ...comparedNumbers(recordType, complete),
    ...everyTextDrafts(recordType, complete, bases.inKeys),
    ...recordType.families.flatMap((family) => acceptedFamilies(recordType, { complete, minimal }, family)),
  ];
  const known = drafts.map(({ record }) => record);
  return [...drafts, ...keptAsMisread(recordType, complete, known)];
}

/** Components with a word of a literal of the key: what looks for the word in the key finds the wrong one. */
function likeLiterals(bases: Bases): readonly RecordDraft[] {
  const { recordType, inKeys } = bases;
  const tokens = recordType.keys.flatMap(({ parts }) => parts.flatMap(({ pattern }) => pattern.tokens));
  const words = tokens.flatMap((token) =>
    token.kind === 'literal' ? (/[A-Za-z]{2,}/.exec(token.text)?.[0] ?? []) : [],
  );
  return [...recordType.components, ...recordType.attributes].flatMap(({ name, type }) => {
    if (type.kind !== 'string' || type.enum !== null || !inKeys.has(name)) return [];
    const word = words.find((each) => stringCheck(type)(each) === undefined);
    if (word === undefined) return [];
    const description = `"${word}", which is a literal of its keys`;
    return [
      valueDraft(bases, name, sample('literal-as-value', 'like-literal', word, description, 'key-prefix-overlap')),
    ];
  });
}

/** Names of attributes and components of which a key or a computed attribute is made; of a path its first name. */
export function namesInKeys({ keys, computed }: RecordType): ReadonlySet<string> {
  const parts = [...keys.flatMap((key) => key.parts), ...computed.map((each) => each.part)];
  const conditions = [...keys, ...computed].flatMap(({ when }) => when.map((each) => each.component));
  const names = [...parts.flatMap((part) => componentNames(part.pattern)), ...conditions];
  return new Set(names.flatMap((name) => [name, name.split('.')[0] ?? name]));
}

/** The record in which one value is another one: with everything that its keys are made of, and not more than is readable. */
function baseOf({ recordType, complete, minimal, inKeys }: Bases, name: string): DraftRecord {
  return isLarge(recordType) && !inKeys.has(name) ? minimal : complete;
}

function valueDraft(bases: Bases, name: string, each: Sample): RecordDraft {
  const { recordType } = bases;
  const record = withValue(recordType, baseOf(bases, name), name, each.value as Json);
  const kept = JSON.stringify(ownProperty(record, name)) === JSON.stringify(each.value);
  return {
    scenario: each.scenario,
    subject: subjectOf(name, ...each.path),
    slug: `${name}-${each.slug}`,
    description: `${name}: ${each.description}`,
    hazards: each.hazards,
    record,
    ...(kept ? {} : { lost: `no record of ${recordType.name} can have it: ${name} follows from other attributes` }),
  };
}

function attributeDrafts(bases: Bases, attribute: Attribute): readonly RecordDraft[] {
  const { recordType, complete, inKeys, repeated } = bases;
  const { name, type } = attribute;
  const samples = samplesOf(type, inKeys.has(name));
  const drafts = (repeated.has(name) && !inKeys.has(name) ? samples.slice(0, 1) : samples)
    .filter((each) => !isLeftOut(type, each.value) || mayBeLeftOut(attribute))
    .map((each) => valueDraft(bases, name, each));
  const subject = subjectOf(name);
  const hazards = hazardsOfAbsence(recordType, name);
  const absent = (value: undefined | null | string): DraftRecord =>
    repair(recordType, withMember(complete, name, value), name);
  const onWrite = isSupplied(attribute);
  if (onWrite && attribute.presentWhen === null) {
    const description = `${name}: left to its default`;
    drafts.push({
      scenario: 'default-supplied',
      subject,
      slug: `${name}-absent`,
      description,
      hazards,
      record: absent(undefined),
    });
  }
  if (attribute.default !== undefined && attribute.default !== null)
    drafts.push(
      valueDraft(bases, name, {
        scenario: 'default-written-out',
        path: [],
        slug: 'default',
        value: attribute.default,
        description: 'the value that is its default',
        hazards: ['null-missing-vs-default'],
      }),
    );
  if (mayBeAbsent(recordType, attribute)) {
    const without = {
      scenario: 'absent',
      slug: `all-but-${name}`,
      description: `every attribute but ${name}`,
    } as const;
    drafts.push({ ...without, subject, hazards, record: absent(undefined) });
    const alone = withMember(bases.minimal, name, typicalValue(type));
    const only = {
      scenario: 'only-one',
      slug: `only-${name}`,
      description: `of what may be left out only ${name}`,
    } as const;
    drafts.push({ ...only, subject, hazards, record: repair(recordType, alone, name) });
  }
  if (attribute.nullable)
    drafts.push({
      scenario: 'explicit-null',
      subject,
      slug: `${name}-null`,
      description: `${name}: NULL, which is not the same as absent`,
      hazards: ['null-vs-absent'],
      record: absent(null),
    });
  if (attribute.defaultWhenEmpty)
    drafts.push({
      scenario: 'empty-counts-as-absent',
      subject,
      slug: `${name}-empty`,
      description: `${name}: empty, which counts as absent`,
      hazards: ['null-empty-string'],
      record: absent(''),
    });
  return drafts;
}
