import type { Codec } from '../../src/item/codec.ts';
import type { Model } from '../../src/model/model.ts';
import { addedOf } from '../../src/vector/added.ts';
import { findMiscounts, type Miscount } from '../../src/vector/counts.ts';
import type { CommittedFile, VectorDeviation } from '../../src/vector/deviation.ts';
import { hasMark } from '../../src/vector/read.ts';
import type { VectorFile } from '../../src/vector/vector.ts';
import { type VectorProblem, verifyVectors } from '../../src/vector/verify.ts';
import { isWhole, type LoadedVectors } from './load.ts';
import {
  addedHelp,
  deviationsOf,
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

/**
 * Everything that is wrong with committed vectors, each vector said once.
 *
 * @param changed files whose hash is not the one in the manifest
 * @param hazards the ids of the register
 */
export function problemsOf(
  codec: Codec,
  folder: string,
  vectors: LoadedVectors,
  changed: ReadonlySet<VectorFile>,
  hazards: ReadonlySet<string>,
): readonly Problem[] {
  // The files of one record type have one digest, which is stale once.
  const told = new Set<string>();
  // A file that was changed is called that; of added vectors that are gone nothing else speaks.
  const counts = findMiscounts(vectors.manifest, vectors.committed).filter(
    ({ path, isLoss }) => isLoss || !vectors.committed.some((each) => each.path === path && changed.has(each.file)),
  );
  const torn = new Set(counts.map(({ path }) => path));
  const added = new Set(vectors.files.flatMap((file) => addedOf(file).vectors.map(({ id }) => id)));
  const values = vectors.committed
    .flatMap((each) => problemsOfFile(codec, each, changed.has(each.file) && !torn.has(each.path)))
    .filter(({ id, member, message }) => {
      if (member !== 'digest' && member !== 'record_type') return true;
      const known = told.has(`${id} ${message}`);
      told.add(`${id} ${message}`);
      return !known;
    })
    .map((each): Problem => withHelp(each, added));
  const said = new Set(values.map((each) => each.id));
  // Of a record type that is not what it was, every vector may differ, and of a file that was called changed, any.
  const outdated = new Set(
    values.filter(({ member }) => member === 'digest' || member === 'record_type').map(({ id }) => `${id}/`),
  );
  const deviations = [...deviationsOf(codec, vectors, hazards)]
    .flat()
    .filter(
      ({ kind, id, path }) =>
        !said.has(id) &&
        !(kind === 'changed' && said.has(path)) &&
        ![...outdated].some((recordType) => path.startsWith(recordType)),
    );
  const sets = deviations.map((each): Problem => {
    const { file, position, message, help = generateHelp } = locateDeviation(folder, vectors, each);
    const { line, column } = position;
    const place = `${file}:${line}:${column}`;
    return { id: each.id, kind: each.kind, message: `${place}: ${message}`, file, line, column, help };
  });
  return [
    ...staleManifest(vectors, codec.model),
    ...tornManifest(vectors),
    ...counts.map(problemOfCount),
    ...values,
    ...sets,
  ];
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

function staleManifest({ manifest }: LoadedVectors, model: Model): readonly Problem[] {
  if (isCurrent(manifest, model)) return [];
  const { name, version, digest } = manifest.schema;
  const message = `written for ${name} ${version} ${shortDigest(digest)}, and the schema is now ${model.name} ${model.version} ${shortDigest(model.digest)}`;
  return [{ id: 'manifest.json', member: 'schema', kind: 'stale', message }];
}

/** Somebody changed the list of files, or the hash of the whole, without the other. */
function tornManifest({ manifest, manifestText }: LoadedVectors): readonly Problem[] {
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
