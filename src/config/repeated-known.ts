import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { KnownFailure } from './config.ts';

/**
 * Entries that expect a case which an entry before them expects already. One of the two reasons would never be shown, and
 * whoever removes one entry would believe that the case has to pass now. An entry without a writer is about all of them.
 *
 * @param known of all files, in the order in which they are read
 */
export function repeatedKnown(known: readonly KnownFailure[]): readonly Diagnostic[] {
  const byCase = new Map<string, KnownFailure[]>();
  return known.flatMap((entry) => {
    const vectorsOf = new Map<KnownFailure, string[]>();
    for (const vector of new Set(entry.vectors)) {
      const key = JSON.stringify([entry.implementation, entry.check, vector]);
      const before = byCase.get(key) ?? [];
      const same = before.find(({ writer }) => writer === null || entry.writer === null || writer === entry.writer);
      if (same !== undefined) vectorsOf.set(same, [...(vectorsOf.get(same) ?? []), vector]);
      byCase.set(key, [...before, entry]);
    }
    return [...vectorsOf].map(([same, vectors]) => repeated(entry, same, vectors));
  });
}

function repeated(entry: KnownFailure, same: KnownFailure, [first = '', ...more]: readonly string[]): Diagnostic {
  const { file, line, column, path } = entry.at;
  const vectors = more.length === 0 ? first : `${first} and ${more.length} more`;
  const help =
    entry.writer === same.writer
      ? 'a case has one reason; remove it from one of them'
      : 'an entry without "writer" is about every writer; name the writer in both, or remove the case from one of them';
  return {
    code: 'value-conflict',
    severity: 'error',
    message: `${same.at.file}:${same.at.line} expects "${entry.implementation}" to fail ${entry.check} of ${vectors} already`,
    file,
    position: { line, column, length: 1 },
    path,
    help,
  };
}
