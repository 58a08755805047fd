import { didYouMean } from '../diagnostics/suggest.ts';
import { type Context, referenceTo, report } from './context.ts';
import type { Attribute, Slot, ValueType } from './model.ts';
import { recordJsonOf } from './record-json.ts';
import {
  anyBinary,
  anyNumber,
  anyString,
  binaryType,
  examples,
  flag,
  numberType,
  size,
  stringType,
  timestampType,
} from './scalar-type.ts';
import { checkMembers, checkSiblings } from './siblings.ts';
import { child, entriesOf, flagOf, itemsOf, namedIn, type SourceEntry, type SourceNode, textOf } from './source.ts';
import { isOfEveryType, isOfType, typesWith } from './type-keys.ts';
import { ambiguityOf } from './union.ts';
import { refuseUnquotedIn } from './unquoted.ts';

/** What a declaration says about a value: its type, and whether NULL may stand in its place. */
export function slotFrom(context: Context, node: SourceNode): Slot {
  const nullable = flagOf(child(node, 'nullable')) ?? false;
  const name = textOf(child(node, 'parameter'));
  if (name === undefined) return { type: typeFrom(context, node), nullable };
  const parameter = context.parameters.get(name);
  const place = child(node, 'parameter') ?? node;
  if (parameter === undefined) {
    report(context, 'reference-unknown', place, `there is no parameter "${name}"`, {
      help: didYouMean(name, [...context.parameters.keys()]),
    });
    return { type: anyString, nullable };
  }
  for (const entry of entriesOf(node)) {
    if (entry.key === 'examples' && 'examples' in parameter.type) continue;
    if (entry.key === 'type' || (!isOfEveryType(entry.key) && entry.key !== 'default_when_empty')) {
      report(
        context,
        'value-conflict',
        entry,
        `"${entry.key}" contradicts "parameter: ${name}", which says it already`,
        { help: `remove "${entry.key}", or write the type out here instead of "parameter"` },
      );
    }
  }
  return { type: withExamples(context, node, parameter.type), nullable };
}

/** The type of a parameter, with examples of this place before those of the parameter. */
function withExamples(context: Context, node: SourceNode, type: ValueType): ValueType {
  if (!('examples' in type) || child(node, 'examples') === undefined) return type;
  return { ...type, examples: [...examples(context, node, type), ...type.examples] };
}

/** The type that a declaration spells out. */
export function typeFrom(context: Context, node: SourceNode): ValueType {
  const name = textOf(child(node, 'type'));
  if (name === undefined) {
    report(context, 'missing-key', node, 'there is neither "type" nor "parameter" here', {
      help: `add "type: ${child(node, 'variants') === undefined ? 'string", or another type' : 'union"'}`,
    });
    return anyString;
  }
  for (const entry of entriesOf(node)) {
    if (isOfEveryType(entry.key) || isOfType(name, entry.key)) continue;
    report(context, 'value-conflict', entry, `"${entry.key}" has no meaning for the type ${name}`, {
      help: `remove it, or give this the type ${typesWith(entry.key)
        .join(', ')
        .replace(/, ([^,]*)$/, ' or $1')}`,
    });
  }
  switch (name) {
    case 'integer':
    case 'decimal':
      return numberType(context, node, name);
    case 'boolean':
      return { kind: 'boolean' };
    case 'timestamp':
      return timestampType(context, node);
    case 'binary':
      return binaryType(context, node);
    case 'list':
      return {
        kind: 'list',
        items: innerSlot(context, node, 'items'),
        allowEmpty: flag(node, 'allow_empty', true),
        minItems: size(node, 'min_items') ?? 0,
        maxItems: size(node, 'max_items'),
      };
    case 'map':
      return mapType(context, node);
    case 'string_set':
    case 'number_set':
    case 'binary_set':
      return setType(context, node, name);
    case 'union':
      return unionType(context, node);
    case 'any':
      return { kind: 'any' };
    default:
      return stringType(context, node);
  }
}

function innerSlot(context: Context, node: SourceNode, key: string): Slot {
  const inner = child(node, key);
  return inner === undefined ? { type: { kind: 'any' }, nullable: true } : slotFrom(context, inner);
}

function unionType(context: Context, node: SourceNode): ValueType {
  const place = child(node, 'variants') ?? node;
  const slots = itemsOf(child(node, 'variants')).map((each) => ({ each, slot: slotFrom(context, each) }));
  for (const { each, slot } of slots) {
    if (slot.nullable)
      report(context, 'value-conflict', child(each, 'nullable') ?? each, 'NULL is no variant of a union', {
        help: 'move "nullable" to where "variants" stands',
      });
  }
  const variants = slots.map(({ slot }) => slot.type);
  if (variants.length < 2) {
    report(context, 'missing-key', place, 'a union has two "variants" or more', {
      help: 'add a variant, or write the type of the only one',
    });
    return { kind: 'any' };
  }
  const ambiguity = ambiguityOf(variants);
  if (ambiguity === undefined) return { kind: 'union', variants };
  report(context, 'union-ambiguous', place, `a record could not tell the variants apart: ${ambiguity}`, {
    help: 'give each map a required member with a "const" of its own, or use the type "any"',
  });
  return { kind: 'any' };
}

function mapType(context: Context, node: SourceNode): ValueType {
  const members = child(node, 'members');
  const values = child(node, 'values');
  if (members !== undefined && values !== undefined) {
    report(context, 'value-conflict', values, 'a map has "members" or "values", not both', {
      help: 'keep "members" if the names are known, and "values" if any name may stand there',
    });
  }
  if (members !== undefined) return structType(context, namedIn(members));
  const allowEmpty = flag(node, 'allow_empty', true);
  return values === undefined
    ? { kind: 'document', allowEmpty }
    : { kind: 'map', values: slotFrom(context, values), allowEmpty };
}

function structType(context: Context, entries: readonly SourceEntry[]): ValueType {
  const members = entries.map((entry) => attributeFrom(context, entry));
  checkMembers(context, entries);
  checkSiblings(context, entries, members);
  return { kind: 'struct', members };
}

function setType(context: Context, node: SourceNode, kind: 'string_set' | 'number_set' | 'binary_set'): ValueType {
  const itemsNode = child(node, 'items');
  const wanted =
    kind === 'string_set'
      ? ['string', 'timestamp']
      : kind === 'number_set'
        ? ['integer', 'decimal', 'timestamp']
        : ['binary'];
  let items: ValueType =
    kind === 'binary_set' ? anyBinary : kind === 'string_set' ? { ...anyString, allowEmpty: true } : anyNumber;
  if (itemsNode !== undefined) {
    const slot = slotFrom(context, itemsNode);
    if (slot.nullable || !wanted.includes(slot.type.kind)) {
      report(
        context,
        'value-conflict',
        itemsNode,
        `a ${kind} cannot hold ${slot.nullable ? 'NULL' : `a value of type ${slot.type.kind}`}`,
        {
          help: slot.nullable
            ? 'remove "nullable"; an item that is absent is left out of the set'
            : `give the items the type ${wanted.join(' or ')}, or make this a list`,
        },
      );
    } else {
      items = slot.type;
    }
  }
  return { kind, items, emptySet: textOf(child(node, 'empty_set')) === 'omit' ? 'omit' : 'reject' };
}

/** Reads one entry under `attributes` or `members`. */
export function attributeFrom(context: Context, entry: SourceEntry): Attribute {
  const { key: name, value: node } = entry;
  const slot = slotFrom(context, node);
  const defaultNode = child(node, 'default');
  if (defaultNode !== undefined) refuseUnquotedIn(context, defaultNode, slot.type);
  const defaultFrom = textOf(child(node, 'default_from')) ?? null;
  if (defaultNode !== undefined && defaultFrom !== null) {
    report(context, 'value-conflict', defaultNode, `"${name}" has both "default" and "default_from"`, {
      help: 'keep "default" for one value, and "default_from" for that of another attribute',
    });
  }
  if (defaultFrom !== null && textOf(child(node, 'default_on')) === 'read') {
    report(
      context,
      'value-conflict',
      child(node, 'default_on') ?? node,
      `"default_from" is for writers, so "default_on: read" takes away all it does`,
      { help: 'remove "default_on", or "default_from"' },
    );
  }
  if (
    slot.type.kind.endsWith('_set') &&
    textOf(child(node, 'empty_set')) === 'omit' &&
    itemsOf(defaultNode).length > 0 &&
    textOf(child(node, 'default_on')) !== 'write'
  ) {
    report(
      context,
      'value-conflict',
      defaultNode ?? node,
      `an empty set would be left out, and a reader would take this default for it`,
      { help: 'write "empty_set: reject", "default_on: write", or an empty default' },
    );
  }
  for (const key of ['group', 'required_members']) {
    const misplaced = child(node, key);
    if (misplaced !== undefined)
      report(context, 'value-conflict', misplaced, `"${key}" is for families, and "${name}" is a single attribute`, {
        help: `remove "${key}", or give the attribute a variable in its name, as "b_{limit}_tk" has`,
      });
  }
  const condition = namedIn(child(node, 'present_when'))[0];
  const required = flagOf(child(node, 'required')) ?? false;
  if (condition !== undefined && (required || defaultNode !== undefined || defaultFrom !== null)) {
    report(
      context,
      'value-conflict',
      condition.value,
      `"${name}" is present only when "${condition.key}" says so, and cannot be required or have a default`,
      { help: `remove "present_when", or "required" and the default` },
    );
  }
  // Without a spread, after which V8 adds one member at a time: there are thousands of attributes in a big schema.
  return {
    type: slot.type,
    nullable: slot.nullable,
    name,
    required,
    default: defaultNode === undefined ? undefined : recordJsonOf(defaultNode),
    defaultFrom,
    defaultOn: (textOf(child(node, 'default_on')) as Attribute['defaultOn'] | undefined) ?? 'both',
    defaultWhenEmpty: flagOf(child(node, 'default_when_empty')) ?? false,
    presentWhen:
      condition === undefined
        ? null
        : { attribute: condition.key, values: itemsOf(condition.value).map((item) => textOf(item) ?? '') },
    unit: textOf(child(node, 'unit')) ?? null,
    role: textOf(child(node, 'role')) ?? null,
    description: textOf(child(node, 'description')) ?? '',
    at: referenceTo(context, entry.path, entry.at),
  };
}
