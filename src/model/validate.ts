import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Position } from '../diagnostics/diagnostic.ts';
import { didYouMeanWord, wordsMeant } from '../diagnostics/synonyms.ts';
import { shortJson } from '../value/json.ts';
import { segmentsOf } from '../value/json-pointer.ts';
import { codePointLength } from '../value/text.ts';
import { withoutBranches } from './branches.ts';
import { toPlain } from './plain.ts';
import type { Shape, ShapeError } from './shape.ts';
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
  const { message, help } = explain(error, subject);
  const sentence = message.startsWith(subject) ? message : `${subject}: ${message}`;
  // How to write YAML is no advice to a program.
  return help === undefined || error.keyword === 'required' || error.keyword === 'type'
    ? sentence
    : `${sentence}; ${help}`;
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

type Finding = {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly help?: string;
  readonly key?: string;
};

function toDiagnostic(error: ShapeError, file: string, root: SourceNode, required: boolean): Diagnostic {
  const segments = segmentsOf(error.instancePath);
  const { node, keyAt } = nodeAt(root, segments);
  const subject = segments.length === 0 ? 'the document' : `"${nameOf(segments, root)}"`;
  const written = node.kind === 'scalar' && node.type === 'number' ? (node.written ?? node.text) : undefined;
  const finding = explain(error, subject, required, written);
  const entry = finding.key === undefined ? undefined : entryOf(node, finding.key);
  const position: Position = entry?.at ?? (node.kind === 'scalar' ? node.at : keyAt);
  return {
    code: finding.code,
    severity: 'error',
    message: finding.message,
    file,
    position,
    path: entry?.path ?? node.path,
    ...(finding.help === undefined ? {} : { help: finding.help }),
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

/**
 * @param subject what is wrong, in quotation marks where it has a name
 * @param written the number that is wrong, as the file has it; the validator was given a double
 */
function explain(error: ShapeError, subject: string, required = false, written?: string): Finding {
  const shown = written ?? shortJson(error.data, 60);
  const { params } = error;
  const limit = String(params['limit']);
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      const known = Object.keys((error.parentSchema as { properties?: object } | undefined)?.properties ?? {});
      return { code: 'unknown-key', message: `unknown key "${key}"`, help: didYouMeanWord(key, known), key };
    }
    case 'required':
      return {
        code: 'missing-key',
        message: `${subject} has no "${String(params['missingProperty'])}"`,
        help: `add "${String(params['missingProperty'])}:"`,
      };
    case 'type':
      return {
        code: 'wrong-type',
        message: `${subject} must be ${article(params['type'])}, and is ${shown}`,
        help: correction(params['type'], error.data, required),
      };
    case 'enum': {
      const allowed = (params['allowedValues'] as readonly unknown[]).map(String);
      return {
        code: 'value-invalid',
        message: `${subject} cannot be ${shown}`,
        help: didYouMeanWord(String(error.data), allowed),
      };
    }
    case 'const':
      return {
        code: 'value-invalid',
        message: `${subject} must be ${shortJson(params['allowedValue'])}, and is ${shown}`,
      };
    case 'pattern': {
      const { $comment: rule = `it must match ${String(params['pattern'])}` } = (error.parentSchema ?? {}) as {
        $comment?: string;
      };
      return { code: 'value-invalid', message: `${subject} cannot be ${shown}`, help: rule };
    }
    case 'propertyNames': {
      const key = String(params['propertyName']);
      const rule = (error.parentSchema as { propertyNames?: { description?: string } } | undefined)?.propertyNames
        ?.description;
      return {
        code: 'value-invalid',
        message: `"${key}" cannot be a name here`,
        ...(rule === undefined ? {} : { help: rule }),
        key,
      };
    }
    case 'oneOf':
      return { code: 'wrong-type', message: `${subject} cannot be ${shown}` };
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return limit === '1'
        ? { code: 'value-invalid', message: `${subject} must not be empty` }
        : { code: 'value-invalid', message: `${subject} must have at least ${sizeOf(error, limit)}` };
    case 'maxLength':
    case 'maxItems':
    case 'maxProperties': {
      const { $comment: rule } = (error.parentSchema ?? {}) as { $comment?: string };
      const message = `${subject} must have at most ${sizeOf(error, limit)}`;
      return {
        code: 'value-invalid',
        message,
        ...(error.keyword === 'maxProperties' || rule === undefined ? {} : { help: rule }),
      };
    }
    case 'uniqueItems': {
      const twice = Array.isArray(error.data) ? error.data[params['i'] as number] : undefined;
      return {
        code: 'value-invalid',
        message: `${subject} has ${shortJson(twice, 60)} twice`,
        help: 'remove one of them',
      };
    }
    case 'minimum':
      return {
        code: 'value-invalid',
        message: `${subject} must be at least ${limit}, and is ${shown}`,
      };
    case 'maximum':
      return {
        code: 'value-invalid',
        message: `${subject} must be at most ${limit}, and is ${shown}`,
      };
    case 'exclusiveMinimum':
      return {
        code: 'value-invalid',
        message: `${subject} must be more than ${limit}, and is ${shown}`,
      };
    default:
      return { code: 'value-invalid', message: `${subject} ${error.message ?? 'is invalid'}` };
  }
}

/** How much there must be, and how much there is: "2 entries, and has 1". */
function sizeOf({ data }: ShapeError, limit: string): string {
  if (typeof data === 'string') return `${limit} characters, and has ${codePointLength(data)}`;
  const size = Array.isArray(data) ? data.length : Object.keys(data as object).length;
  return `${limit} ${limit === '1' ? 'entry' : 'entries'}, and has ${size}`;
}

/** What to do about a value of another type: most often, quotes are missing or too many. */
function correction(wanted: unknown, found: unknown, required: boolean): string {
  const types = Array.isArray(wanted) ? wanted.map(String) : [String(wanted)];
  if (types.includes('string') && (typeof found === 'number' || typeof found === 'boolean'))
    return 'put quotes around it';
  if (types.includes('boolean') && typeof found === 'string') return flagInsteadOf(found);
  if ((types.includes('integer') || types.includes('number')) && typeof found === 'string')
    return 'write it in digits alone, without quotes';
  return `write ${article(wanted)} here${required ? '' : ', or remove the key'}`;
}

/** Words of YAML 1.1, as `yes`, need no quotes to be text; `true` does. */
function flagInsteadOf(text: string): string {
  if (/^(?:true|false)$/i.test(text)) return 'write true or false, without quotes';
  const meant = /^(?:y|yes|on)$/i.test(text) ? 'true' : /^(?:n|no|off)$/i.test(text) ? 'false' : undefined;
  if (meant === undefined) return 'write true or false';
  return `write ${meant}; ${text} is a text in YAML 1.2, which has true and false alone`;
}

function article(type: unknown): string {
  const names = (Array.isArray(type) ? type : [type]).map((each) => typeNames[String(each)] ?? String(each));
  return names.join(' or ');
}

const typeNames: { readonly [type: string]: string } = {
  object: 'a mapping',
  array: 'a list',
  string: 'text',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
};
