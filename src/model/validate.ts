import type { Diagnostic, Position } from '../diagnostics/diagnostic.ts';
import { wordsMeant } from '../diagnostics/synonyms.ts';
import { segmentsOf } from '../value/json-pointer.ts';
import { withoutBranches } from './branches.ts';
import { toPlain } from './plain.ts';
import type { Shape, ShapeError } from './shape.ts';
import { explainViolation, isFact } from './shape-message.ts';
import { entryOf, nodeAt, type SourceNode } from './source.ts';

/** Holds a document against a shape and turns every violation into a diagnostic at its place in the file. */
export function validateShape(shape: Shape, file: string, root: SourceNode): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  const errors = withoutBranches(shape.errorsOf(toPlain(root)));
  for (const error of errors.filter((each) => !isMisspelt(each, errors))) {
    const diagnostic = toDiagnostic(error, file, root, isRequired(error, shape.schema));
    const key = `${diagnostic.position.line}:${diagnostic.position.column}:${diagnostic.message}`;
    if (!seen.has(key)) diagnostics.push(diagnostic);
    seen.add(key);
  }
  return diagnostics;
}

/**
 * The first violation of a shape as a sentence about a value that came from no file, or `undefined` when there is none.
 *
 * @param document what the whole value is called
 */
export function describeViolation(errors: readonly ShapeError[], document: string): string | undefined {
  const [error] = withoutBranches(errors);
  if (error === undefined) return undefined;
  const path = pathOf(segmentsOf(error.instancePath));
  const subject = path === '' ? document : `"${path}" in ${document}`;
  const { message, help } = explainViolation(error, subject);
  const sentence = message.startsWith(subject) ? message : `${subject}: ${message}`;
  // How to write YAML is no advice to a program.
  return isFact(error) ? `${sentence}; ${help}` : sentence;
}

/** A path as people write it: `keys[0].partition_key`. */
function pathOf(segments: readonly string[]): string {
  return segments.reduce((path, segment) => {
    if (/^(?:0|[1-9][0-9]*)$/.test(segment) && path !== '') return `${path}[${segment}]`;
    return path === '' ? segment : `${path}.${segment}`;
  }, '');
}

/** The last key on the way to a node, and the places in lists after it: `steps[1]`. */
function nameOf(segments: readonly string[], root: SourceNode): string {
  const last = segments.findLastIndex((_, index) => nodeAt(root, segments.slice(0, index)).node.kind !== 'list');
  const places = segments.slice(last + 1).map((place) => `[${place}]`);
  return `${segments[last] ?? ''}${places.join('')}`;
}

/** Whether a key that is missing is there under a misspelt name, which is said already. */
function isMisspelt({ keyword, instancePath, params }: ShapeError, errors: readonly ShapeError[]): boolean {
  if (keyword !== 'required') return false;
  const missing = String(params['missingProperty']);
  return errors.some(
    (other) =>
      other.keyword === 'additionalProperties' &&
      other.instancePath === instancePath &&
      wordsMeant(String(other.params['additionalProperty']), [missing]).length > 0,
  );
}

function toDiagnostic(error: ShapeError, file: string, root: SourceNode, required: boolean): Diagnostic {
  const segments = segmentsOf(error.instancePath);
  const { i, j } = error.params as { readonly i: number; readonly j: number };
  const twin = error.keyword === 'uniqueItems' ? [String(Math.max(i, j))] : [];
  const { node } = nodeAt(root, segments);
  const subject = segments.length === 0 ? 'the document' : `"${nameOf(segments, root)}"`;
  const written = node.kind === 'scalar' && node.type === 'number' ? (node.written ?? node.text) : undefined;
  const finding = explainViolation(error, subject, required, written);
  const entry = finding.key === undefined ? undefined : entryOf(node, finding.key);
  // Of two that are the same, the second is one too many.
  const place = nodeAt(root, [...segments, ...twin]);
  const position: Position = entry?.at ?? (place.node.kind === 'scalar' ? place.node.at : place.keyAt);
  return {
    code: finding.code,
    severity: 'error',
    message: finding.message,
    file,
    position,
    path: entry?.path ?? place.node.path,
    help: finding.help,
  };
}

/** Whether the value that a violation is about is one that has to be there: then to remove it is no advice. */
function isRequired({ keyword, schemaPath, instancePath }: ShapeError, schema: unknown): boolean {
  const path = segmentsOf(schemaPath);
  if (instancePath === '') return true;
  if (path.at(-1) !== keyword || path.at(-3) !== 'properties') return false;
  let parent: unknown = schema;
  for (const name of path.slice(0, -3)) parent = (parent as { readonly [name: string]: unknown } | undefined)?.[name];
  const required = (parent as { readonly required?: readonly string[] } | undefined)?.required;
  return required?.includes(path.at(-2) ?? '') ?? false;
}
