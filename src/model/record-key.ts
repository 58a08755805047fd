import { didYouMean } from '../diagnostics/suggest.ts';
import { type Context, referenceTo, report } from './context.ts';
import { componentNames, constantPattern, parseKeyPattern } from './key-pattern.ts';
import type { Attribute, KeyAttribute, KeyPart, KeyPattern, RecordKey, Table, TableKey } from './model.ts';
import { child, entriesOf, type SourceEntry, textOf } from './source.ts';

/** Reads how a record type fills the primary key and its indexes. */
export function recordKeysFrom(
  context: Context,
  entry: SourceEntry,
  table: Table,
  attributes: readonly Attribute[],
): readonly RecordKey[] {
  const [primary] = table.keys;
  if (primary === undefined) return [];
  const keys = [recordKey(context, entry, primary, attributes)];
  for (const index of entriesOf(child(entry.value, 'indexes'))) {
    const key = table.keys.find((each) => each.name === index.key && each.kind !== 'primary');
    if (key === undefined) {
      const names = table.keys.filter((each) => each.kind !== 'primary').map((each) => each.name);
      report(context, 'index-unknown', index, `the table "${table.name}" has no index "${index.key}"`, {
        help: didYouMean(index.key, names),
      });
    } else if (key.reserved) {
      report(context, 'value-conflict', index, `the index "${index.key}" is reserved, so nothing may fill it`);
    } else {
      keys.push(recordKey(context, index, key, attributes));
    }
  }
  return keys.filter((key) => key !== undefined);
}

function recordKey(
  context: Context,
  entry: SourceEntry,
  index: TableKey,
  attributes: readonly Attribute[],
): RecordKey | undefined {
  // A local index shares the partition key of its table, so only its sort key is filled.
  const partition = index.kind === 'lsi' ? undefined : keyPart(context, entry, 'pk', index.partitionKey, attributes);
  const sort = index.sortKey === null ? undefined : keyPart(context, entry, 'sk', index.sortKey, attributes);
  if (partition === undefined && index.kind !== 'lsi') {
    report(
      context,
      'key-missing',
      entry,
      `"${entry.key}" does not say what its partition key "${index.partitionKey.name}" is`,
      {
        help: 'add "pk_pattern:", or "pk:" for a constant',
      },
    );
    return undefined;
  }
  if (index.sortKey !== null && sort === undefined) {
    const code = index.kind === 'primary' ? 'key-missing' : 'index-sort-key-missing';
    report(context, code, entry, `"${entry.key}" does not say what its sort key "${index.sortKey.name}" is`, {
      help: 'add "sk_pattern:", or "sk:" for a constant',
    });
  }
  for (const key of ['sk', 'sk_pattern']) {
    const extra = entriesOf(entry.value).find((each) => each.key === key);
    if (index.sortKey === null && extra !== undefined) {
      report(
        context,
        'key-missing',
        extra,
        `"${index.name}" of the table has no sort key, so there is nothing for "${key}" to fill`,
      );
    }
  }
  const when = entriesOf(entry.value).find((each) => each.key === 'when');
  const condition = textOf(when?.value) ?? null;
  if (when !== undefined && !attributes.some((attribute) => attribute.name === condition)) {
    report(context, 'reference-unknown', when.value, `there is no attribute "${condition ?? ''}"`, {
      help: didYouMean(
        condition ?? '',
        attributes.map((attribute) => attribute.name),
      ),
    });
  }
  const parts = [partition, sort].filter((part) => part !== undefined);
  return parts.length === 0
    ? undefined
    : { index, parts, when: condition, at: referenceTo(context, entry.path, entry.at) };
}

function keyPart(
  context: Context,
  entry: SourceEntry,
  kind: 'pk' | 'sk',
  attribute: KeyAttribute,
  attributes: readonly Attribute[],
): KeyPart | undefined {
  const entries = entriesOf(entry.value);
  const constant = entries.find((each) => each.key === kind);
  const pattern = entries.find((each) => each.key === `${kind}_pattern`);
  if (constant !== undefined && pattern !== undefined) {
    report(context, 'value-conflict', pattern, `"${kind}" and "${kind}_pattern" say the same thing; keep one`);
  }
  const own = attributes.some((each) => each.name === attribute.name);
  const place = kind === 'pk' ? 'partition' : 'sort';
  if (constant === undefined && pattern === undefined) {
    // A key attribute that is an attribute of the record type fills itself.
    return own
      ? { attribute, place, pattern: namedPattern(attribute.name), at: referenceTo(context, entry.path, entry.at) }
      : undefined;
  }
  const written = pattern ?? constant ?? entry;
  const parsed =
    constant === undefined
      ? parseKeyPattern(textOf(written.value) ?? '')
      : constantPattern(textOf(written.value) ?? '');
  if ('code' in parsed) {
    report(context, parsed.code, written.value, parsed.message, { offset: parsed.offset });
    return undefined;
  }
  if (parsed.text === '') report(context, 'key-pattern-syntax', written.value, 'a key cannot be empty');
  if (own && componentNames(parsed)[0] !== attribute.name) {
    report(
      context,
      'value-conflict',
      written.value,
      `"${attribute.name}" is an attribute of its own, and cannot be built from a pattern too`,
    );
  }
  return { attribute, place, pattern: parsed, at: referenceTo(context, written.path, written.value.at) };
}

function namedPattern(name: string): KeyPattern {
  return { text: `{${name}}`, tokens: [{ kind: 'component', name, until: null }] };
}
