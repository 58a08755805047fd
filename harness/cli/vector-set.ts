import { join } from 'node:path';
import type { Diagnostic, Position } from '../../src/diagnostics/diagnostic.ts';
import type { UnusedDraft } from '../../src/generate/unused-draft.ts';
import { usableVectors } from '../../src/generate/usable-vectors.ts';
import type { Codec } from '../../src/item/codec.ts';
import type { Model, RecordType } from '../../src/model/model.ts';
import { addedOf } from '../../src/vector/added.ts';
import { findMisnamedAdded, namesIn } from '../../src/vector/added-names.ts';
import { type CommittedFile, findDeviations, type VectorDeviation } from '../../src/vector/deviation.ts';
import type { VectorManifest } from '../../src/vector/vector.ts';
import { verifyVector } from '../../src/vector/verify.ts';
import { refuseImpossible } from './generated.ts';
import type { LoadedVectors } from './load.ts';

/** What to do about every vector that is not what the schema gives. */
export const generateHelp = 'run "itemproof vectors generate" and look at the difference';

/** Whether a manifest was written for this very contract. */
export function isCurrent({ schema }: VectorManifest, { name, version, digest }: Model): boolean {
  return schema.name === name && schema.version === version && schema.digest === digest;
}

/** What to do about a vector that somebody added, and that is wrong. */
export const addedHelp =
  'correct it, and run "itemproof vectors generate", which keeps what was added as it is; or run "itemproof vectors recompute", if the schema is right; or remove it with "itemproof vectors remove"';

/** What to do about added vectors whose record type the schema no longer has. */
export const homelessHelp =
  '"itemproof vectors show" shows what they say, "itemproof vectors remove" takes them away, and then "itemproof vectors add" adds them for another record type';

/** What to do where the manifest counts more added vectors than there are. */
export const lostHelp =
  'restore the file from version control; "itemproof vectors generate --forget-added" goes on without added vectors that are gone';

/**
 * Compares the committed vectors of some record types with those that the schema gives, and recomputes those that somebody
 * added, and their names. Gives what it finds record type by record type, so that who is in no hurry can do other things in between.
 *
 * @param hazards the ids of the register
 * @throws InputError at the end, when no record of some of them can be made
 */
export function* deviationsOf(
  codec: Codec,
  { committed }: LoadedVectors,
  hazards: ReadonlySet<string>,
  recordTypes: readonly RecordType[] = codec.model.recordTypes,
): Generator<readonly VectorDeviation[]> {
  const impossible: UnusedDraft[] = [];
  const misnamed = findMisnamedAdded(
    committed.map(({ path, file }) => namesIn(path, file)),
    hazards,
  );
  for (const recordType of recordTypes) {
    const asked = committed.filter((each) => isOf(recordType, each));
    const paths = new Set(asked.map(({ path }) => path));
    const found = deviationsOfRecordType(codec, recordType, asked);
    impossible.push(...found.impossible);
    yield [...found.deviations, ...misnamed.filter(({ path }) => paths.has(path))];
  }
  refuseImpossible(impossible);
  if (recordTypes.length < codec.model.recordTypes.length) return;
  yield strangersAmong(committed, recordTypes);
}

/** The files of no record type that the schema has. */
function strangersAmong(
  committed: readonly CommittedFile[],
  recordTypes: readonly RecordType[],
): readonly VectorDeviation[] {
  const strangers = committed.filter((each) => !recordTypes.some((recordType) => isOf(recordType, each)));
  return findDeviations(strangers, []);
}

/** Compares the committed vectors of one record type with those that the schema gives, and recomputes the others. */
export function deviationsOfRecordType(
  codec: Codec,
  recordType: RecordType,
  committed: readonly CommittedFile[],
): { readonly deviations: readonly VectorDeviation[]; readonly impossible: readonly UnusedDraft[] } {
  const { files, impossible } = usableVectors(codec, [recordType]);
  return {
    deviations: [...findDeviations(committed, files), ...committed.flatMap((each) => wrongOf(codec, each))],
    impossible,
  };
}

/** Whether a file says that it is about a record type, or is where such a file is. */
function isOf({ name }: RecordType, { path, file }: CommittedFile): boolean {
  return file.record_type === name || path.split('/')[0] === name;
}

/** Added vectors that the codec contradicts. */
function wrongOf(codec: Codec, { path, file }: CommittedFile): readonly VectorDeviation[] {
  const recordType = codec.model.recordTypes.find((each) => each.name === file.record_type);
  if (recordType === undefined) return [];
  return addedOf(file).vectors.flatMap((vector) =>
    verifyVector(codec, recordType, vector)
      .slice(0, 1)
      .map(({ id, member, message }) => ({
        kind: 'wrong' as const,
        id,
        path,
        occurrence: 0,
        message: `the added vector ${id} is wrong: ${member}: ${message}`,
      })),
  );
}

/**
 * A deviation with its place: that of the vector, or else the place where it should be.
 *
 * @param text of the file that it is about, if there is one
 */
export function locateDeviation(
  folder: string,
  manifestText: string,
  text: string | undefined,
  { path, id, kind, occurrence, message }: VectorDeviation,
): Diagnostic {
  const place = {
    code: 'vector-differs',
    severity: 'error',
    message: `${message}${kind === 'missing' ? ', though the schema gives it' : ''}`,
    path: id,
    help: kind === 'wrong' ? addedHelp : generateHelp,
  } as const;
  if (text === undefined) {
    const position = positionOf(manifestText, /"files"/g, 0);
    return { ...place, file: join(folder, 'manifest.json'), position };
  }
  const pattern = kind === 'missing' || id === path ? /"vectors"/g : new RegExp(`"id"\\s*:\\s*"${id}"`, 'g');
  return { ...place, file: join(folder, path), position: positionOf(text, pattern, occurrence) };
}

/** The text of every file that a located deviation may be in, by its path. */
export function textsOf(folder: string, { committed, manifestText }: LoadedVectors): ReadonlyMap<string, string> {
  return new Map([
    [join(folder, 'manifest.json'), manifestText],
    ...committed.map(({ path, text }) => [join(folder, path), text] as const),
  ]);
}

/** The place of a match in a text; its start where there is none, as for a name that is written with escapes. */
function positionOf(text: string, pattern: RegExp, occurrence: number): Position {
  const match = [...text.matchAll(pattern)][occurrence];
  if (match === undefined) return { line: 1, column: 1, length: 1 };
  const before = text.slice(0, match.index);
  const line = before.split('\n').length;
  return { line, column: match.index - before.lastIndexOf('\n'), length: match[0].length };
}
