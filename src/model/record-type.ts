import { didYouMean } from '../diagnostics/suggest.ts';
import { isEpochFormat } from '../value/timestamp.ts';
import { type Context, referenceTo, report } from './context.ts';
import { familyFrom, isFamilyName } from './family.ts';
import { componentNames } from './key-pattern.ts';
import type {
  Attribute,
  Component,
  Family,
  KeyPart,
  RecordKey,
  RecordType,
  ScalarType,
  Table,
  ValueType,
} from './model.ts';
import { recordKeysFrom } from './record-key.ts';
import { anyString } from './scalar-type.ts';
import { child, entriesOf, type SourceEntry, textOf } from './source.ts';
import { attributeFrom } from './value-type.ts';

/** Reads one entry under `record_types`; its digest is added later. */
export function recordTypeFrom(
  context: Context,
  entry: SourceEntry,
  tables: readonly Table[],
  unknownAttributes: RecordType['unknownAttributes'],
): Omit<RecordType, 'digest'> | undefined {
  const table = tableOf(context, entry, tables);
  if (table === undefined) return undefined;
  const declared = entriesOf(child(entry.value, 'attributes'));
  const attributes = declared.filter((each) => !isFamilyName(each.key)).map((each) => attributeFrom(context, each));
  const families = declared
    .filter((each) => isFamilyName(each.key))
    .map((each) => familyFrom(context, each))
    .filter((each) => each !== undefined);
  const keys = recordKeysFrom(context, entry, table, attributes);
  checkReferences(context, declared, attributes);
  checkConditions(context, declared, attributes);
  checkFamilies(context, declared, families);
  return {
    name: entry.key,
    table,
    description: textOf(child(entry.value, 'description')) ?? '',
    keys,
    attributes,
    families,
    components: componentsOf(context, entry, keys, attributes),
    unknownAttributes: (textOf(child(entry.value, 'unknown_attributes')) ??
      unknownAttributes) as RecordType['unknownAttributes'],
    at: referenceTo(context, entry.path, entry.at),
  };
}

function tableOf(context: Context, entry: SourceEntry, tables: readonly Table[]): Table | undefined {
  const node = child(entry.value, 'table');
  const name = textOf(node);
  if (name === undefined) {
    if (tables.length > 1)
      report(context, 'missing-key', entry, `"${entry.key}" does not say which table it is in`, {
        help: 'add "table:"',
      });
    return tables[0];
  }
  const table = tables.find((each) => each.name === name);
  if (table === undefined)
    report(context, 'reference-unknown', node ?? entry, `there is no table "${name}"`, {
      help: didYouMean(
        name,
        tables.map((each) => each.name),
      ),
    });
  return table;
}

/** The components of the keys that are no attributes; checks those that are. */
function componentsOf(
  context: Context,
  entry: SourceEntry,
  keys: readonly RecordKey[],
  attributes: readonly Attribute[],
): readonly Component[] {
  const components = new Map<string, Component>();
  for (const key of keys) {
    for (const part of key.parts) {
      const place = {
        at: { line: part.at.line, column: part.at.column, length: part.pattern.text.length + 2 },
        path: part.at.path,
      };
      checkKeyType(context, place, part, attributes, context.parameters);
      for (const name of componentNames(part.pattern)) {
        const attribute = attributes.find((each) => each.name === name);
        if (attribute !== undefined) checkAttributeComponent(context, place, attribute, key);
        else if (!components.has(name)) components.set(name, component(context, place, name, entry));
      }
    }
  }
  return [...components.values()];
}

type Place = {
  readonly at: { readonly line: number; readonly column: number; readonly length: number };
  readonly path: string;
};

/** Text is concatenated; a number is one component, and nothing else. */
function checkKeyType(
  context: Context,
  place: Place,
  part: KeyPart,
  attributes: readonly Attribute[],
  parameters: Context['parameters'],
): void {
  const { name, type } = part.attribute;
  const [token] = part.pattern.tokens;
  const single = part.pattern.tokens.length === 1 && token?.kind === 'component' ? token.name : undefined;
  const value = attributes.find((each) => each.name === single)?.type ?? parameters.get(single ?? '')?.type;
  const number =
    value?.kind === 'integer' ||
    value?.kind === 'decimal' ||
    (value?.kind === 'timestamp' && isEpochFormat(value.format));
  if (type === 'N' ? !number : type === 'B' || (number && attributes.some((each) => each.name === name))) {
    const what =
      type === 'N'
        ? 'a number, which is one component of a numeric type'
        : type === 'S'
          ? 'text'
          : 'bytes, which patterns do not write yet';
    report(
      context,
      'value-conflict',
      place,
      `the key attribute "${name}" is ${what}, and "${part.pattern.text}" is not`,
    );
  }
}

function checkAttributeComponent(context: Context, place: Place, attribute: Attribute, key: RecordKey): void {
  const { name } = attribute;
  if (!isScalar(attribute.type)) {
    report(
      context,
      'component-not-scalar',
      place,
      `"{${name}}" is of type ${attribute.type.kind}, which has no text to stand in a key`,
    );
  }
  if (key.when === name) return;
  const written = attribute.defaultOn !== 'read' && (attribute.default !== undefined || attribute.defaultFrom !== null);
  if (attribute.nullable || !(attribute.required || written)) {
    const problem = attribute.nullable ? 'may be NULL' : 'may be missing';
    report(context, 'component-may-be-absent', place, `"{${name}}" ${problem}, and then there is no key`, {
      help:
        key.index.kind === 'primary' ? `make "${name}" required` : `make "${name}" required, or add "when: ${name}"`,
    });
  }
}

function component(context: Context, place: Place, name: string, entry: SourceEntry): Component {
  const parameter = context.parameters.get(name);
  const at = referenceTo(context, place.path, place.at);
  if (parameter === undefined) {
    report(
      context,
      'component-undeclared',
      place,
      `"{${name}}" is neither an attribute of "${entry.key}" nor a parameter, so it may be any text`,
      {
        help: `declare "${name}" under "parameters"`,
      },
    );
    return { name, type: anyString, at };
  }
  const { type } = parameter;
  if (isScalar(type)) return { name, type, at };
  report(
    context,
    'component-not-scalar',
    place,
    `"{${name}}" is of type ${type.kind}, which has no text to stand in a key`,
  );
  return { name, type: anyString, at };
}

function isScalar(type: ValueType): type is ScalarType {
  return type.kind === 'string' || type.kind === 'integer' || type.kind === 'timestamp';
}

function checkReferences(context: Context, declared: readonly SourceEntry[], attributes: readonly Attribute[]): void {
  const names = attributes.map((attribute) => attribute.name);
  for (const entry of declared) {
    const attribute = attributes.find((each) => each.name === entry.key);
    for (const name of [attribute?.defaultFrom, attribute?.presentWhen?.attribute]) {
      if (name == null || (names.includes(name) && name !== entry.key)) continue;
      report(context, 'reference-unknown', entry, `"${entry.key}" refers to "${name}", which is no other attribute`, {
        help: didYouMean(name, names),
      });
    }
  }
}

/** A writer decides by what it writes, and a reader by what it reads; a default of readers alone makes them disagree. */
function checkConditions(context: Context, declared: readonly SourceEntry[], attributes: readonly Attribute[]): void {
  for (const { name, presentWhen } of attributes) {
    const condition = attributes.find((each) => each.name === presentWhen?.attribute);
    const entry = declared.find((each) => each.key === name);
    if (
      condition === undefined ||
      entry === undefined ||
      condition.default === undefined ||
      condition.defaultOn !== 'read'
    )
      continue;
    report(
      context,
      'value-conflict',
      entry,
      `"${name}" depends on "${condition.name}", whose default only readers know`,
      {
        help: `remove "default_on: read" from "${condition.name}"`,
      },
    );
  }
}

function checkFamilies(context: Context, declared: readonly SourceEntry[], families: readonly Family[]): void {
  for (const [index, family] of families.entries()) {
    const twin = families
      .slice(0, index)
      .find((each) => each.prefix === family.prefix && each.suffix === family.suffix);
    const entry = declared.find((each) => each.key === family.name);
    if (twin !== undefined && entry !== undefined) {
      report(
        context,
        'family-ambiguous',
        entry,
        `every name that "${family.name}" explains is also explained by "${twin.name}"`,
      );
    }
  }
}
