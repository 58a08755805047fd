import { compileRule } from '../item/rules.ts';
import type { RecordType } from '../model/model.ts';
import { comparedPaths, testsOfRule } from '../model/rule-tests.ts';
import type { Rule } from '../model/rule-types.ts';
import { copyJson, type Json, type JsonObject, ownProperty, setProperty } from '../value/json.ts';
import { withDefaults } from './conform.ts';
import { type Pair, pairRows, type Row } from './coverage/pairs.ts';
import { type DraftRecord, type RecordDraft, subjectOf } from './draft.ts';
import { type Factor, factorsOf } from './value-classes.ts';

/** Of more factors than this the first are combined: those that rules look at, and then as the schema lists them. */
const mostFactors = 35;

/** Records in which several attributes are different at once, so that each two classes of values meet in one of them. */
export function combinedRecords(recordType: RecordType, complete: DraftRecord): readonly RecordDraft[] {
  const first = entangled(recordType);
  const all = factorsOf(recordType, complete);
  const factors = [
    ...all.filter(({ attribute }) => first.has(attribute.name)),
    ...all.filter(({ attribute }) => !first.has(attribute.name)),
  ].slice(0, mostFactors);
  if (factors.length < 2) return [];
  const { rows, lost } = pairRows(
    factors.map(({ classes }) => classes.length),
    isAllowed(constraintsOf(recordType, complete, factors)),
  );
  const width = String(rows.length).length;
  // Ordinary values are often the same for two attributes of one type; here one of them is another.
  const kinds = factors.map(({ attribute }) => attribute.type.kind);
  const hazards = new Set(kinds).size < kinds.length ? ['attr-exchanged'] : [];
  const records = rows.map(
    (row, index): RecordDraft => ({
      scenario: 'value-pairs',
      subject: '',
      slug: `pairs-${String(index + 1).padStart(Math.max(width, 2), '0')}`,
      description: describe(factors, row),
      hazards,
      record: copyJson(recordOf(complete, factors, row)),
    }),
  );
  return [...records, ...lost.map((pair) => lostPair(factors, complete, pair))];
}

/** What no record can have together is no vector, and is counted. */
function lostPair(
  factors: readonly Factor[],
  complete: DraftRecord,
  [factor, level, other, otherLevel]: Pair,
): RecordDraft {
  const side = (index: number, at: number): readonly string[] => [
    factors[index]?.attribute.name ?? '',
    factors[index]?.classes[at]?.name ?? '',
  ];
  const names = [...side(factor, level), ...side(other, otherLevel)];
  return {
    scenario: 'value-pairs',
    subject: subjectOf(...names),
    slug: 'pair',
    description: names.join(' '),
    hazards: [],
    record: complete,
    lost: 'what depends on the attributes, or a rule, excludes the two',
  };
}

/** Names of classes other than the ordinary one, and of which attributes. */
function describe(factors: readonly Factor[], row: readonly number[]): string {
  const names = new Map<string, string[]>();
  for (const [index, { attribute, classes }] of factors.entries()) {
    const name = classes[row[index] ?? 0]?.name ?? 'typical';
    if (name !== 'typical') names.set(name, [...(names.get(name) ?? []), attribute.name]);
  }
  const parts = [...names].map(([name, attributes]) => `${name}: ${attributes.join(', ')}`);
  return parts.length === 0 ? 'several attributes at once, all of them ordinary' : parts.join('; ');
}

function recordOf(complete: DraftRecord, factors: readonly Factor[], row: Row): DraftRecord {
  const record: DraftRecord = { ...complete };
  for (const [index, { attribute, classes }] of factors.entries()) {
    const level = row[index];
    if (level === undefined) continue;
    const value = classes[level]?.value;
    if (value === undefined) delete record[attribute.name];
    else setProperty(record, attribute.name, value);
  }
  return record;
}

/** Something that must hold between some factors, once a level of each of them is chosen. */
type Constraint = { readonly places: readonly number[]; readonly holds: (row: Row) => boolean };

/** Whether a row keeps what depends on the attributes that it has chosen: presence, and rules that look at nothing else. */
function isAllowed(constraints: readonly Constraint[]): (row: Row) => boolean {
  // A few levels of a few factors are asked for again and again.
  const remembered = constraints.map(({ places, holds }) => ({ places, holds, answers: new Map<string, boolean>() }));
  return (row) =>
    remembered.every(({ places, holds, answers }) => {
      let key = '';
      for (const place of places) {
        const level = row[place];
        if (level === undefined) return true;
        key += `${level},`;
      }
      const known = answers.get(key);
      if (known !== undefined) return known;
      const answer = holds(row);
      answers.set(key, answer);
      return answer;
    });
}

function constraintsOf(
  recordType: RecordType,
  complete: DraftRecord,
  factors: readonly Factor[],
): readonly Constraint[] {
  const placesOf = (names: readonly string[]): readonly number[] =>
    factors.flatMap(({ attribute }, index) => (names.includes(attribute.name) ? [index] : []));
  const recordIn = (row: Row): JsonObject => withDefaults(recordType, recordOf(complete, factors, row));
  const presences = recordType.attributes.flatMap(({ name, presentWhen }): readonly Constraint[] => {
    if (presentWhen === null) return [];
    const holds = (row: Row): boolean => {
      const record = recordIn(row);
      return presentWhen.values.includes(String(ownProperty(record, presentWhen.attribute))) === isThere(record, name);
    };
    return [{ places: placesOf([name, presentWhen.attribute]), holds }];
  });
  const rules = recordType.rules.map((rule): Constraint => {
    const keeps = compileRule(rule);
    return { places: placesOf(namesIn(rule)), holds: (row) => keeps(recordIn(row)) };
  });
  return [...presences, ...rules];
}

function isThere(record: JsonObject, name: string): boolean {
  return (ownProperty(record, name) as Json | undefined) !== undefined;
}

/** The attributes that rules look at, or on which others depend: what is chosen first, so that nothing has to be taken back. */
function entangled({ rules, attributes }: RecordType): ReadonlySet<string> {
  const depending = attributes.flatMap(({ name, presentWhen }) =>
    presentWhen === null ? [] : [presentWhen.attribute, name],
  );
  return new Set([...rules.flatMap(namesIn), ...depending]);
}

/** The attributes that a rule looks at. */
function namesIn(rule: Rule): readonly string[] {
  return testsOfRule(rule)
    .flatMap((test) => [test.path, ...comparedPaths(test)])
    .map(([name = '']) => name);
}
