import { createHash } from 'node:crypto';
import type { VectorFile } from './vector.ts';

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

/** The SHA-256 of the UTF-8 bytes of a text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
