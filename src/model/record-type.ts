import { didYouMean } from '../diagnostics/suggest.ts';
import { attributeAt, isScalar } from './component-types.ts';
import { computedFrom, discriminatorFrom, isComputed } from './computed.ts';
import { type Context, referenceTo, report } from './context.ts';
import { isInvertible } from './encoding.ts';
import { familyFrom, isFamilyName } from './family.ts';
import { componentsOf } from './key-pattern.ts';
import type {
  Attribute,
  Component,
  ComponentToken,
  ComputedAttribute,
  Encoding,
  Family,
  KeyPart,
  Presence,
  RecordType,
  Table,
  ValueType,
} from './model.ts';
import { mayBeAbsent, recordKeysFrom } from './record-key.ts';
import { rulesFrom } from './rule.ts';
import { anyString } from './scalar-type.ts';
import { child, entriesOf, type SourceEntry, textOf } from './source.ts';
import { shapeOf } from './union.ts';
import { attributeFrom, slotFrom } from './value-type.ts';

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
  const single = declared.filter((each) => !isFamilyName(each.key));
  const attributes = single.filter((each) => !isComputed(each)).map((each) => attributeFrom(context, each));
  const computed = [
    ...single.filter(isComputed).map((each) => {
      const { type } = slotFrom(context, each.value);
      return computedFrom(context, each, type, attributes);
    }),
    discriminatorFrom(context, entry),
  ].filter((each) => each !== undefined);
  const families = declared
    .filter((each) => isFamilyName(each.key))
    .map((each) => familyFrom(context, each))
    .filter((each) => each !== undefined);
  const keys = recordKeysFrom(context, entry, table, { attributes, computed });
  checkReferences(context, declared, attributes);
  checkConditions(context, declared, attributes);
  checkFamilies(context, declared, families);
  checkComputed(context, entry, computed, attributes, table);
  return {
    name: entry.key,
    table,
    description: textOf(child(entry.value, 'description')) ?? '',
    keys,
    attributes,
    families,
    components: componentsFrom(context, entry, { keys, computed, attributes }),
    computed,
    rules: rulesFrom(context, entry, attributes),
    unknownAttributes: (textOf(child(entry.value, 'unknown_attributes')) ??
      unknownAttributes) as RecordType['unknownAttributes'],
    at: referenceTo(context, entry.path, entry.at),
  };
}

/** What is computed has a name of its own. */
function checkComputed(
  context: Context,
  entry: SourceEntry,
  computed: readonly ComputedAttribute[],
  attributes: readonly Attribute[],
  table: Table,
): void {
  const primary = table.keys.slice(0, 1).flatMap((key) => [...key.partitionKeys, ...key.sortKeys]);
  for (const { name, discriminator } of computed) {
    const taken =
      primary.some((each) => each.name === name) ||
      (discriminator && attributes.some((each) => each.name === name)) ||
      computed.filter((each) => each.name === name).length > 1;
    if (taken) {
      const place = discriminator ? (child(entry.value, 'discriminator') ?? entry) : entry;
      report(context, 'value-conflict', place, `"${name}" is an attribute of its own, and cannot be computed too`);
    }
  }
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

/** The components of patterns that are no attributes; checks those that are. */
function componentsFrom(
  context: Context,
  entry: SourceEntry,
  { keys, computed, attributes }: Pick<RecordType, 'keys' | 'computed' | 'attributes'>,
): readonly Component[] {
  const components = new Map<string, Component>();
  const sources = [
    ...keys.flatMap((key) =>
      key.parts.map((part) => ({ part, when: key.when, primary: key.index.kind === 'primary' })),
    ),
    ...computed.map((each) => ({ part: each.part, when: each.when, primary: false })),
  ];
  for (const { part, when, primary } of sources) {
    const place = {
      at: { line: part.at.line, column: part.at.column, length: part.pattern.text.length + 2 },
      path: part.at.path,
    };
    checkKeyType(context, place, part, attributes, context.parameters);
    for (const token of componentsOf(part.pattern)) {
      const attribute = attributeAt(attributes, token.name.split('.'));
      if (attribute !== undefined)
        checkAttributeComponent(context, place, { attribute, token, part, when, primary, attributes });
      else {
        const found = components.get(token.name) ?? component(context, place, token.name, entry);
        components.set(token.name, found);
        checkParameterComponent(context, place, token, found);
      }
    }
  }
  return [...components.values()];
}

type Place = {
  readonly at: { readonly line: number; readonly column: number; readonly length: number };
  readonly path: string;
};

/** Text is concatenated; a number or binary value is one component, and nothing else. */
function checkKeyType(
  context: Context,
  place: Place,
  part: KeyPart,
  attributes: readonly Attribute[],
  parameters: Context['parameters'],
): void {
  const { name, type } = part.attribute;
  const [token] = part.pattern.tokens;
  const single = part.pattern.tokens.length === 1 && token?.kind === 'component' ? token : undefined;
  const value =
    attributeAt(attributes, single?.name.split('.') ?? [])?.type ?? parameters.get(single?.name ?? '')?.type;
  const encoded = (single?.encodings.length ?? 0) > 0;
  const tag = value === undefined || !isScalar(value) ? 'S' : shapeOf(value).tags[0];
  const number = tag === 'N' || (value?.kind === 'integer' && encoded) || single?.encodings.some(isNumeric) === true;
  const own = attributes.some((each) => each.name === name);
  const right = type === 'N' ? number : type === 'B' ? tag === 'B' : !(own && tag !== 'S');
  if (right) return;
  const what =
    type === 'N'
      ? 'a number, which is one component of a numeric type'
      : type === 'S'
        ? 'text'
        : 'bytes, which are one component of type binary';
  report(context, 'value-conflict', place, `the key attribute "${name}" is ${what}, and "${part.pattern.text}" is not`);
}

/** Encodings whose text is a number, whatever they are given. */
function isNumeric(encoding: Encoding): boolean {
  return encoding.kind === 'shard' || (encoding.kind === 'time' && encoding.format.startsWith('epoch'));
}

type Use = {
  readonly attribute: Attribute;
  readonly token: ComponentToken;
  readonly part: KeyPart;
  readonly when: readonly Presence[];
  readonly primary: boolean;
  readonly attributes: readonly Attribute[];
};

function checkAttributeComponent(context: Context, place: Place, use: Use): void {
  const { attribute, token, part, when, primary, attributes } = use;
  const { name } = token;
  checkTokenType(context, place, token, attribute.type, isWhole(part));
  if (when.some((each) => each.component === name) || token.encodings.at(-1)?.kind === 'or') return;
  const problem = mayBeAbsent(attributes, name);
  if (problem === undefined) return;
  report(
    context,
    'component-may-be-absent',
    place,
    `"{${name}}" may be ${problem}, and then there is no ${part.place === 'computed' ? 'value' : 'key'}`,
    {
      help: primary
        ? `make "${name}" required`
        : part.place === 'computed'
          ? `make "${name}" required, or add "on_missing: omit"`
          : `make "${name}" required, or add "when: ${name}"`,
    },
  );
}

/** Whether a component is all of a number or binary key. */
function isWhole({ pattern, attribute }: KeyPart): boolean {
  return pattern.tokens.length === 1 && attribute.type !== 'S';
}

/** Whether values of a type have one text that can stand in this key, and whether the encodings can be applied to it. */
function checkTokenType(
  context: Context,
  place: Place,
  { label, encodings }: ComponentToken,
  type: ValueType,
  whole: boolean,
): void {
  const textual = type.kind === 'string' || type.kind === 'integer' || type.kind === 'timestamp';
  if (!textual && !(whole && isScalar(type))) {
    report(
      context,
      'component-not-scalar',
      place,
      `"{${label}}" is of type ${type.kind}, which has no text to stand in a key`,
    );
    return;
  }
  let current = type.kind;
  for (const encoding of encodings) {
    const problem = encodingProblem(encoding, current, type);
    if (problem !== undefined) {
      report(context, 'encoding-invalid', place, `"{${label}}" ${problem}`);
      return;
    }
    if (encoding.kind === 'pad' || encoding.kind === 'time' || encoding.kind === 'sha256') current = 'string';
    if (encoding.kind === 'shard') current = 'integer';
  }
}

function encodingProblem(encoding: Encoding, kind: ValueType['kind'], declared: ValueType): string | undefined {
  switch (encoding.kind) {
    case 'pad': {
      if (kind !== 'integer') return `pads a value of type ${kind}; only integers are padded`;
      if (declared.kind !== 'integer') return undefined;
      if (declared.minimum === null || declared.minimum.startsWith('-'))
        return 'pads a number that may be negative; set "minimum: 0"';
      const { maximum } = declared;
      return maximum !== null && maximum.length > encoding.width
        ? `pads to ${encoding.width} digits, and the number may be ${maximum.length > 12 ? 'longer' : maximum}; set "maximum"`
        : undefined;
    }
    case 'lower':
    case 'upper':
    case 'percent':
    case 'sha256':
      return kind === 'string' ? undefined : `applies "${encoding.kind}" to a value of type ${kind}; it is for strings`;
    case 'time':
      return kind === 'timestamp' ? undefined : `takes the ${encoding.format} of a value of type ${kind}`;
    default:
      return undefined;
  }
}

/** A component that is no attribute has no value but the one in the key, which must therefore tell all of it. */
function checkParameterComponent(context: Context, place: Place, token: ComponentToken, found: Component): void {
  const { encodings, label, name } = token;
  const lossy = encodings.some((encoding) => !isInvertible(encoding));
  if (!lossy && !encodings.some((encoding) => encoding.kind === 'or')) {
    if (found.type.kind !== 'binary' && found.type.kind !== 'decimal')
      checkTokenType(context, place, token, found.type, false);
    return;
  }
  report(
    context,
    'encoding-invalid',
    place,
    `"{${label}}" cannot be undone by a reader, and "${name}" is no attribute`,
    {
      help: `declare "${name}" under "attributes", so that readers can check it`,
    },
  );
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
