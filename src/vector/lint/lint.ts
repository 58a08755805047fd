import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { findDuplicates } from './duplicates.ts';
import type { LintedFile } from './finding.ts';
import { findUnformatted } from './form.ts';
import { findMisnamed, findUnknownHazards, findUnprintable } from './names.ts';

export type LintOptions = {
  /** The ids of the register. */
  readonly hazards: readonly string[];
  /** For each path the vectors that the schema gives there, in their order. */
  readonly order: ReadonlyMap<string, readonly string[]>;
};

/** Everything about vector files that is wrong whatever the schema says, each with its place, file by file. */
export function lintVectors(files: readonly LintedFile[], { hazards, order }: LintOptions): readonly Diagnostic[] {
  const duplicates = findDuplicates(files);
  return files.flatMap((file) =>
    [
      ...findMisnamed(file),
      ...duplicates.filter((each) => each.file === file.name),
      ...findUnknownHazards(file, hazards),
      ...findUnprintable(file),
      ...findUnformatted(file, order.get(file.path)),
    ].sort((left, right) => left.position.line - right.position.line || left.position.column - right.position.column),
  );
}
