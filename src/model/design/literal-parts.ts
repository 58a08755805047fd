import { didYouMean } from '../../diagnostics/suggest.ts';
import { normalizeDecimal } from '../../value/decimal.ts';
import { type Context, report } from '../context.ts';
import type { Attribute, SetType, Slot, ValueType } from '../model.ts';
import { itemsOf, namedIn, type SourceNode } from '../source.ts';
import { operandFrom } from './operand.ts';
import { repeated } from './read.ts';

/**
 * How much of a value is judged: `whole` for one that an attribute is to have, `part` for members or items that are added
 * to those that are there, `kind` for what is only compared or taken away, and may be out of bounds.
 */
export type Extent = 'whole' | 'part' | 'kind';

type Check = (context: Context, node: SourceNode, type: ValueType | null, extent: Extent) => void;

type ListType = Extract<ValueType, { readonly kind: 'list' }>;

/** Reports what cannot be in a list, set or map that is written out, and what is missing there. */
export function checkParts(context: Context, node: SourceNode, type: ValueType, extent: Extent, check: Check): void {
  // Only the caller knows what a parameter is.
  const checkSlot = (inner: SourceNode, slot: Slot): void => {
    if (operandFrom(inner).kind !== 'literal') return;
    if (inner.kind !== 'scalar' || inner.type !== 'null') check(context, inner, slot.type, innerExtent(extent));
    else if (!slot.nullable) report(context, 'value-conflict', inner, 'this is never NULL', { help: 'leave it out' });
  };
  switch (type.kind) {
    case 'string_set':
    case 'number_set':
    case 'binary_set':
      checkSet(context, node, type, extent);
      for (const item of itemsOf(node)) checkSlot(item, { type: type.items, nullable: false });
      return;
    case 'list':
      if (extent === 'whole') checkSize(context, node, type);
      for (const item of itemsOf(node)) checkSlot(item, type.items);
      return;
    case 'map':
      for (const { value } of namedIn(node)) checkSlot(value, type.values);
      return;
    case 'struct':
      checkMembers(context, node, type.members, checkSlot);
      return;
    default:
      return;
  }
}

/** Of what is added, each item is a whole value. */
function innerExtent(extent: Extent): Extent {
  return extent === 'part' ? 'whole' : extent;
}

function checkSet(context: Context, node: SourceNode, type: SetType, extent: Extent): void {
  const items = itemsOf(node);
  // An empty value of an attribute with "empty_set: omit" is left out; what is added or deleted is never empty.
  if (items.length === 0 && (extent !== 'whole' || type.emptySet === 'reject')) {
    report(context, 'value-conflict', node, 'DynamoDB refuses a set without members', {
      help: extent === 'whole' ? 'take the attribute away with "remove"' : 'name a member',
    });
  }
  const texts = items.flatMap((item) => (item.kind === 'scalar' ? [{ item, text: textIn(type, item.text) }] : []));
  for (const { item } of repeated(texts, ({ text }) => text)) {
    report(
      context,
      'value-conflict',
      item,
      `"${item.written ?? item.text}" is in the set already, and DynamoDB refuses it twice`,
      {
        help: 'write it once',
      },
    );
  }
}

/** Numbers are the same by their value. */
function textIn(type: SetType, text: string): string {
  return type.kind === 'number_set' ? (normalizeDecimal(text) ?? text) : text;
}

function checkSize(context: Context, node: SourceNode, { allowEmpty, minItems, maxItems }: ListType): void {
  const { length } = itemsOf(node);
  const problem =
    length === 0 && !allowEmpty
      ? 'is empty, and "allow_empty" is not set'
      : length < minItems
        ? `has ${length} items, and min_items is ${minItems}`
        : maxItems !== null && length > maxItems
          ? `has ${length} items, and max_items is ${maxItems}`
          : undefined;
  if (problem === undefined) return;
  report(context, 'value-invalid', node, `this list ${problem}`, { help: 'correct the value, or what excludes it' });
}

function checkMembers(
  context: Context,
  node: SourceNode,
  members: readonly Attribute[],
  checkSlot: (inner: SourceNode, slot: Slot) => void,
): void {
  const entries = namedIn(node);
  const names = members.map(({ name }) => name);
  for (const entry of entries) {
    const member = members.find(({ name }) => name === entry.key);
    if (member !== undefined) checkSlot(entry.value, member);
    else {
      const help = didYouMean(entry.key, names);
      report(context, 'reference-unknown', entry, `the map has no member "${entry.key}"`, { help });
    }
  }
  for (const { name, required, default: value, defaultFrom, presentWhen } of members) {
    const supplied = value !== undefined || defaultFrom !== null || presentWhen !== null;
    if (!required || supplied || entries.some(({ key }) => key === name)) continue;
    report(context, 'missing-key', node, `the map lacks "${name}", which is required`, { help: `add "${name}:"` });
  }
}
