import type { Model } from '../../../../src/model/model.ts';
import { formatVectorFile, pathOfVectorFile } from '../../../../src/vector/format.ts';
import { entryOfFile, formatManifest, manifestOf } from '../../../../src/vector/manifest.ts';
import type { VectorFile } from '../../../../src/vector/vector.ts';

/** The text of the manifest of these files. */
export function manifestTextOf(model: Model, files: readonly VectorFile[]): string {
  const entries = files.map((file) => [pathOfVectorFile(file), entryOfFile(file, formatVectorFile(file))] as const);
  return formatManifest(manifestOf(model, new Map(entries)));
}
