import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { acceptors } from '../model/acceptors.ts';
import { type Shape, shapeOf } from '../model/shape.ts';
import { parseSource } from '../model/source.ts';
import { validateShape } from '../model/validate.ts';
import { findDuplicateKey } from '../value/duplicate-key.ts';
import { findJsonError } from '../value/json-syntax.ts';
import { findLossy, type Lossy } from './lossy.ts';
import { positionAt } from './place.ts';
import type { VectorFile, VectorManifest } from './vector.ts';
import { manifestSchema, vectorSchema } from './vector-schema.ts';

const vectorShape = shapeOf(vectorSchema, acceptors.vector);
const manifestShape = shapeOf(manifestSchema, acceptors.manifest);

const writeAgain =
  'restore it from version control, or run "itemproof vectors generate", which writes it again unless added vectors would be lost';

/** Something read from a file, or located diagnostics. */
export type Read<Value> = { readonly value: Value | undefined; readonly diagnostics: readonly Diagnostic[] };

/** Reads a vector file. Duplicate keys, unknown members and wrong shapes are diagnostics. */
export function readVectorFile(file: string, text: string): Read<VectorFile> {
  return readShaped(file, text, vectorShape, writeAgain);
}

/** Reads a manifest. */
export function readManifest(file: string, text: string): Read<VectorManifest> {
  return readShaped(file, text, manifestShape, writeAgain);
}

/**
 * Reads JSON of a shape. What would not be the same when it is written again is a diagnostic too: vectors are written again
 * whenever one of them changes.
 *
 * @param help what to do about a text that is no JSON
 */
export function readShaped<Value>(file: string, text: string, shape: Shape, help: string): Read<Value> {
  // Valid JSON of the right shape is the ordinary case and needs no tree; the tree finds the places of what is wrong.
  const parsed = parseJson(text);
  if (isDeeperThan(parsed, maximumDepth)) return { value: undefined, diagnostics: [tooDeep(file)] };
  if (parsed !== undefined && shape.accepts(parsed) && findDuplicateKey(text, parsed) === undefined) {
    const lossy = findLossy(text);
    return lossy === undefined
      ? { value: parsed as Value, diagnostics: [] }
      : { value: undefined, diagnostics: [notKept(file, text, lossy)] };
  }
  const marker = parsed === undefined ? mergeMarker(text) : undefined;
  if (marker !== undefined) return { value: undefined, diagnostics: [unfinishedMerge(file, text, marker)] };
  if (parsed === undefined) return { value: undefined, diagnostics: [notJson(file, text, help)] };
  const source = parseSource(file, text, help);
  if (source.root === undefined) return { value: undefined, diagnostics: source.diagnostics };
  const problems = validateShape(shape, file, source.root);
  return problems.length > 0
    ? { value: undefined, diagnostics: problems }
    : { value: parsed as Value, diagnostics: [] };
}

/** The offset of the first line with which Git marks two versions of what follows; in JSON no line starts like that. */
function mergeMarker(text: string): number | undefined {
  return /^(?:<{7}|={7}|>{7})(?=[ \r\n]|$)/m.exec(text)?.index;
}

function unfinishedMerge(file: string, text: string, offset: number): Diagnostic {
  const message = `a merge was not finished: "${text.slice(offset, offset + 7)}" marks where two versions differ`;
  const help =
    'choose what is right, and remove the lines that start with "<<<<<<<", "=======" and ">>>>>>>"; "itemproof vectors generate" writes generated vectors again, and stops where somebody added some';
  return {
    code: 'json-syntax',
    severity: 'error',
    message,
    file,
    position: positionAt(text, offset, 7),
    path: '',
    help,
  };
}

/** Where a text stops being JSON. What follows is broken because of that. */
function notJson(file: string, text: string, help: string): Diagnostic {
  const plain = withoutMark(text);
  const error = findJsonError(plain);
  const early = plain.trim() === '' ? 'the file is empty' : 'the file ends too early';
  const end = plain.trim() === '' ? 0 : plain.trimEnd().length;
  const message = error?.message ?? early;
  const position = positionAt(plain, error?.offset ?? end, error?.length ?? 1);
  return { code: 'json-syntax', severity: 'error', message, file, position, path: '', help };
}

/** Whether a text starts with a byte order mark (BOM), which editors do not show, and which makes a file another one. */
export function hasMark(text: string): boolean {
  return text.startsWith('\ufeff');
}

/** A text without the byte order mark that JSON has no place for. Whoever compares bytes still sees it. */
export function withoutMark(text: string): string {
  return hasMark(text) ? text.slice(1) : text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(withoutMark(text)) as unknown;
  } catch {
    return undefined;
  }
}

function notKept(file: string, text: string, { offset, length, message, help }: Lossy): Diagnostic {
  const position = positionAt(text, offset, length);
  return { code: 'vector-invalid', severity: 'error', message, file, position, path: '', help };
}

/** Levels of a vector file: far more than items have, and far fewer than exhaust the stack of whoever looks into them. */
const maximumDepth = 500;

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isDeeperThan(each, levels - 1));
}

function tooDeep(file: string): Diagnostic {
  const position = { line: 1, column: 1, length: 1 };
  const message = 'the file is nested too deeply';
  const help = 'generate the vectors again, or take out what holds so many lists and objects';
  return { code: 'vector-invalid', severity: 'error', message, file, position, path: '', help };
}
