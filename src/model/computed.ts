import { type Context, referenceTo, report } from './context.ts';
import { constantPattern, parseKeyPattern } from './key-pattern.ts';
import type { Attribute, ComputedAttribute, KeyAttribute, KeyPart, ValueType } from './model.ts';
import { absentComponents, widthsIn } from './record-key.ts';
import { anyString } from './scalar-type.ts';
import { child, entriesOf, type SourceEntry, textOf } from './source.ts';
import { shapeOf } from './union.ts';

/** What says how a stored attribute comes about, and so contradicts that it is computed. */
const contradictions = [
  'required',
  'nullable',
  'default',
  'default_from',
  'default_on',
  'default_when_empty',
  'present_when',
  'group',
  'required_members',
];

/** Whether an entry under `attributes` is computed from others. */
export function isComputed(entry: SourceEntry): boolean {
  return child(entry.value, 'computed_from') !== undefined;
}

/** Reads an attribute with `computed_from`, whose type was read as that of any other. */
export function computedFrom(
  context: Context,
  entry: SourceEntry,
  type: ValueType,
  attributes: readonly Attribute[],
): ComputedAttribute | undefined {
  for (const key of contradictions) {
    const extra = entriesOf(entry.value).find((each) => each.key === key);
    if (extra !== undefined)
      report(context, 'value-conflict', extra, `"${key}" has no meaning for what is computed`, {
        help: `remove "${key}", or "computed_from" if callers give the value`,
      });
  }
  if (type.kind !== 'string' && type.kind !== 'integer' && type.kind !== 'timestamp') {
    report(context, 'component-not-scalar', entry, `"${entry.key}" is of type ${type.kind}, which cannot be computed`, {
      help: 'give it the type string, integer or timestamp, or remove "computed_from"',
    });
    return undefined;
  }
  const node = child(entry.value, 'computed_from') ?? entry.value;
  const pattern = parseKeyPattern(textOf(node) ?? '', context.prefixes, widthsIn(context, attributes));
  if ('code' in pattern) {
    const { code, message, offset, help } = pattern;
    report(context, code, node, message, { offset, help });
    return undefined;
  }
  const tag = shapeOf(type).tags[0] === 'N' ? 'N' : 'S';
  const attribute: KeyAttribute = { name: entry.key, type: tag };
  const part: KeyPart = { attribute, place: 'computed', pattern, at: referenceTo(context, node.path, node.at) };
  const omits = textOf(child(entry.value, 'on_missing')) === 'omit';
  return {
    name: entry.key,
    part,
    type,
    when: omits ? absentComponents([part], { attributes, computed: [] }) : [],
    discriminator: false,
    description: textOf(child(entry.value, 'description')) ?? '',
    at: referenceTo(context, entry.path, entry.at),
  };
}

/** Reads `discriminator`: a constant that tells items of this record type from others. */
export function discriminatorFrom(context: Context, entry: SourceEntry): ComputedAttribute | undefined {
  const written = entriesOf(entry.value).find((each) => each.key === 'discriminator');
  if (written === undefined) return undefined;
  const name = textOf(child(written.value, 'attribute')) ?? '';
  const value = textOf(child(written.value, 'value')) ?? '';
  const at = referenceTo(context, written.path, written.at);
  const part: KeyPart = { attribute: { name, type: 'S' }, place: 'computed', pattern: constantPattern(value), at };
  return { name, part, type: anyString, when: [], discriminator: true, description: '', at };
}
