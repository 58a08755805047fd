import { compareUtf8 } from '../value/text.ts';
import { isAdded } from './added.ts';
import { entryOf } from './manifest.ts';
import type { AnyVector, VectorFile, VectorManifest } from './vector.ts';

const headMembers = ['format', 'schema', 'record_type', 'digest', 'kind', 'vectors'] as const;

const described = ['id', 'description', 'origin', 'scenario', 'subject', 'hazards'] as const;

/** The members of a vector in the order in which they are written, by the kind of its file. */
const vectorMembers = {
  items: [...described, 'record', 'keys', 'item', 'read'],
  keys: [...described, 'record', 'keys'],
  order: [...described, 'index', 'entries'],
  reads: [...described, 'item', 'record'],
  refusals: [...described, 'op', 'index', 'key', 'record', 'item', 'error'],
} as const satisfies { readonly [kind in VectorFile['kind']]: readonly string[] };

/**
 * The same file with its members in their order and, where `ids` says which there are, its vectors as well. A vector that
 * is not among them stays behind the one that it follows; those that somebody added come last, by their ids.
 */
export function arrangeFile(file: VectorFile, ids?: readonly string[]): VectorFile {
  const members = vectorMembers[file.kind];
  const ranks = ranksOf(file, ids);
  const vectors = file.vectors
    .map((vector, index) => ({ vector: inOrder(vector, members) as AnyVector, rank: ranks[index] ?? 0 }))
    .sort((left, right) => left.rank - right.rank || compareAdded(left.vector, right.vector))
    .map(({ vector }) => vector);
  return inOrder({ ...file, vectors }, headMembers) as unknown as VectorFile;
}

/** Indexes of vectors that stand after one which belongs behind them, and of added ones before what the schema gives. */
export function misplacedVectors(file: VectorFile, ids: readonly string[]): readonly number[] {
  const ranks = ranksOf(file, ids);
  let highest = 0;
  return file.vectors.flatMap((vector, index) => {
    // One that stands too early is wrong itself, and not all that follow it.
    if (isEarly(file, index)) {
      highest = highest === index ? index + 1 : highest;
      return [index];
    }
    const last = file.vectors[highest];
    const order = (ranks[index] ?? 0) - (ranks[highest] ?? 0);
    if (order < 0 || (order === 0 && last !== undefined && compareAdded(vector, last) < 0)) return [index];
    highest = index;
    return [];
  });
}

/** Whether somebody added a vector, and something that the schema gives stands behind it. */
export function isEarly({ vectors }: VectorFile, index: number): boolean {
  const vector = vectors[index];
  return vector !== undefined && isAdded(vector) && vectors.some((each, other) => other > index && !isAdded(each));
}

/** A vector, by its index, whose members are in another order than they are written in; `undefined` for the file itself. */
export function unorderedMembers(file: VectorFile): readonly (number | undefined)[] {
  const members = vectorMembers[file.kind];
  return [
    ...(isInOrder(file, headMembers) ? [] : [undefined]),
    ...file.vectors.flatMap((vector, index) => (isInOrder(vector, members) ? [] : [index])),
  ];
}

/** The same manifest with everything in its order: files by their paths. */
export function arrangeManifest({ format, schema, suite_sha256, files }: VectorManifest): VectorManifest {
  const { name, version, digest } = schema;
  const sorted = Object.entries(files).sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    format,
    schema: { name, version, digest },
    suite_sha256,
    files: Object.fromEntries(sorted.map(([path, entry]) => [path, entryOf(entry)])),
  };
}

/** The rank of what somebody added: behind everything that the schema gives. */
const lastRank = Number.MAX_SAFE_INTEGER;

function compareAdded(left: AnyVector, right: AnyVector): number {
  return isAdded(left) && isAdded(right) ? compareUtf8(left.id, right.id) : 0;
}

function ranksOf({ vectors }: VectorFile, ids: readonly string[] = []): readonly number[] {
  const ranks = new Map(ids.map((id, index) => [id, index]));
  let before = -1;
  return vectors.map((vector) => {
    if (isAdded(vector)) return lastRank;
    before = ranks.get(vector.id) ?? before;
    return before;
  });
}

function inOrder(object: object, members: readonly string[]): object {
  const entries = Object.entries(object);
  return Object.fromEntries(entries.sort(([left], [right]) => members.indexOf(left) - members.indexOf(right)));
}

function isInOrder(object: object, members: readonly string[]): boolean {
  const places = Object.keys(object).map((name) => members.indexOf(name));
  return places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1));
}
