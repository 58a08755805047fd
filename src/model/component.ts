import { isEpochFormat } from '../value/timestamp.ts';
import { nameProblem } from './component-name.ts';
import { attributeAt, isScalar } from './component-types.ts';
import { type Context, placeOf, referenceTo, report } from './context.ts';
import { isInvertible, isOptional } from './encoding.ts';
import { componentsOf } from './key-pattern.ts';
import type {
  Attribute,
  Component,
  ComponentToken,
  Encoding,
  KeyPart,
  Presence,
  RecordType,
  ValueType,
} from './model.ts';
import { mayBeAbsent } from './record-key.ts';
import { anyString } from './scalar-type.ts';
import type { SourceEntry } from './source.ts';
import { shapeOf } from './union.ts';

/** The components of patterns that are no attributes; checks those that are. */
export function componentsFrom(
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
    const place = placeOf(part);
    checkKeyType(context, place, part, attributes, context.parameters);
    for (const token of componentsOf(part.pattern)) {
      const attribute = attributeAt(attributes, token.name.split('.'));
      const problem = nameProblem(token.name, attributes, computed);
      if (problem !== undefined) {
        report(context, problem.code, place, problem.message, { help: problem.help });
        if (attribute === undefined) components.set(token.name, { name: token.name, type: anyString, at: part.at });
      } else if (attribute !== undefined)
        checkAttributeComponent(context, place, { attribute, token, part, when, primary, attributes });
      else {
        const found = components.get(token.name) ?? component(context, place, token.name, entry);
        components.set(token.name, found);
        checkParameterComponent(context, place, token, found);
        checkIsAlwaysThere(context, place, token, sources);
      }
    }
  }
  return [...components.values()];
}

/** A component that is no attribute, and only in keys that an item may lack, would be lost with them. */
function checkIsAlwaysThere(
  context: Context,
  place: Place,
  { name }: ComponentToken,
  sources: readonly { readonly part: KeyPart; readonly when: readonly Presence[] }[],
): void {
  const always = sources.filter(({ when }) => when.length === 0);
  if (always.some(({ part }) => componentsOf(part.pattern).some((token) => token.name === name))) return;
  report(
    context,
    'component-may-be-absent',
    place,
    `"{${name}}" is no attribute, and stands only where an item may have no key, so a reader could not find it`,
    { help: `declare "${name}" under "attributes", or put it into the primary key` },
  );
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
  const last = single?.encodings.at(-1);
  const tag = value === undefined || !isScalar(value) ? 'S' : shapeOf(value).tags[0];
  // DynamoDB drops the zeros in front of a number, and a word for its absence is none.
  const number = last === undefined ? tag === 'N' : isNumeric(last);
  const own = attributes.some((each) => each.name === name);
  const right = type === 'N' ? number : type === 'B' ? tag === 'B' : !(own && tag !== 'S');
  if (right) return;
  report(
    context,
    'value-conflict',
    place,
    `the key attribute "${name}" is ${what[type]}, and "${part.pattern.text}" builds none`,
    {
      help: `write ${whatToBuild[type]}, or give "${name}" another type in the keys of the table`,
    },
  );
}

const what = { S: 'text', N: 'a number', B: 'a binary value' } as const;

/** What fits a key attribute of each type. */
const whatToBuild = {
  S: 'a pattern of text, in which the component stands beside a literal or has a type that is stored as text',
  N: 'one component of type integer, or of a timestamp that is a number, and nothing else',
  B: 'one component of type binary, and nothing else',
} as const;

/** Encodings whose text is a number, whatever they are given. */
function isNumeric(encoding: Encoding): boolean {
  return encoding.kind === 'shard' || (encoding.kind === 'time' && isEpochFormat(encoding.format));
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
  if (when.some((each) => each.component === name) || isOptional(token)) return;
  const problem = mayBeAbsent(attributes, name);
  if (problem === undefined || (problem !== 'NULL' && isThereWhen(attribute, name, when))) return;
  // What has its value from another attribute is there where that one is.
  const source = [...name.split('.').slice(0, -1), attribute.defaultFrom ?? attribute.name].join('.');
  const always = problem === 'NULL' ? `take "nullable" away from "${name}"` : `make "${source}" required`;
  report(
    context,
    'component-may-be-absent',
    place,
    `"{${name}}" may be ${problem}, and then there is no ${part.place === 'computed' ? 'value' : 'key'}`,
    {
      help: primary ? always : `${always}, or add "${inIndexWhen(part, when, name)}"`,
    },
  );
}

/** Whether an attribute is present in every item with which a condition holds. */
function isThereWhen({ presentWhen }: Attribute, name: string, when: readonly Presence[]): boolean {
  // Of a member, "present_when" names another member.
  if (presentWhen === null || name.includes('.')) return false;
  const { values } = when.find(({ component }) => component === presentWhen.attribute) ?? { values: null };
  return values?.every((value) => presentWhen.values.includes(value)) ?? false;
}

/** What leaves items without a component out of the index. A condition that is there is not replaced by another one. */
function inIndexWhen({ place }: KeyPart, when: readonly Presence[], name: string): string {
  return place === 'computed' || when.length > 0 ? 'on_missing: omit' : `when: ${name}`;
}

/** Whether a component is all of a number or binary key. */
function isWhole({ pattern, attribute }: KeyPart): boolean {
  return pattern.tokens.length === 1 && attribute.type !== 'S';
}

/** Whether values of a type have one text that can stand in this key, and whether the encodings can be applied to it. */
function checkTokenType(
  context: Context,
  place: Place,
  { name, label, encodings }: ComponentToken,
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
      { help: `give "${name}" the type string, integer or timestamp, or build the key of another attribute` },
    );
    return;
  }
  let current = type.kind;
  for (const [position, encoding] of encodings.entries()) {
    const problem = encodingProblem(encoding, current, type) ?? shardProblem(encoding, encodings[position - 1]);
    if (problem !== undefined) {
      report(context, 'encoding-invalid', place, `"{${label}}" ${problem}`, {
        help: 'see "Encodings" in docs/schema-language.md for what each is for',
      });
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
    case 'trim':
    case 'strip':
    case 'percent':
    case 'sha256':
      return kind === 'string' ? undefined : `applies "${encoding.kind}" to a value of type ${kind}; it is for strings`;
    case 'time':
      return kind === 'timestamp' ? undefined : `takes the ${encoding.format} of a value of type ${kind}`;
    default:
      return undefined;
  }
}

function shardProblem(encoding: Encoding, before: Encoding | undefined): string | undefined {
  if (encoding.kind !== 'pad' || before?.kind !== 'shard') return undefined;
  const largest = String(before.count - 1);
  return largest.length > encoding.width
    ? `pads to ${encoding.width} digits, and the number may be ${largest}`
    : undefined;
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
    { help: `give the parameter "${name}" the type string, integer or timestamp` },
  );
  return { name, type: anyString, at };
}
