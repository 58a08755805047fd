import { isAdded } from './added.ts';
import { sha256 } from './format.ts';
import type { ManifestEntry, VectorFile, VectorManifest } from './vector.ts';

/** What a manifest says about a file, given its text. */
export function entryOfFile({ vectors }: VectorFile, text: string): ManifestEntry {
  return entryOf({ vectors: vectors.length, added: vectors.filter(isAdded).length, sha256: sha256(text) });
}

/** The manifest of a set of vector files, by their paths. */
export function manifestOf(
  { name, version, digest }: VectorManifest['schema'],
  files: ReadonlyMap<string, ManifestEntry>,
): VectorManifest {
  const entries = Object.fromEntries([...files].sort(([left], [right]) => (left < right ? -1 : 1)));
  return { format: 1, schema: { name, version, digest }, suite_sha256: suiteHash(entries), files: entries };
}

/** An entry of a manifest with its members in their order. */
export function entryOf({ vectors, added = 0, sha256: hash }: ManifestEntry): ManifestEntry {
  return added === 0 ? { vectors, sha256: hash } : { vectors, added, sha256: hash };
}

/**
 * The hash of a whole set of vector files, whatever the manifest says it is: the SHA-256 of what `sha256sum` prints for the
 * files in the order of their paths, so that nobody needs Itemproof to compute it.
 */
export function suiteHash(files: VectorManifest['files']): string {
  const lines = Object.entries(files).map(([path, entry]) => ({ path, line: `${entry.sha256}  ${path}\n` }));
  lines.sort((left, right) => (left.path < right.path ? -1 : 1));
  return sha256(lines.map(({ line }) => line).join(''));
}

/** The text of a manifest, one file a line. */
export function formatManifest(manifest: VectorManifest): string {
  const files = Object.entries(manifest.files).map(
    ([path, entry]) => `    ${JSON.stringify(path)}: ${JSON.stringify(entry)}`,
  );
  const head = [
    '  "format": 1',
    `  "schema": ${JSON.stringify(manifest.schema)}`,
    `  "suite_sha256": ${JSON.stringify(manifest.suite_sha256)}`,
  ];
  return `{\n${head.join(',\n')},\n  "files": {\n${files.join(',\n')}\n  }\n}\n`;
}
