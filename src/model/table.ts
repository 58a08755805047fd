import { utf8Length } from '../value/text.ts';
import { type Context, referenceTo, report } from './context.ts';
import { keyAttributes as attributesOfKey } from './key-attributes.ts';
import type { KeyAttribute, Table, TableKey } from './model.ts';
import { child, entriesOf, flagOf, itemsOf, namedIn, type SourceEntry, type SourceNode, textOf } from './source.ts';

/** Reads `table` or `tables`. `keys` may stand beside a single `table`, as well as in it. */
export function tablesFrom(context: Context, root: SourceNode): readonly Table[] {
  const single = entriesOf(root).find((entry) => entry.key === 'table');
  const several = entriesOf(root).find((entry) => entry.key === 'tables');
  const outer = entriesOf(root).find((entry) => entry.key === 'keys');
  if (single !== undefined && several !== undefined) {
    report(context, 'value-conflict', several, 'a schema has "table" or "tables", not both', {
      help: 'move the table into "tables", under its name',
    });
  }
  if (several !== undefined) {
    if (outer !== undefined)
      report(context, 'value-conflict', outer, '"keys" belongs into each of the tables', {
        help: 'move it into the table whose keys they are',
      });
    return namedIn(several.value).map((entry) => tableFrom(context, entry, entry.key, undefined));
  }
  if (single === undefined) {
    report(context, 'missing-key', root, 'the schema has no table', { help: 'add "table:" with a name and its keys' });
    return [];
  }
  const naming = child(single.value, 'name');
  // A name that is computed is one in DynamoDB; the schema calls the table "table".
  const name = textOf(naming);
  if (naming === undefined) {
    const place = { at: single.at, path: `${single.path}.name` };
    report(context, 'missing-key', place, '"table" has no "name"', { help: 'add "name:"' });
  }
  return [tableFrom(context, single, name ?? 'table', outer)];
}

function tableFrom(context: Context, entry: SourceEntry, name: string, outer: SourceEntry | undefined): Table {
  const node = entry.value;
  const inner = entriesOf(node).find((each) => each.key === 'keys');
  if (inner !== undefined && outer !== undefined) {
    report(context, 'value-conflict', outer, 'the keys of the table are written twice, here and in "table"', {
      help: 'keep those in "table", and remove these',
    });
  }
  const keysEntry = inner ?? outer;
  if (keysEntry === undefined)
    report(context, 'missing-key', entry, `the table "${name}" has no "keys"`, { help: 'add "keys:" with "primary:"' });
  return {
    name,
    billingMode: textOf(child(node, 'billing_mode')) === 'PROVISIONED' ? 'PROVISIONED' : 'PAY_PER_REQUEST',
    stream: textOf(child(node, 'stream')) ?? null,
    pointInTimeRecovery:
      flagOf(child(node, 'point_in_time_recovery')) ?? child(node, 'point_in_time_recovery') !== undefined,
    deletionProtection: flagOf(child(node, 'deletion_protection')) ?? false,
    ttl: textOf(child(node, 'ttl')) ?? null,
    tags: Object.fromEntries(namedIn(child(node, 'tags')).map((tag) => [tag.key, textOf(tag.value) ?? ''])),
    keys: keysEntry === undefined ? [] : keysFrom(context, keysEntry),
    at: referenceTo(context, entry.path, entry.at),
  };
}

function keysFrom(context: Context, keysEntry: SourceEntry): readonly TableKey[] {
  const entries = namedIn(keysEntry.value);
  const primaryEntry = entries.find((entry) => entry.key === 'primary');
  if (primaryEntry === undefined) return [];
  const primary = keyFrom(context, primaryEntry, 'primary', undefined);
  const indexEntries = entries.filter((entry) => entry !== primaryEntry);
  const indexes = indexEntries.map((entry) =>
    keyFrom(context, entry, textOf(child(entry.value, 'kind')) === 'lsi' ? 'lsi' : 'gsi', primary),
  );
  checkCounts(context, indexEntries, indexes);
  const types = new Map<string, KeyAttribute>();
  for (const [key, entry] of [primary, ...indexes].map(
    (each, index) => [each, [primaryEntry, ...indexEntries][index]] as const,
  )) {
    const twin = indexes.find((other) => other.indexName === key.indexName && other.name !== key.name);
    if (twin !== undefined && entry !== undefined && indexes.indexOf(twin) < indexes.indexOf(key)) {
      report(
        context,
        'value-conflict',
        child(entry.value, 'index_name') ?? entry,
        `"${twin.name}" has the index name "${key.indexName}" already`,
        { help: 'give each index of a table a name of its own' },
      );
    }
    for (const attribute of attributesOfKey(key)) {
      const known = types.get(attribute.name);
      if (known !== undefined && known.type !== attribute.type && entry !== undefined) {
        report(
          context,
          'value-conflict',
          entry,
          `the key attribute "${attribute.name}" is ${known.type} in one key and ${attribute.type} in another`,
          { help: `an attribute has one type in all keys: write the same one everywhere, or another attribute here` },
        );
      }
      types.set(attribute.name, attribute);
    }
  }
  return [primary, ...indexes];
}

/** How many local indexes a table can have, and how many global ones without a request to AWS. */
const most = { lsi: 5, gsi: 20 } as const;

function checkCounts(context: Context, entries: readonly SourceEntry[], indexes: readonly TableKey[]): void {
  const beyond = (kind: 'lsi' | 'gsi'): SourceEntry | undefined =>
    entries.filter((_, index) => indexes[index]?.kind === kind)[most[kind]];
  const local = beyond('lsi');
  if (local !== undefined)
    report(context, 'value-conflict', local, `a table has at most ${most.lsi} local indexes`, {
      help: 'make it a global index, or remove one',
    });
  const global = beyond('gsi');
  if (global !== undefined)
    report(
      context,
      'index-quota',
      global,
      `a table has at most ${most.gsi} global indexes unless AWS raises the quota`,
      {
        help: 'remove one, or waive this once the quota of the account is larger',
      },
    );
}

function keyFrom(
  context: Context,
  entry: SourceEntry,
  kind: TableKey['kind'],
  primary: TableKey | undefined,
): TableKey {
  const node = entry.value;
  const partition = keyAttributes(context, child(node, 'partition_key'));
  const sort = keyAttributes(context, child(node, 'sort_key'));
  for (const key of ['partition_key', 'sort_key']) {
    const several = child(node, key);
    if (kind !== 'gsi' && several?.kind === 'list')
      report(
        context,
        'value-conflict',
        several,
        `only a global index can have several attributes as its ${key.replace('_', ' ')}`,
        { help: `write one attribute, built from several components; or make this a global index` },
      );
  }
  if (partition.length === 0 && kind !== 'lsi') {
    report(context, 'missing-key', entry, `"${entry.key}" has no "partition_key"`, {
      help: 'add "partition_key:" and the name of an attribute',
    });
  }
  if (kind === 'lsi' && sort.length === 0) {
    report(context, 'missing-key', entry, `the local index "${entry.key}" has no "sort_key"`, {
      help: 'add "sort_key:" and the name of an attribute',
    });
  }
  if (kind === 'lsi' && primary !== undefined && primary.sortKeys.length === 0) {
    report(context, 'value-conflict', entry, `"${entry.key}" is a local index, and its table has no sort key`, {
      help: 'make it a global index, or give "primary" a "sort_key"',
    });
  }
  const primaryPartition = primary?.partitionKeys[0];
  if (kind === 'lsi' && partition.length > 0 && partition[0]?.name !== primaryPartition?.name) {
    report(
      context,
      'value-conflict',
      entry,
      `a local index has the partition key of its table, "${primaryPartition?.name ?? ''}"`,
      { help: 'remove "partition_key" here, or make it a global index' },
    );
  }
  const include = child(child(node, 'projection'), 'include');
  const projection = textOf(child(node, 'projection'));
  return {
    name: entry.key,
    kind,
    indexName: textOf(child(node, 'index_name')) ?? entry.key,
    partitionKeys: (kind === 'lsi' ? primary?.partitionKeys : partition) ?? [],
    sortKeys: sort,
    projection:
      include !== undefined
        ? { include: itemsOf(include).map((item) => textOf(item) ?? '') }
        : projection === 'KEYS_ONLY'
          ? 'KEYS_ONLY'
          : 'ALL',
    sparse: flagOf(child(node, 'sparse')) ?? false,
    reserved: flagOf(child(node, 'reserved')) ?? false,
    at: referenceTo(context, entry.path, entry.at),
  };
}

function keyAttributes(context: Context, node: SourceNode | undefined): readonly KeyAttribute[] {
  const nodes = node?.kind === 'list' ? node.items : [node];
  return nodes.map((each) => keyAttribute(context, each)).filter((each) => each !== undefined);
}

/** Names of other attributes may have 64 KiB, which no schema has. */
const longestKeyName = 255;

function keyAttribute(context: Context, node: SourceNode | undefined): KeyAttribute | undefined {
  if (node === undefined) return undefined;
  const name = textOf(node) ?? textOf(child(node, 'name'));
  if (name === undefined) return undefined;
  const bytes = utf8Length(name);
  if (bytes > longestKeyName) {
    const message = `the name of a key attribute takes ${bytes} bytes, and DynamoDB has none of more than ${longestKeyName}`;
    report(context, 'value-invalid', child(node, 'name') ?? node, message, { help: 'give it a shorter name' });
  }
  return { name, type: (textOf(child(node, 'type')) ?? 'S') as KeyAttribute['type'] };
}
