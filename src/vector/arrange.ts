import type { VectorFile, VectorManifest } from './vector.ts';

const headMembers = ['format', 'schema', 'record_type', 'digest', 'kind', 'vectors'] as const;

/** The members of a vector in the order in which they are written, by the kind of its file. */
const vectorMembers = {
  items: ['id', 'description', 'hazards', 'record', 'keys', 'item', 'read'],
  reads: ['id', 'description', 'hazards', 'item', 'record'],
  refusals: ['id', 'description', 'hazards', 'op', 'index', 'key', 'record', 'item', 'error'],
} as const satisfies { readonly [kind in VectorFile['kind']]: readonly string[] };

/**
 * The same file with its members in their order and, where `ids` says which there are, its vectors as well. A vector that
 * is not among them stays behind the one that it follows.
 */
export function arrangeFile(file: VectorFile, ids?: readonly string[]): VectorFile {
  const members = vectorMembers[file.kind];
  const ranks = ranksOf(file, ids);
  const vectors = file.vectors
    .map((vector, index) => ({ vector: inOrder(vector, members), rank: ranks[index] ?? 0 }))
    .sort((left, right) => left.rank - right.rank)
    .map(({ vector }) => vector);
  return inOrder({ ...file, vectors }, headMembers) as unknown as VectorFile;
}

/** Indexes of vectors that stand after one which belongs behind them. */
export function misplacedVectors(file: VectorFile, ids: readonly string[]): readonly number[] {
  let highest = -1;
  return ranksOf(file, ids).flatMap((rank, index) => {
    if (rank < highest) return [index];
    highest = rank;
    return [];
  });
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
export function arrangeManifest({ format, schema, files }: VectorManifest): VectorManifest {
  const { name, version, digest } = schema;
  const sorted = Object.entries(files).sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    format,
    schema: { name, version, digest },
    files: Object.fromEntries(sorted.map(([path, { vectors, sha256 }]) => [path, { vectors, sha256 }])),
  };
}

function ranksOf({ vectors }: VectorFile, ids: readonly string[] = []): readonly number[] {
  const ranks = new Map(ids.map((id, index) => [id, index]));
  let before = -1;
  return vectors.map(({ id }) => {
    before = ranks.get(id) ?? before;
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
