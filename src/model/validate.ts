import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Position } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { shortJson } from '../value/json.ts';
import { nodeAt, type SourceNode, toPlain } from './source.ts';

/** Checks a document against a JSON Schema and turns every violation into a diagnostic at its place in the file. */
export function validateShape(validate: ValidateFunction, file: string, root: SourceNode): readonly Diagnostic[] {
  const plain = toPlain(root);
  if (validate(plain)) return [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const error of withoutBranches(validate.errors ?? [])) {
    const diagnostic = toDiagnostic(error, file, root);
    const key = `${diagnostic.position.line}:${diagnostic.position.column}:${diagnostic.message}`;
    if (!seen.has(key)) diagnostics.push(diagnostic);
    seen.add(key);
  }
  return diagnostics;
}

/** Compiles a JSON Schema 2020-12 into a validator that reports every violation. */
export function compileShape(schema: object): ValidateFunction {
  return new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, verbose: true }).compile(schema);
}

/** `oneOf` also reports why each of its branches failed; one sentence is enough. */
function withoutBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  return errors.filter(
    (error) => !/\/oneOf\/\d+\//.test(error.schemaPath) && !error.schemaPath.includes('/propertyNames/'),
  );
}

type Finding = {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly help?: string;
  readonly key?: string;
};

function toDiagnostic(error: ErrorObject, file: string, root: SourceNode): Diagnostic {
  const segments = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const { node, keyAt } = nodeAt(root, segments);
  const finding = explain(error, segments.at(-1) ?? 'the document');
  const entry =
    finding.key === undefined || node.kind !== 'map'
      ? undefined
      : node.entries.find((each) => each.key === finding.key);
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

function explain(error: ErrorObject, name: string): Finding {
  const { params } = error;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      const known = Object.keys((error.parentSchema as { properties?: object } | undefined)?.properties ?? {});
      return { code: 'unknown-key', message: `unknown key "${key}"`, help: didYouMean(key, known), key };
    }
    case 'required':
      return {
        code: 'missing-key',
        message: `"${name}" has no "${String(params['missingProperty'])}"`,
        help: `add "${String(params['missingProperty'])}:"`,
      };
    case 'type':
      return {
        code: 'wrong-type',
        message: `"${name}" must be ${article(params['type'])}, and is ${shortJson(error.data, 60)}`,
      };
    case 'enum': {
      const allowed = (params['allowedValues'] as readonly unknown[]).map(String);
      return {
        code: 'value-invalid',
        message: `"${name}" cannot be ${shortJson(error.data, 60)}`,
        help: didYouMean(String(error.data), allowed),
      };
    }
    case 'const':
      return {
        code: 'value-invalid',
        message: `"${name}" must be ${shortJson(params['allowedValue'])}, and is ${shortJson(error.data, 60)}`,
      };
    case 'pattern':
      return {
        code: 'value-invalid',
        message: `"${name}" cannot be ${shortJson(error.data, 60)}`,
        help: `it must match ${String(params['pattern'])}`,
      };
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
      return { code: 'wrong-type', message: `"${name}" cannot be ${shortJson(error.data, 60)}` };
    default:
      return { code: 'value-invalid', message: `"${name}" ${error.message ?? 'is invalid'}` };
  }
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
