import { join } from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { UnusedDraft } from '../../src/generate/unused-draft.ts';
import type { Codec } from '../../src/item/codec.ts';
import type { Model, RecordType } from '../../src/model/model.ts';
import { addedOf } from '../../src/vector/added.ts';
import { findMisnamedAdded, type NamesInFile, namesIn } from '../../src/vector/added-names.ts';
import { findMiscounts, type Miscount } from '../../src/vector/counts.ts';
import { type CommittedFile, findDeviations, type VectorDeviation } from '../../src/vector/deviation.ts';
import { hasMark } from '../../src/vector/read.ts';
import { type VectorProblem, verifyVectors } from '../../src/vector/verify.ts';
import type { Host } from '../host/host.ts';
import { refuseImpossible } from './generated.ts';
import { isWhole, type VectorFolder } from './load.ts';
import { hazardsOfAdded } from './register.ts';
import {
  addedHelp,
  deviationsOfRecordType,
  generateHelp,
  homelessHelp,
  isCurrent,
  locateDeviation,
  lostHelp,
} from './vector-set.ts';

/** Something wrong with a vector, with a file, or with a set of them. The place is that of what differs from the schema. */
export type Problem = {
  readonly id: string;
  /** Which part of it, where only a part is wrong. */
  readonly member?: string;
  readonly kind: VectorProblem['kind'] | VectorDeviation['kind'];
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** What to do about it, when that is not to generate again. */
  readonly help?: string;
};

/** What each kind of problem is called in a sentence about a vector. */
export const verbs: { readonly [kind in Problem['kind']]: string } = {
  differs: 'differs',
  stale: 'is stale',
  missing: 'is missing',
  changed: 'was changed',
  superfluous: 'is superfluous',
  wrong: 'is wrong',
};

/** A file that the manifest lists, and whether it is another one than the manifest describes. */
export type ListedFile = CommittedFile & { readonly isChanged: boolean };

/** A look at committed vectors that keeps none of them: what is wrong with them, and the names of all. */
export type Verification = {
  /** Looks at all files in the folder of a record type, or at those that are in that of none. */
  readonly look: (recordType: RecordType | undefined, files: readonly ListedFile[]) => void;
  /**
   * Everything that is wrong, each vector said once.
   *
   * @throws InputError when there are record types of which no record can be made
   */
  readonly finish: () => Promise<readonly Problem[]>;
};

/** What is wrong with the files of one record type. */
type Found = {
  readonly counts: readonly Problem[];
  readonly values: readonly Problem[];
  readonly sets: readonly Problem[];
};

export function verificationOf(host: Host, codec: Codec, folder: string, opened: VectorFolder): Verification {
  const found = new Map<RecordType | undefined, Found>();
  const names: NamesInFile[] = [];
  const impossible: UnusedDraft[] = [];
  // The files of one record type have one digest, which is stale once.
  const told = new Set<string>();
  const locate = (text: string | undefined, each: VectorDeviation): Problem =>
    problemAt(locateDeviation(folder, opened.manifestText, text, each), each);
  return {
    look: (recordType, files) => {
      names.push(...files.map(({ path, file }) => namesIn(path, file)));
      const counts = countsOf(opened, files);
      const values = valuesOf(codec, files, counts, told);
      const given =
        recordType === undefined
          ? { deviations: findDeviations(files, []), impossible: [] }
          : deviationsOfRecordType(codec, recordType, files);
      impossible.push(...given.impossible);
      const sets = notYetSaid(given.deviations, values).map((each) =>
        locate(files.find(({ path }) => path === each.path)?.text, each),
      );
      found.set(recordType, { counts: counts.map(problemOfCount), values, sets });
    },
    finish: async () => {
      refuseImpossible(impossible);
      const inOrder = [...codec.model.recordTypes, undefined].flatMap((each) => found.get(each) ?? []);
      const values = [...found.values()].flatMap((each) => each.values);
      const misnamed = notYetSaid(findMisnamedAdded(names, await hazardsOfAdded(host, names)), values);
      const misnamedAt = misnamed.map(async (each) =>
        locate(await host.files.readExact(join(folder, each.path)), each),
      );
      return [
        ...staleManifest(opened, codec.model),
        ...tornManifest(opened),
        ...[...found.values()].flatMap((each) => each.counts),
        ...values,
        ...inOrder.flatMap((each) => each.sets),
        ...(await Promise.all(misnamedAt)),
      ];
    },
  };
}

/** Counts that are wrong. A file that was changed is called that; of added vectors that are gone nothing else speaks. */
function countsOf({ manifest }: VectorFolder, files: readonly ListedFile[]): readonly Miscount[] {
  const changed = new Set(files.flatMap(({ path, isChanged }) => (isChanged ? [path] : [])));
  return findMiscounts(manifest, files).filter(({ path, isLoss }) => isLoss || !changed.has(path));
}

function valuesOf(
  codec: Codec,
  files: readonly ListedFile[],
  counts: readonly Miscount[],
  told: Set<string>,
): readonly Problem[] {
  const torn = new Set(counts.map(({ path }) => path));
  const added = new Set(files.flatMap(({ file }) => addedOf(file).vectors.map(({ id }) => id)));
  return files
    .flatMap((each) => problemsOfFile(codec, each, each.isChanged && !torn.has(each.path)))
    .filter(({ id, member, message }) => {
      if (!isOutdated(member)) return true;
      const known = told.has(`${id} ${message}`);
      told.add(`${id} ${message}`);
      return !known;
    })
    .map((each): Problem => withHelp(each, added));
}

/** Whether the whole record type is not what it was. */
function isOutdated(member: string | undefined): boolean {
  return member === 'digest' || member === 'record_type';
}

/** Of a record type that is not what it was, every vector may differ, and of a file that was called changed, any. */
function notYetSaid(deviations: readonly VectorDeviation[], values: readonly Problem[]): readonly VectorDeviation[] {
  const said = new Set(values.map(({ id }) => id));
  const outdated = new Set(values.flatMap(({ id, member }) => (isOutdated(member) ? [id] : [])));
  return deviations.filter(
    ({ kind, id, path }) =>
      !said.has(id) && !(kind === 'changed' && said.has(path)) && !outdated.has(path.split('/')[0] ?? ''),
  );
}

function problemAt(
  { file, position: { line, column }, message, help = generateHelp }: Diagnostic,
  { id, kind }: VectorDeviation,
): Problem {
  return { id, kind, message: `${file}:${line}:${column}: ${message}`, file, line, column, help };
}

/** What was added is not generated again. */
function withHelp(problem: Problem, added: ReadonlySet<string>): Problem {
  if (added.has(problem.id)) return { ...problem, help: addedHelp };
  const homeless = problem.member === 'record_type' && [...added].some((id) => id.startsWith(`${problem.id}/`));
  return homeless ? { ...problem, help: homelessHelp } : problem;
}

function problemOfCount({ member, message, isLoss }: Miscount): Problem {
  const problem = { id: 'manifest.json', member, kind: 'differs', message } as const;
  return isLoss ? { ...problem, help: lostHelp } : problem;
}

function staleManifest({ manifest }: VectorFolder, model: Model): readonly Problem[] {
  if (isCurrent(manifest, model)) return [];
  const { name, version, digest } = manifest.schema;
  const message = `written for ${name} ${version} ${shortDigest(digest)}, and the schema is now ${model.name} ${model.version} ${shortDigest(model.digest)}`;
  return [{ id: 'manifest.json', member: 'schema', kind: 'stale', message }];
}

/** Somebody changed the list of files, or the hash of the whole, without the other. */
function tornManifest({ manifest, manifestText }: VectorFolder): readonly Problem[] {
  const message = 'it is not the hash of the files that the manifest lists';
  return [
    ...(hasMark(manifestText) ? [{ id: 'manifest.json', kind: 'changed', message: marked } as const] : []),
    ...(isWhole(manifest) ? [] : [{ id: 'manifest.json', member: 'suite_sha256', kind: 'differs', message } as const]),
  ];
}

/** What is wrong with the vectors of a file, or else that somebody changed something about it that vectors do not show. */
function problemsOfFile(codec: Codec, { path, text, file }: CommittedFile, changed: boolean): readonly Problem[] {
  if (hasMark(text)) return [{ id: path, kind: 'changed', message: marked }, ...verifyVectors(codec, file)];
  const problems = verifyVectors(codec, file);
  if (!changed || problems.length > 0) return problems;
  const message = 'the file is not the one that manifest.json describes, though each of its vectors is right';
  return [{ id: path, member: 'sha256', kind: 'differs', message }];
}

const marked = 'it starts with a byte order mark (BOM), which makes it another file';

function shortDigest(digest: string): string {
  return `${digest.slice(0, 19)}…`;
}
