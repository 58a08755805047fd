import { analyse } from './analyse/analysis.ts';
import { sparedBy } from './analyse/spared.ts';
import { withoutConsequences } from './diagnostics/consequence.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { byPlace, hasErrors } from './diagnostics/diagnostic.ts';
import { compileRecord } from './item/record-codec.ts';
import { slotCodec } from './item/slot-codec.ts';
import { acceptors } from './model/acceptors.ts';
import { checkConsistency } from './model/consistency/consistency.ts';
import type { AccessPattern } from './model/design/model.ts';
import { deepFreeze } from './model/freeze.ts';
import { innerAttributes, innerTypes } from './model/inner-types.ts';
import { languageSchema } from './model/language-schema.ts';
import type { Attribute, CompiledSchema, Model, QueryParameter, ValueType } from './model/model.ts';
import { checkNesting } from './model/nesting.ts';
import { normalise } from './model/normalise.ts';
import { shapeOf } from './model/shape.ts';
import { readShapedSource } from './model/shaped-source.ts';
import { soundKeys } from './model/sound-keys.ts';
import type { SourceNode } from './model/source.ts';
import { type Taint, taintOf, withoutFollowers } from './model/taint.ts';
import { applyWaivers, expiredWaivers, withoutDoubtful } from './model/waive.ts';
import { scalarCheck } from './scalar/scalar-check.ts';
import { Violation } from './scalar/violation.ts';
import { firstDifference } from './value/difference.ts';

const languageShape = shapeOf(languageSchema, acceptors.language);

/**
 * Compiles a schema file: parse, validate, normalise, check. Never throws, whatever the text is. Everything that is
 * wrong is said at once, except what may be a mere consequence of something else that is wrong. Whether there is any record
 * of a record type is known to who makes one: the commands `check` and `schema` do (`record-impossible`).
 *
 * @param file the name to use in diagnostics
 * @param text YAML 1.2 or JSON
 */
export function compileSchema(file: string, text: string): CompiledSchema {
  const help = 'start with "table:" and "record_types:"';
  const { diagnostics: shape, written, usable: root, faults } = readShapedSource(languageShape, file, text, help);
  if (written === undefined || root === undefined) return { model: undefined, diagnostics: byPlace(shape) };
  const ofShape = taintOf(written, faults);

  const { model, diagnostics } = normalise(file, root, written);
  const expired = expiredWaivers(model).filter(({ path }) => ofShape.spares(path));
  const waived = applyWaivers(model, diagnostics).filter(({ code }) => code !== 'waiver-unused');
  const semantic = waived.filter(({ path }) => ofShape.spares(path));
  const taint = taintOf(written, [...faults, ...errorPaths(semantic)]);
  const consistency = [...checkModel(file, model, root, taint), ...checkNesting(model)];
  // For what keys imply it does not matter which of two faults is the consequence of the other.
  const all = taint.sparesAll ? consistency : [...waived, ...checkModel(file, model, root), ...consistency];
  const implied = impliedBy(written, model, [...faults, ...errorPaths(all)]);
  if (shape.length > 0 || hasErrors(semantic)) {
    const rest = applyWaivers(model, consistency).filter(({ code }) => code !== 'waiver-unused');
    const said = [...shape, ...withoutFollowers(written, [...semantic, ...expired, ...rest]), ...implied];
    return { model: undefined, diagnostics: byPlace(withoutConsequences(said)) };
  }
  const judged = applyWaivers(model, [...diagnostics, ...consistency, ...implied]).filter(
    ({ code }) => code !== 'waiver-unused' || !hasErrors(consistency),
  );
  const said = [...judged, ...expired];
  return { model: hasErrors(said) ? undefined : deepFreeze(model), diagnostics: byPlace(withoutConsequences(said)) };
}

function errorPaths(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ path }) => path);
}

/**
 * What the keys and examples of a schema imply: of all of it that no fault has changed. What nobody can say before the faults
 * are mended is not said, and neither is what may be waived by a waiver that is wrong.
 */
function impliedBy(root: SourceNode, model: Model, faults: readonly string[]): readonly Diagnostic[] {
  if (faults.length === 0) return [...checkRecordExamples(model), ...analyse(model)];
  const sound = soundKeys(root, model, faults);
  const taint = taintOf(root, faults);
  const untouched = sound.model.recordTypes.filter(
    ({ at }) => taint.spares(at.path) && !faults.some((path) => path.startsWith(`${at.path}.`)),
  );
  const found = [
    ...checkRecordExamples({ ...model, recordTypes: untouched }),
    ...sparedBy(sound, analyse(sound.model)),
  ];
  return withoutDoubtful(root, faults, applyWaivers(model, found)).filter(({ code }) => code !== 'waiver-unused');
}

/** Checks of what is declared, each on its own: of the parts that no fault has made meaningless. */
function checkModel(
  file: string,
  model: Model,
  root: SourceNode,
  taint: Taint = taintOf(root, []),
): readonly Diagnostic[] {
  const healthy = taint.sparesAll
    ? model.recordTypes
    : model.recordTypes.map((recordType) => ({
        ...recordType,
        attributes: recordType.attributes.filter(({ at }) => taint.spares(at.path)),
        families: recordType.families.filter(({ at }) => taint.spares(at.path)),
        components: recordType.components.filter(({ at }) => taint.spares(at.path)),
      }));
  const part = taint.sparesAll ? model : { ...model, recordTypes: healthy };
  const found = [...checkConsistency(file, part, root), ...checkDefaults(part), ...checkExamples(part)];
  return onePerPlace(found.filter(({ path }) => taint.spares(path)));
}

/** A value that breaks two rules at once is one mistake: the first thing that is said about a place is enough. */
function onePerPlace(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ position, path }) => {
    const place = `${position.line}:${position.column}:${path}`;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

/** An example that is no value of its type misleads whoever reads it, and the vectors made from it. */
function checkExamples(model: Model): readonly Diagnostic[] {
  const diagnostics = new Map<string, Diagnostic>();
  const check = ({ name, type, at }: Pick<Attribute, 'name' | 'type' | 'at'>, outer = ''): void => {
    for (const inner of innerAttributes(type)) check(inner, inner.at.path);
    for (const inner of innerTypes(type)) check({ name, type: inner, at }, outer);
    if (!('examples' in type) || type.examples.length === 0) return;
    const problemOf = scalarCheck(type);
    for (const example of type.examples) {
      const violation = problemOf(example);
      if (violation === undefined) continue;
      const message = `the example ${JSON.stringify(example)} of "${name}" is not one of its values: ${violation.message}`;
      // A parameter is declared once and used often; it is reported where it is used first.
      if (diagnostics.has(outer + message)) continue;
      const { file, line, column, path } = at;
      diagnostics.set(outer + message, {
        code: 'example-invalid',
        severity: 'error',
        message,
        file,
        position: { line, column, length: name.length },
        path,
        help: 'write an example that is one of its values, or change the type to allow this one',
      });
    }
  };
  for (const { attributes, families, components, computed } of model.recordTypes)
    for (const declared of [...attributes, ...families, ...components, ...computed]) check(declared);
  for (const { parameters } of readsOf(model)) for (const parameter of parameters) check(parameter);
  return [...diagnostics.values()];
}

/** An example of a record is one that a writer accepts. */
function checkRecordExamples(model: Model): readonly Diagnostic[] {
  const written = new Map(model.design.recordTypes.map(({ name, examples }) => [name, examples]));
  return model.recordTypes.flatMap((recordType) => {
    const examples = written.get(recordType.name) ?? [];
    if (examples.length === 0) return [];
    const codec = compileRecord(recordType);
    return examples.flatMap(({ literal, at }): readonly Diagnostic[] => {
      const item = codec.encode(literal);
      if (!(item instanceof Violation)) return [];
      const { file, line, column, path } = at;
      return [
        {
          code: 'example-invalid',
          severity: 'error',
          message: `the example is no record of "${recordType.name}": ${item.message}`,
          file,
          position: { line, column, length: 1 },
          path,
          help: 'correct the example, or what contradicts it',
        },
      ];
    });
  });
}

/** A default that the codec itself would refuse would make every record without the attribute invalid. */
function checkDefaults(model: Model): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const { attributes, families } of model.recordTypes) {
    checkAttributes(attributes, diagnostics);
    for (const { type } of families) checkAttributes(membersWithin(type), diagnostics);
  }
  checkAttributes([...new Set(readsOf(model).flatMap(({ parameters }) => parameters))], diagnostics);
  return diagnostics;
}

/** The access patterns, and the steps that they have. */
function readsOf({ design }: Model): readonly Pick<AccessPattern<QueryParameter>, 'parameters'>[] {
  return design.accessPatterns.flatMap((pattern) => [pattern, ...pattern.steps]);
}

function checkAttributes(attributes: readonly Attribute[], diagnostics: Diagnostic[]): void {
  for (const attribute of attributes) {
    checkAttributes(membersWithin(attribute.type), diagnostics);
    const problem = whyNoDefault(attribute);
    if (problem === undefined) continue;
    const { file, line, column, path } = attribute.at;
    diagnostics.push({
      code: 'default-invalid',
      severity: 'error',
      message: `the default of "${attribute.name}" ${problem.message}`,
      file,
      position: { line, column, length: attribute.name.length },
      path,
      help: problem.help,
    });
  }
}

/**
 * What is wrong with the default of an attribute. One that is written without a member, whose own default then comes back with
 * it, would be one value for who writes it and another one for who finds nothing.
 */
function whyNoDefault(attribute: Attribute): { readonly message: string; readonly help: string } | undefined {
  if (attribute.default === undefined) return undefined;
  const codec = slotCodec(attribute);
  const written = codec.write(attribute.default);
  if (written instanceof Violation) {
    const help = 'write a default that is one of its values, or change the type to allow this one';
    return { message: `is not one of its values: ${written.message}`, help };
  }
  // An empty set that is left out has nothing to come back with.
  if (written === undefined) return undefined;
  const read = codec.read(written, []);
  if (read instanceof Violation) return undefined;
  const difference = firstDifference(attribute.default, read);
  if (difference === undefined || difference.expected !== undefined) return undefined;
  const message = `lacks ${difference.path.join('.')}, which has a default of its own and comes back with it`;
  return { message, help: `write it as it is read: ${JSON.stringify(read)}` };
}

/** The attributes of the maps in a type that no other such map is around. */
function membersWithin(type: ValueType): readonly Attribute[] {
  return [...innerAttributes(type), ...innerTypes(type).flatMap(membersWithin)];
}
