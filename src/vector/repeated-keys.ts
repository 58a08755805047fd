import canonicalize from 'canonicalize';
import type { Redundancy } from './redundant.ts';
import type { VectorFile } from './vector.ts';

/** Key vectors with the record of an item vector, whose keys are asked for anyway. */
export function findRepeatedKeys(files: readonly VectorFile[]): readonly Redundancy[] {
  const known = new Map(
    files.flatMap((file) =>
      file.kind === 'items' ? file.vectors.map(({ id, record }) => [keyOf(file, record), id] as const) : [],
    ),
  );
  return files.flatMap((file) =>
    file.kind !== 'keys'
      ? []
      : file.vectors.flatMap(({ id, record }) => {
          const sameAs = known.get(keyOf(file, record));
          return sameAs === undefined ? [] : [{ id, sameAs }];
        }),
  );
}

function keyOf({ record_type: recordType }: VectorFile, record: object): string {
  return `${recordType} ${canonicalize(record)}`;
}
