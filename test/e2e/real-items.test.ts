import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { tableDefinition } from '../../harness/engine/tables.ts';
import { startEmbeddedStore } from '../../harness/stores/embedded.ts';
import { packagePath } from '../../harness/stores/package-root.ts';
import { readItem } from '../../harness/stores/read-item.ts';
import type { StoreConnection } from '../../harness/stores/store.ts';
import { openWire } from '../../harness/stores/store-wire.ts';
import { compareItems } from '../../src/check/compare.ts';
import { compileSchema } from '../../src/compile.ts';
import { compileCodec } from '../../src/item/codec.ts';
import type { Item } from '../../src/value/attribute-value.ts';
import type { JsonObject } from '../../src/value/json.ts';
import { command, itemproof } from './support/command.ts';
import { isHere } from './support/mistaken.ts';

// The library writes for itself here: nobody tells it a record, and no adapter stands between it and the table.

const schemaFile = 'schema/domains/rate-limits/schema.yaml';
const prefix = 'itemproof-real-';
const table = `${prefix}rate-limits`;
const codec = compileCodec(model());
let items: readonly Item[] = [];
let calls: { readonly called: readonly string[]; readonly failed: { readonly [label: string]: string } };

/**
 * What the library writes outside its own design, which it states in its key builders and in what its readers and its
 * purge of a namespace expect. These are true differences, so the schema does not bend to them:
 *
 * - The provisioner writes limits by itself: its items have the partition key of GSI4 and no sort key, so a purge leaves
 *   them behind, and those of entities are not in GSI3, so nobody finds them there.
 * - `_write_audit_retention_config`, called before anything else writes the system's configuration, leaves an item that
 *   is in no index at all, so a purge leaves it behind too.
 */
const outside = [
  'entity_config /GSI3PK: nothing',
  'entity_config /GSI3PK: nothing',
  'resource_config /GSI4SK: nothing',
  'system_config /GSI4PK: nothing',
  'system_config /GSI4SK: nothing',
];

beforeAll(async () => {
  if (!isHere('python')) return;
  const store = await startEmbeddedStore({ tablePrefix: prefix });
  try {
    const [definition] = codec.model.tables;
    if (definition === undefined) throw new Error('the schema has no table');
    await store.tables.createTable(tableDefinition(definition, table));
    calls = await fill(store.connection);
    items = await scan(store.connection);
  } finally {
    await store.stop();
  }
}, 120_000);

it.runIf(isHere('python'))('the library wrote items of every record type', () => {
  expect([...new Set(items.map(nameOf))].sort()).toEqual(codec.model.recordTypes.map(({ name }) => name).sort());
  // Each of these is a function of the library that a person calls; most write several items.
  expect(calls.called).toEqual(
    expect.arrayContaining([
      'create_entity',
      'set_limits',
      'acquire',
      'update_snapshot',
      'zae_limiter_provisioner.on_event',
    ]),
  );
});

it.runIf(isHere('python'))('every item is decoded but for those that the library writes outside its design', () => {
  const refused = items.flatMap((item) => {
    const decoded = codec.decode(item);
    if (decoded.ok) return [];
    const { path, value } = decoded.error;
    return [`${nameOf(item)} ${path}: ${value === undefined ? 'nothing' : JSON.stringify(value)}`];
  });
  expect(refused.sort()).toEqual(outside);
  expect(items.length - refused.length).toBeGreaterThan(40);
});

it.runIf(isHere('python'))('what is decoded is encoded to the same item again', () => {
  const problems = items.flatMap((item): readonly unknown[] => {
    const decoded = codec.decode(item);
    if (!decoded.ok) return [];
    const { recordType, record, defaulted, unknownAttributes } = decoded.value;
    const encoded = codec.encode(recordType, record, { defaulted, unknownAttributes });
    if (!encoded.ok) return [{ item, problem: encoded.error }];
    const compared = compareItems(item as JsonObject, encoded.value);
    return compared.passed ? [] : [{ item, problem: compared.problem }];
  });
  expect(problems).toEqual([]);
});

it.runIf(isHere('python'))('the schema explains every attribute that the library wrote', () => {
  const unexplained = items.flatMap((item) => {
    const decoded = codec.decode(item);
    return decoded.ok ? Object.keys(decoded.value.unknownAttributes).map((name) => `${nameOf(item)}.${name}`) : [];
  });
  expect(unexplained).toEqual([]);
});

it.runIf(isHere('python'))('the filters of the command line bring back the same items', async () => {
  const decoded = await itemproof(['decode', '--schema', schemaFile], {
    input: items.map((item) => `${JSON.stringify({ item })}\n`).join(''),
  });
  expect({ code: decoded.code, stderr: decoded.stderr }).toEqual({ code: 1, stderr: '' });
  const lines = decoded.stdout.trimEnd().split('\n');
  expect(lines.map((line) => line.startsWith('{"error":'))).toEqual(items.map((item) => !codec.decode(item).ok));
  const right = lines.filter((line) => !line.startsWith('{"error":'));
  const encoded = await itemproof(['encode', '--schema', schemaFile], { input: right.join('\n') });
  expect({ code: encoded.code, stderr: encoded.stderr }).toEqual({ code: 0, stderr: '' });
  const again = encoded.stdout
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly item: JsonObject }).item);
  const original = items.filter((item) => codec.decode(item).ok);
  expect(again).toHaveLength(original.length);
  expect(original.filter((item, index) => !compareItems(item as JsonObject, again[index]).passed)).toEqual([]);
});

it.runIf(isHere('python'))('the calls that the library itself fails are known', () => {
  const errors = Object.entries(calls.failed).map(
    ([label, error]) => `${label}: ${error.slice(0, error.indexOf(':'))}`,
  );
  expect(errors).toEqual([
    'acquire of req-min: RateLimiterUnavailable',
    'acquire of tokens.day: RateLimiterUnavailable',
    'update_snapshot of ttl: ClientError',
  ]);
});

function model() {
  const compiled = compileSchema(schemaFile, readFileSync(packagePath(schemaFile), 'utf8')).model;
  if (compiled === undefined) throw new Error('the shipped schema does not compile');
  return compiled;
}

function nameOf(item: Item): string {
  const identified = codec.identify(item);
  return identified.ok ? identified.value.name : `unknown: ${JSON.stringify(item)}`;
}

async function fill({ endpoint, region, accessKeyId, secretAccessKey }: StoreConnection): Promise<typeof calls> {
  const program = 'harness/implementations/zae-limiter/real_items.py';
  const args = ['--endpoint', endpoint, '--region', region, '--table', table];
  const { code, stdout, stderr } = await command(packagePath('.itemproof/venv/bin/python'), [program, ...args], {
    environment: { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
  });
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as typeof calls;
}

/** Every item as the store has it. */
async function scan(connection: StoreConnection): Promise<readonly Item[]> {
  const wire = openWire(connection);
  const found: Item[] = [];
  try {
    for (let start: unknown; ; ) {
      const request = { TableName: table, ConsistentRead: true };
      const reply = await wire.send('Scan', start === undefined ? request : { ...request, ExclusiveStartKey: start });
      if (!Array.isArray(reply['Items'])) throw new Error('a scan without items');
      found.push(...reply['Items'].map((item: unknown) => readItem(item, 'Scan')));
      start = reply['LastEvaluatedKey'];
      if (start === undefined || start === null) return found;
    }
  } finally {
    wire.close();
  }
}
