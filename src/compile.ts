import { analyse } from './analyse/analysis.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { hasErrors } from './diagnostics/diagnostic.ts';
import { slotCodec } from './item/slot-codec.ts';
import { deepFreeze } from './model/freeze.ts';
import { languageSchema } from './model/language-schema.ts';
import type { Attribute, CompiledSchema, Model, ValueType } from './model/model.ts';
import { checkNesting } from './model/nesting.ts';
import { normalise } from './model/normalise.ts';
import { parseSource } from './model/source.ts';
import { compileShape, validateShape } from './model/validate.ts';
import { applyWaivers } from './model/waive.ts';
import { scalarCheck } from './scalar/scalar-check.ts';
import { Violation } from './scalar/violation.ts';

let validateLanguage: ReturnType<typeof compileShape> | undefined;

/**
 * Compiles a schema file: parse, validate, normalise. Never throws, whatever the text is.
 *
 * @param file the name to use in diagnostics
 * @param text YAML 1.2 or JSON
 */
export function compileSchema(file: string, text: string): CompiledSchema {
  const source = parseSource(file, text, 'start with "table:" and "record_types:"');
  if (source.root === undefined) return { model: undefined, diagnostics: source.diagnostics };
  validateLanguage ??= compileShape(languageSchema);
  const shape = validateShape(validateLanguage, file, source.root);
  if (shape.length > 0) return { model: undefined, diagnostics: shape };
  const { model, diagnostics } = normalise(file, source.root);
  // What patterns imply is worth saying only of patterns that are right.
  const broken = applyWaivers(model.waivers, diagnostics).some(
    ({ code, severity }) => severity === 'error' && code !== 'waiver-unused',
  );
  const all = applyWaivers(model.waivers, [
    ...diagnostics,
    ...(broken ? [] : [...checkNesting(model), ...checkDefaults(model), ...checkExamples(model), ...analyse(model)]),
  ]);
  if (broken) return { model: undefined, diagnostics: all.filter(({ code }) => code !== 'waiver-unused') };
  return { model: hasErrors(all) ? undefined : deepFreeze(model), diagnostics: all };
}

/** An example that is no value of its type misleads whoever reads it, and the vectors made from it. */
function checkExamples(model: Model): readonly Diagnostic[] {
  const diagnostics = new Map<string, Diagnostic>();
  for (const recordType of model.recordTypes) {
    for (const { name, type, at } of [...recordType.attributes, ...recordType.components]) {
      if (!('examples' in type)) continue;
      const check = scalarCheck(type);
      for (const example of type.examples) {
        const violation = check(example);
        if (violation === undefined) continue;
        const message = `the example ${JSON.stringify(example)} of "${name}" is not one of its values: ${violation.message}`;
        // A parameter is declared once and used often; it is reported where it is used first.
        if (diagnostics.has(message)) continue;
        const { file, line, column, path } = at;
        diagnostics.set(message, {
          code: 'example-invalid',
          severity: 'error',
          message,
          file,
          position: { line, column, length: name.length },
          path,
        });
      }
    }
  }
  return [...diagnostics.values()];
}

/** A default that the codec itself would refuse would make every record without the attribute invalid. */
function checkDefaults(model: Model): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const recordType of model.recordTypes) checkAttributes(recordType.attributes, diagnostics);
  return diagnostics;
}

function checkAttributes(attributes: readonly Attribute[], diagnostics: Diagnostic[]): void {
  for (const attribute of attributes) {
    const members = membersOf(attribute.type);
    if (members !== undefined) checkAttributes(members, diagnostics);
    if (attribute.default === undefined) continue;
    const written = slotCodec(attribute).write(attribute.default);
    if (!(written instanceof Violation)) continue;
    const { file, line, column, path } = attribute.at;
    diagnostics.push({
      code: 'default-invalid',
      severity: 'error',
      message: `the default of "${attribute.name}" is not one of its values: ${written.message}`,
      file,
      position: { line, column, length: attribute.name.length },
      path,
    });
  }
}

function membersOf(type: ValueType): readonly Attribute[] | undefined {
  if (type.kind === 'struct') return type.members;
  if (type.kind === 'list') return membersOf(type.items.type);
  return type.kind === 'map' ? membersOf(type.values.type) : undefined;
}
