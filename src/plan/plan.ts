import { type CheckId, checks, type Operation, refusalCheckOf } from '../check/registry.ts';
import type { Model, RecordType } from '../model/model.ts';
import type { AnyVector, ItemVector, VectorFile } from '../vector/vector.ts';
import { type Capabilities, supports } from './capabilities.ts';
import { oneOfEachHazard } from './one-of-each-hazard.ts';
import { newKeys } from './parsed-keys.ts';
import { shapeRepresentatives } from './shapes.ts';

/** One that takes part in a run: the reference codec, or the program of an implementation. */
export type Participant = {
  readonly name: string;
  readonly capabilities: Capabilities;
  /** Why an operation on a record type, or on one of its keys, is not supported. */
  readonly reasonOf: (op: Operation, recordType: string, index?: string) => string;
  /** Capabilities of the store that it cannot do without. */
  readonly storeNeeds: readonly string[];
  /** Why it is not here; then none of its cases is run. */
  readonly absent: string | null;
};

/** What of a run is wanted; an empty list means everything. */
export type Selection = {
  readonly implementations: readonly string[];
  readonly recordTypes: readonly string[];
  readonly checks: readonly CheckId[];
  readonly vectors: readonly string[];
  /** Indexes; left out then is what is about no single one: only parses, their refusals and orders are. */
  readonly indexes: readonly string[];
  /** Whose items; what writes and reads none is left out then. A writer takes part, whoever the implementations are. */
  readonly writers: readonly string[];
  /** Whether every vector is cross-read, and not only one of each shape. */
  readonly everyRead: boolean;
  /** Whether one vector of each hazard of a record type is enough. */
  readonly quick: boolean;
};

/** One comparison. `notRun` says why it cannot be made. */
export type PlannedCase = {
  readonly check: CheckId;
  readonly implementation: string;
  readonly writer?: string;
  readonly recordType: RecordType;
  readonly vector: AnyVector;
  readonly index?: string;
  /** Which record of an order vector it is about, counted from 0. */
  readonly entry?: number;
  readonly notRun: string | null;
  /** Whether it cannot be made because somebody who is there does not support it. */
  readonly gap?: true;
};

/** The name of the reference codec among the participants. */
export const referenceName = 'reference';

/** Every comparison of a run, in the order of the report. What cannot be compared is planned too, and counted. */
export function planRun(
  model: Model,
  committed: readonly VectorFile[],
  participants: readonly Participant[],
  selection: Selection,
  storeLacks: readonly string[] = [],
): readonly PlannedCase[] {
  const files = filesOf(selection, committed);
  const chosen = participants.filter((each) => takesPart(selection, each.name));
  const everyRead = readsEverything(selection);
  const representatives = shapeRepresentatives(model.recordTypes, files);
  const notYetParsed = newKeys();
  const cases: PlannedCase[] = [];
  for (const file of files) {
    const recordType = model.recordTypes.find((each) => each.name === file.record_type);
    if (recordType === undefined || !isSelected(selection.recordTypes, recordType.name)) continue;
    for (const vector of file.vectors) {
      if (!isSelected(selection.vectors, vector.id)) continue;
      const parsed = 'keys' in vector ? notYetParsed(recordType.name, vector.keys) : [];
      cases.push(
        ...casesOf(recordType, vector, parsed, chosen, everyRead || representatives.has(vector.id))
          .filter((each) => isSelected(selection.checks, each.check) && isOneOf(selection, each))
          .map((each) => ({ ...each, notRun: each.notRun ?? whyNotInStore(each, participants, storeLacks) })),
      );
    }
  }
  return cases;
}

/** The vectors that a selection starts from. */
export function filesOf({ quick }: Selection, files: readonly VectorFile[]): readonly VectorFile[] {
  if (!quick) return files;
  const ids = oneOfEachHazard(files);
  return files.map((file) => ({ ...file, vectors: file.vectors.filter(({ id }) => ids.has(id)) }) as VectorFile);
}

/** Capabilities of a store that the vectors of a hazard need. Elsewhere the vector would find the store's fault, not a program's. */
const hazardNeeds: ReadonlyMap<string, string> = new Map([['map-key-proto', 'proto-attribute']]);

/** Capabilities that make a difference in the vectors of one scenario only: whoever needs them does the rest without. */
const scenarioOfNeed: ReadonlyMap<string, string> = new Map([['key-prefix-case', 'case-variant']]);

function whyNotInStore(
  { check, vector, implementation, writer }: PlannedCase,
  participants: readonly Participant[],
  lacks: readonly string[],
): string | null {
  if (!checks[check].store) return null;
  const involved = participants.filter(({ name }) => name === implementation || name === writer);
  const needs = [
    ...vector.hazards.map((hazard) => hazardNeeds.get(hazard) ?? ''),
    ...involved
      .flatMap((each) => each.storeNeeds)
      .filter((need) => [undefined, vector.scenario].includes(scenarioOfNeed.get(need))),
  ];
  const missing = needs.find((need) => lacks.includes(need));
  return missing === undefined ? null : `the store lacks ${missing}`;
}

/** Whether every vector is read by everybody: a vector that was asked for by name is always compared in full. */
export function readsEverything({ everyRead, vectors }: Selection): boolean {
  return everyRead || vectors.length > 0;
}

/** Whether a selection leaves out cases of the implementations that it is about. */
export function narrowsCases({ recordTypes, checks: ids, vectors, indexes, writers, quick }: Selection): boolean {
  return quick || [recordTypes, ids, vectors, indexes, writers].some((wanted) => wanted.length > 0);
}

/** Whether an implementation has to be there for what is wanted: to be checked, or to write what others read. */
export function takesPart(selection: Selection, name: string): boolean {
  return isSelected(selection.implementations, name) || selection.writers.includes(name);
}

/** Whether a case is about one of the wanted implementations, keys and writers. */
function isOneOf(
  selection: Selection,
  { check, implementation, writer = implementation, index }: PlannedCase,
): boolean {
  return (
    isSelected(selection.implementations, implementation) &&
    (selection.indexes.length === 0 || (index !== undefined && selection.indexes.includes(index))) &&
    (selection.writers.length === 0 || (checks[check].store && selection.writers.includes(writer)))
  );
}

function isSelected(wanted: readonly string[], name: string): boolean {
  return wanted.length === 0 || wanted.includes(name);
}

/** @param parsed the indexes whose keys are to be parsed: not those that another vector asks for */
function casesOf(
  recordType: RecordType,
  vector: AnyVector,
  parsed: readonly string[],
  participants: readonly Participant[],
  crossRead: boolean,
): readonly PlannedCase[] {
  return participants.flatMap((participant) => {
    const plan = (check: CheckId, index?: string): PlannedCase => ({
      check,
      implementation: participant.name,
      recordType,
      vector,
      ...(index === undefined ? {} : { index }),
      ...notRunOf(participant.absent, whyNot(participant, check, recordType.name, index)),
    });
    if ('error' in vector) {
      return [plan(refusalCheckOf(vector.op), vector.op === 'key.parse' ? vector.index : undefined)];
    }
    if ('entries' in vector) return vector.entries.map((_, entry) => ({ ...plan('key-build', vector.index), entry }));
    if (!('keys' in vector)) return [plan('item-decode')];
    const keys = [
      plan('key-build'),
      // A key that lacks one of its attributes is written by design, but it is no key that anybody could look up.
      ...parsed.filter((index) => isWhole(recordType, index)).map((index) => plan('key-parse', index)),
    ];
    if (!('item' in vector)) return keys;
    return [
      ...keys,
      plan('item-encode'),
      plan('item-decode'),
      plan('raw-put'),
      ...participants
        .filter(
          (writer) => crossRead || writer.name === participant.name || standsIn(writer, participant, recordType.name),
        )
        .map((writer) => planRead(recordType, vector, writer, participant)),
    ];
  });
}

/** Whether a reader that cannot write items itself is given those of the reference, so that it reads every vector too. */
function standsIn(writer: Participant, reader: Participant, recordType: string): boolean {
  return (
    writer.name === referenceName &&
    !supports(reader.capabilities, 'item.put', recordType) &&
    supports(reader.capabilities, 'item.get', recordType)
  );
}

function planRead(recordType: RecordType, vector: ItemVector, writer: Participant, reader: Participant): PlannedCase {
  const own = writer.name === reader.name;
  const check = own ? 'read-back' : 'cross-read';
  const cannotRead = whyNot(reader, check, recordType.name);
  const cannotWrite = whyNot(writer, 'raw-put', recordType.name);
  const fromWriter = (why: string | null): string | null =>
    why === null || own ? why : `nothing to read from ${writer.name} (${why})`;
  return {
    check,
    implementation: reader.name,
    ...(own ? {} : { writer: writer.name }),
    recordType,
    vector,
    ...(reader.absent === null && cannotRead !== null
      ? notRunOf(null, cannotRead)
      : notRunOf(reader.absent ?? fromWriter(writer.absent), fromWriter(cannotWrite))),
  };
}

/** @param absent why somebody is not there, which comes before what is not supported */
function notRunOf(absent: string | null, unsupported: string | null): Pick<PlannedCase, 'notRun' | 'gap'> {
  if (absent !== null || unsupported === null) return { notRun: absent };
  return { notRun: unsupported, gap: true };
}

/** Whether a key of an index has all of its attributes, in every item that has the key. */
export function isWhole(recordType: RecordType, index: string): boolean {
  const key = recordType.keys.find((each) => each.index.name === index);
  return key !== undefined && (key.index.sortKeys.length === 0 || key.index.kind === 'lsi' || key.parts.length === 2);
}

function whyNot(participant: Participant, check: CheckId, recordType: string, index?: string): string | null {
  const { op } = checks[check];
  return supports(participant.capabilities, op, recordType, index)
    ? null
    : `no ${op}: ${participant.reasonOf(op, recordType, index)}`;
}
