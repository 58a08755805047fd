import { createHash } from 'node:crypto';
import type { ManifestEntry, VectorFile, VectorManifest } from './vector.ts';

/** The text of a vector file: one vector after another, one member a line, so that a change shows as one line. */
export function formatVectorFile(file: VectorFile): string {
  const { vectors, ...head } = file;
  const members = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`);
  const list = vectors.map((vector) => {
    const lines = Object.entries(vector).map(
      ([key, value]) => `      ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
    );
    return `    {\n${lines.join(',\n')}\n    }`;
  });
  return `{\n${members.join('\n')}\n  "vectors": [\n${list.join(',\n')}\n  ]\n}\n`;
}

/** The path of a vector file, relative to the folder of its schema. */
export function pathOfVectorFile(file: VectorFile): string {
  return `${file.record_type}/${file.kind}.json`;
}

/** The manifest of a set of vector files, given the text of each by path. */
export function manifestOf(
  schema: VectorManifest['schema'],
  files: ReadonlyMap<string, { readonly text: string; readonly vectors: number; readonly added?: number }>,
): VectorManifest {
  const sorted = [...files].sort(([left], [right]) => (left < right ? -1 : 1));
  const entries = Object.fromEntries(
    sorted.map(([path, { text, vectors, added = 0 }]) => [path, entryOf({ vectors, added, sha256: sha256(text) })]),
  );
  return { format: 1, schema, suite_sha256: suiteHash(entries), files: entries };
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

/** The SHA-256 of the UTF-8 bytes of a text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
