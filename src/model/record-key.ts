import { didYouMean } from '../diagnostics/suggest.ts';
import { attributeAt } from './component-types.ts';
import { type WidthOf, widthIn } from './component-width.ts';
import { type Context, referenceTo, report } from './context.ts';
import { isOptional } from './encoding.ts';
import { componentNames, componentsOf, constantPattern, namedPattern, parseKeyPattern } from './key-pattern.ts';
import type {
  Attribute,
  ComputedAttribute,
  KeyAttribute,
  KeyPart,
  Presence,
  RecordKey,
  Table,
  TableKey,
} from './model.ts';
import { presencesFrom } from './presence.ts';
import { child, entriesOf, itemsOf, namedIn, type SourceEntry, type SourceNode, textOf } from './source.ts';

/** What the keys of a record type can be made of. */
export type Ingredients = {
  readonly attributes: readonly Attribute[];
  readonly computed: readonly ComputedAttribute[];
};

/** Reads how a record type fills the primary key and its indexes. */
export function recordKeysFrom(
  context: Context,
  entry: SourceEntry,
  table: Table,
  ingredients: Ingredients,
): readonly RecordKey[] {
  const [primary] = table.keys;
  if (primary === undefined) return [];
  const first = recordKey(context, entry, primary, ingredients, []);
  const keys = [first];
  const shared = first?.parts ?? [];
  for (const index of namedIn(child(entry.value, 'indexes'))) {
    const key = table.keys.find((each) => each.name === index.key && each.kind !== 'primary');
    if (key === undefined) {
      const names = table.keys.filter((each) => each.kind !== 'primary').map((each) => each.name);
      report(context, 'index-unknown', index, `the table "${table.name}" has no index "${index.key}"`, {
        help: didYouMean(index.key, names),
      });
    } else if (key.reserved) {
      report(context, 'value-conflict', index, `the index "${index.key}" is reserved, so nothing may fill it`, {
        help: `remove it here, or take "reserved" away from "${index.key}" in the table`,
      });
    } else {
      keys.push(recordKey(context, index, key, ingredients, shared));
    }
  }
  return keys.filter((key) => key !== undefined);
}

function recordKey(
  context: Context,
  entry: SourceEntry,
  index: TableKey,
  ingredients: Ingredients,
  shared: readonly KeyPart[],
): RecordKey | undefined {
  // A local index has the partition key of its table, which says nothing new.
  const partitionKeys = index.kind === 'lsi' ? [] : index.partitionKeys;
  const partition = sideOf(context, entry, 'pk', partitionKeys, ingredients, shared);
  const sort = sideOf(context, entry, 'sk', index.sortKeys, ingredients, shared);
  if (partition.missing !== undefined) {
    report(
      context,
      'key-missing',
      entry,
      `"${entry.key}" does not say what its partition key "${partition.missing}" is`,
      { help: 'add "pk_pattern:", or "pk:" for a constant' },
    );
    return undefined;
  }
  if (sort.missing !== undefined) {
    const code = index.kind === 'primary' ? 'key-missing' : 'index-sort-key-missing';
    report(context, code, entry, `"${entry.key}" does not say what its sort key "${sort.missing}" is`, {
      help: 'add "sk_pattern:", or "sk:" for a constant',
    });
  }
  refuseSuperfluous(context, entry, index, shared);
  const parts = [...partition.parts, ...sort.parts];
  if (parts.length === 0) return undefined;
  const when = [
    ...presencesFrom(context, entry.value, ingredients.attributes),
    ...(omitsMissing(entry, index) ? absentComponents(parts, ingredients) : []),
  ];
  return { index, parts, when: merge(when), at: referenceTo(context, entry.path, entry.at) };
}

/** Patterns for key attributes that the index does not have, or that the primary key fills. */
function refuseSuperfluous(context: Context, entry: SourceEntry, index: TableKey, shared: readonly KeyPart[]): void {
  const free = (attributes: readonly KeyAttribute[]): boolean =>
    attributes.some((each) => !shared.some((part) => part.attribute.name === each.name));
  const superfluous = [
    ...(free(index.partitionKeys) ? [] : ['pk', 'pk_pattern']),
    ...(free(index.sortKeys) ? [] : ['sk', 'sk_pattern']),
  ];
  for (const extra of entriesOf(entry.value).filter((each) => superfluous.includes(each.key))) {
    const partition = extra.key.startsWith('pk');
    const has = (partition ? index.partitionKeys : index.sortKeys).length > 0;
    const reason = has
      ? `the primary key fills the ${partition ? 'partition' : 'sort'} key of "${index.name}"`
      : `"${index.name}" of the table has no sort key`;
    report(context, 'key-missing', extra, `${reason}, so there is nothing for "${extra.key}" to fill`, {
      help: has ? `remove "${extra.key}"` : `remove "${extra.key}", or give "${index.name}" a "sort_key" in the table`,
    });
  }
}

/** Items that lack a component are left out of the index where the schema says so, for this record type or for all. */
function omitsMissing(entry: SourceEntry, index: TableKey): boolean {
  const written = textOf(child(entry.value, 'on_missing'));
  return index.kind !== 'primary' && (written === undefined ? index.sparse : written === 'omit');
}

/** The components that may be absent, as conditions for the key. */
export function absentComponents(parts: readonly KeyPart[], { attributes }: Ingredients): readonly Presence[] {
  return parts.flatMap((part) =>
    componentsOf(part.pattern)
      .filter((token) => !isOptional(token) && mayBeAbsent(attributes, token.name))
      .map((token) => ({ component: token.name, values: null })),
  );
}

/** Whether an item may lack a component, or have NULL in its place. Of a member of a map: whether any part of its path may be missing. */
export function mayBeAbsent(attributes: readonly Attribute[], name: string): 'NULL' | 'missing' | undefined {
  const path = name.split('.');
  for (const [depth] of path.entries()) {
    const attribute = attributeAt(attributes, path.slice(0, depth + 1));
    if (attribute === undefined) continue;
    if (attribute.nullable) return 'NULL';
    if (!isAlwaysWritten(attribute, siblingsAt(attributes, path.slice(0, depth)))) return 'missing';
  }
  return undefined;
}

/** Whether a writer finds a value in every record; one from another attribute is there only where that one is. */
function isAlwaysWritten(attribute: Attribute, siblings: readonly Attribute[]): boolean {
  const { name, required, defaultOn, defaultFrom } = attribute;
  if (required || (attribute.default !== undefined && defaultOn !== 'read')) return true;
  const source = siblings.find((each) => each.name === defaultFrom && each.name !== name);
  // A default is looked for once, so the source needs a value without a third attribute.
  return source !== undefined && isAlwaysWritten({ ...source, defaultFrom: null }, []);
}

function siblingsAt(attributes: readonly Attribute[], path: readonly string[]): readonly Attribute[] {
  if (path.length === 0) return attributes;
  const type = attributeAt(attributes, path)?.type;
  return type?.kind === 'struct' ? type.members : [];
}

function merge(presences: readonly Presence[]): readonly Presence[] {
  return presences.filter(
    (each, position) => !presences.some((other, place) => place < position && other.component === each.component),
  );
}

type Side = { readonly parts: readonly KeyPart[]; readonly missing: string | undefined };

function sideOf(
  context: Context,
  entry: SourceEntry,
  kind: 'pk' | 'sk',
  keyAttributes: readonly KeyAttribute[],
  ingredients: Ingredients,
  shared: readonly KeyPart[],
): Side {
  const entries = entriesOf(entry.value);
  const constant = entries.find((each) => each.key === kind);
  const pattern = entries.find((each) => each.key === `${kind}_pattern`);
  const free = keyAttributes.filter((each) => !shared.some((part) => part.attribute.name === each.name));
  if (constant !== undefined && pattern !== undefined) {
    report(context, 'value-conflict', pattern, `"${kind}" and "${kind}_pattern" say the same thing`, {
      help: `keep "${kind}_pattern" if the key has components in it, and "${kind}" if it is a constant`,
    });
  }
  const written = pattern ?? constant;
  const nodes = written === undefined ? [] : written.value.kind === 'list' ? itemsOf(written.value) : [written.value];
  if (written !== undefined && free.length > 0 && nodes.length !== free.length) {
    const names = free.map((each) => `"${each.name}"`).join(', ');
    report(
      context,
      'value-conflict',
      written,
      `"${written.key}" has ${nodes.length} patterns, and there ${free.length === 1 ? 'is' : 'are'} ${free.length} to write: ${names}`,
      {
        help:
          free.length === 1
            ? `write one pattern, for ${names}`
            : `write a list of ${free.length} patterns, in the order of ${names}`,
      },
    );
    return { parts: [], missing: undefined };
  }
  const parts: KeyPart[] = [];
  let missing: string | undefined;
  for (const attribute of keyAttributes) {
    const filled = shared.find((part) => part.attribute.name === attribute.name);
    if (filled !== undefined) {
      parts.push({ ...filled, place: kind === 'pk' ? 'partition' : 'sort' });
      continue;
    }
    const node = nodes[free.indexOf(attribute)];
    const part =
      written === undefined || node === undefined
        ? ownPart(context, entry, kind, attribute, ingredients)
        : writtenPart(context, { entry: written, node, constant: written === constant }, kind, attribute, ingredients);
    if (part === undefined && node === undefined) missing ??= attribute.name;
    if (part !== undefined) parts.push(part);
  }
  return { parts, missing };
}

/** A key attribute that is an attribute of the record type fills itself. */
function ownPart(
  context: Context,
  entry: SourceEntry,
  kind: 'pk' | 'sk',
  attribute: KeyAttribute,
  { attributes, computed }: Ingredients,
): KeyPart | undefined {
  const place = kind === 'pk' ? 'partition' : 'sort';
  const known = computed.find((each) => each.name === attribute.name);
  if (known !== undefined) return { ...known.part, attribute, place };
  if (!attributes.some((each) => each.name === attribute.name)) return undefined;
  return { attribute, place, pattern: namedPattern(attribute.name), at: referenceTo(context, entry.path, entry.at) };
}

/** The widths of components: of attributes, and else of parameters. */
export function widthsIn(context: Context, attributes: readonly Attribute[]): WidthOf {
  return (name, encodings) =>
    widthIn(attributeAt(attributes, name.split('.'))?.type ?? context.parameters.get(name)?.type, encodings);
}

/** What is a component in a pattern. In a constant it is hardly ever meant as it stands. */
const componentLike = /\{[A-Za-z_][^{}]*\}/;

function writtenPart(
  context: Context,
  written: { readonly entry: SourceEntry; readonly node: SourceNode; readonly constant: boolean },
  kind: 'pk' | 'sk',
  attribute: KeyAttribute,
  { attributes, computed }: Ingredients,
): KeyPart | undefined {
  const { node } = written;
  const text = textOf(node) ?? '';
  const parsed = written.constant
    ? constantPattern(text)
    : parseKeyPattern(text, context.prefixes, widthsIn(context, attributes));
  if ('code' in parsed) {
    const { code, message, offset, help } = parsed;
    report(context, code, node, message, { offset, help });
    return undefined;
  }
  if (parsed.text === '')
    report(context, 'key-pattern-syntax', node, 'a key cannot be empty', {
      help: `write a literal, a component as {id}, or both`,
    });
  const braced = written.constant ? componentLike.exec(text) : null;
  if (braced !== null) {
    report(
      context,
      'key-pattern-syntax',
      node,
      `"${kind}" is a constant, in which "${braced[0]}" is text as it stands`,
      {
        offset: braced.index,
        help: `write it as "${kind}_pattern", where "{{" and "}}" stand for braces`,
      },
    );
  }
  const own = attributes.some((each) => each.name === attribute.name) && componentNames(parsed)[0] !== attribute.name;
  if (own || computed.some((each) => each.name === attribute.name)) {
    report(
      context,
      'value-conflict',
      node,
      `"${attribute.name}" is an attribute of its own, and cannot be built from a pattern too`,
      {
        help: `remove the pattern, so that the attribute is the key; or give the attribute another name than "${attribute.name}"`,
      },
    );
  }
  const place = kind === 'pk' ? 'partition' : 'sort';
  return { attribute, place, pattern: parsed, at: referenceTo(context, written.entry.path, node.at) };
}
