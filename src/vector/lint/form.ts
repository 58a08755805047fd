import type { Diagnostic, Position } from '../../diagnostics/diagnostic.ts';
import { arrangeFile, arrangeManifest, isEarly, misplacedVectors, unorderedMembers } from '../arrange.ts';
import { formatVectorFile } from '../format.ts';
import { formatManifest } from '../manifest.ts';
import { positionAt } from '../place.ts';
import { hasMark } from '../read.ts';
import type { VectorManifest } from '../vector.ts';
import { type Finding, type LintedFile, located } from './finding.ts';

const format = 'run "itemproof vectors fmt"';

/**
 * What is not in its order, and else the first place where the text is not the one that would be written.
 *
 * @param ids the vectors that the schema gives for this file, in their order
 */
export function findUnformatted(file: LintedFile, ids?: readonly string[]): readonly Diagnostic[] {
  const unordered = unorderedMembers(file.file).map((index): Finding => {
    const what = index === undefined ? 'the file' : `the vector "${file.file.vectors[index]?.id}"`;
    const message = `the members of ${what} are in another order than they are written in`;
    return { code: 'vector-format', message, help: format, pointer: index === undefined ? [] : ['vectors', index] };
  });
  const misplaced = misplacedVectors(file.file, ids ?? []).map((index): Finding => {
    const where = isEarly(file.file, index)
      ? 'was added, and stands before one that the schema gives'
      : 'stands behind one that belongs after it';
    const message = `the vector "${file.file.vectors[index]?.id}" ${where}`;
    return { code: 'vector-format', message, help: format, pointer: ['vectors', index, 'id'] };
  });
  const findings = [...unordered, ...misplaced];
  if (findings.length > 0) return findings.map((each) => located(file, each));
  return differs(file, formatVectorFile(arrangeFile(file.file, ids)));
}

/** The same for a manifest. */
export function findUnformattedManifest(name: string, text: string, manifest: VectorManifest): readonly Diagnostic[] {
  const paths = Object.keys(manifest.files);
  const unsorted = paths.findIndex((path, index) => index > 0 && path < (paths[index - 1] ?? ''));
  if (unsorted < 0) return differs({ name, text }, formatManifest(arrangeManifest(manifest)));
  const path = paths[unsorted] ?? '';
  const message = `"${path}" stands behind "${paths[unsorted - 1]}", and files are listed by their paths`;
  return [located({ name, text }, { code: 'vector-format', message, help: format, pointer: ['files', path] })];
}

const atStart: Position = { line: 1, column: 1, length: 1 };

function differs(file: Pick<LintedFile, 'name' | 'text'>, canonical: string): readonly Diagnostic[] {
  const position = firstDifferenceIn(file.text, canonical);
  if (position === undefined) return [];
  if (hasMark(file.text)) {
    const message = 'the file starts with a byte order mark (BOM), which makes it another one';
    return [located(file, { code: 'vector-format', message, help: format, pointer: [], position: atStart })];
  }
  const message = 'the text is another one than is written for these vectors';
  return [located(file, { code: 'vector-format', message, help: format, pointer: [], position })];
}

function firstDifferenceIn(text: string, canonical: string): Position | undefined {
  if (text === canonical) return undefined;
  let offset = 0;
  while (offset < text.length && text[offset] === canonical[offset]) offset++;
  return positionAt(text, offset);
}
