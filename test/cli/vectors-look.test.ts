import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyOf, emptyProject, type Project, sharedProjects, smallConfig, smallProject } from './support/project.ts';

let small: Project;
const shared = sharedProjects();
afterAll(shared.removeAll);
beforeAll(async () => {
  small = await smallProject(shared.keep);
});

const linesOf = (stdout: string): readonly string[] => stdout.split('\n').slice(0, -1);

it('lists every vector, and needs no schema', async () => {
  const project = copyOf(small);
  project.remove('schema.yaml');
  const { code, stdout, stderr } = await project.run(['vectors', 'list']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const files = ['items', 'keys', 'reads', 'refusals'].map(
    (kind) => JSON.parse(project.read(`vectors/order/${kind}.json`)) as { vectors: { id: string }[] },
  );
  expect(linesOf(stdout).map((line) => line.split(' ')[0])).toEqual(
    files.flatMap(({ vectors }) => vectors.map(({ id }) => id)),
  );
  expect(stdout).toMatch(/^order\/complete +items {5}every attribute, with ordinary values$/m);
});

it('lists those of a kind, of a hazard and of a record type', async () => {
  const { stdout } = await small.run(['vectors', 'list', '--kind', 'refusals', '--hazard', 'null-vs-absent', '--json']);
  const vectors = linesOf(stdout).map((line) => JSON.parse(line) as { hazards: readonly string[] });
  expect(vectors.length).toBeGreaterThan(0);
  for (const vector of vectors)
    expect(vector).toMatchObject({
      type: 'vector',
      kind: 'refusals',
      record_type: 'order',
      hazards: expect.arrayContaining(['null-vs-absent']),
    });
  const all = await small.run(['vectors', 'list']);
  expect(linesOf(all.stdout).length).toBeGreaterThan(vectors.length);
  expect(await small.run(['vectors', 'list', '--record-type', 'order'])).toMatchObject({ code: 0, stdout: all.stdout });
});

it.each([
  [['list', '--record-type', 'ordr'], 'there is no record type "ordr"; did you mean "order"?'],
  [['list', '--hazard', 'null-vs-abesnt'], 'there is no hazard "null-vs-abesnt"; did you mean "null-vs-absent"?'],
  [['show', 'order/minimla'], 'there is no vector "order/minimla"; did you mean "order/minimal"?'],
  [['export', '--format', 'json', '--record-type', 'ordr'], 'there is no record type "ordr"; did you mean "order"?'],
  [['export', '--format', 'json', '--table', 'order'], 'there is no table "order"; did you mean "orders"?'],
])('says of %j what was meant', async (args, message) => {
  expect(await small.run(['vectors', ...args])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: `itemproof: ${message}\n`,
  });
});

it('says that nothing is like that', async () => {
  const { code, stdout, stderr } = await small.run(['vectors', 'list', '--hazard', 'bin-rust-vec-u8-is-list']);
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: '',
    stderr: 'itemproof: no vector of vectors is like that\n',
  });
});

it('shows one vector, to a reader and to a program', async () => {
  const { code, stdout } = await small.run(['vectors', 'show', 'order/minimal']);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^order\/minimal \(items\)\nno attribute that may be left out\nshows: only-required\n(finds: .*\n)?\nrecord\n {2}order_id {2}".*"\n {2}total {5}"\d+"\n\nkeys\n {2}primary\n {4}PK {2}\{"S":"ORDER#/,
  );
  const shown = await small.run(['vectors', 'show', 'order/minimal', '--json']);
  const file = JSON.parse(small.read('vectors/order/items.json')) as { vectors: { id: string }[] };
  expect(JSON.parse(shown.stdout)).toEqual({
    type: 'vector',
    record_type: 'order',
    kind: 'items',
    ...file.vectors.find(({ id }) => id === 'order/minimal'),
  });
});

it('finds every part of a schema in what was generated from it', async () => {
  const { code, stdout, stderr } = await small.run(['vectors', 'coverage', '--strict']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(
    /^order +3\/3 +1\/1 +1\/1\norder: (\d+) of \1 applicable scenarios\norders 1\.0\.0: \1 of \1 applicable scenarios\norders 1\.0\.0: 5 parts, 0 without a vector\n$/m,
  );
});

it('names the parts that no vector exercises, and is strict where that is asked', async () => {
  const project = copyOf(small);
  project.replace(
    'schema.yaml',
    'note: { type: string, max_length: 20 }',
    'note: { type: string, max_length: 20 }\n      colour: { type: string, enum: [red] }',
  );
  const { code, stdout } = await project.run(['vectors', 'coverage']);
  expect(code).toBe(0);
  expect(stdout).toContain(
    [
      'schema.yaml:17:7: order: no vector has the attribute colour',
      'schema.yaml:17:7: order: no vector has the enum colour = red',
      'order: no vector shows wrong-type at /colour',
    ].join('\n'),
  );
  expect(stdout).toContain('order: no vector shows unlisted-value at /colour\n');
  expect(stdout).toMatch(/\norder: (\d+) of (?!\1 )\d+ applicable scenarios\n/);
  expect(stdout).toContain('orders 1.0.0: 7 parts, 2 without a vector\n');
  const strict = await project.run(['vectors', 'coverage', '--strict', '--json']);
  expect(strict.code).toBe(1);
  const events = linesOf(strict.stdout).map((line) => JSON.parse(line) as object);
  expect(events.at(-1)).toMatchObject({ type: 'summary', parts: 7, without: 2 });
  expect(events).toContainEqual({
    type: 'scenario',
    record_type: 'order',
    scenario: 'unlisted-value',
    subject: '/colour',
    shown: false,
  });
  expect(events).toContainEqual({
    type: 'part',
    record_type: 'order',
    kind: 'enum',
    name: 'colour = red',
    accepted: 0,
    refused: 0,
    file: 'schema.yaml',
    line: 17,
    column: 7,
  });
});

it('exports vectors as an array, line by line, and into a file', async () => {
  const array = await small.run(['vectors', 'export', '--format', 'json']);
  const vectors = JSON.parse(array.stdout) as readonly { id: string; kind: string; schema: string }[];
  const lines = await small.run(['vectors', 'export', '--format', 'ndjson']);
  expect(linesOf(lines.stdout).map((line) => JSON.parse(line) as object)).toEqual(vectors);
  expect(new Set(vectors.map(({ kind }) => kind))).toEqual(new Set(['items', 'keys', 'reads', 'refusals']));
  const project = copyOf(small);
  const written = await project.run(['vectors', 'export', '--format', 'json', '--output', 'out/vectors.json']);
  expect(written).toMatchObject({ code: 0, stdout: '', stderr: '' });
  expect(project.read('out/vectors.json')).toBe(array.stdout);
});

it('exports no file that somebody changed', async () => {
  const project = copyOf(small);
  project.replace('vectors/order/items.json', '"description": "', '"description": "Oh: ');
  const { code, stdout, stderr } = await project.run(['vectors', 'export', '--format', 'json']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('is not the file that vectors/manifest.json describes');
});

it('exports what DynamoDB imports, and says how many keys there are', async () => {
  const { code, stdout, stderr } = await small.run(['vectors', 'export', '--format', 'dynamodb-import']);
  const lines = linesOf(stdout).map((line) => JSON.parse(line) as { Item: { PK: { S: string } } });
  expect(code).toBe(0);
  for (const line of lines)
    expect(line).toEqual({ Item: expect.objectContaining({ PK: { S: expect.any(String) }, SK: { S: '#META' } }) });
  const keys = new Set(lines.map(({ Item }) => Item.PK.S)).size;
  expect(stderr).toBe(`itemproof: ${lines.length} items with ${keys} keys; an import keeps one item for each key\n`);
});

const twoTables = `format: 1
name: shop
version: 1.0.0
tables:
  orders: { keys: { primary: { partition_key: PK } } }
  people: { keys: { primary: { partition_key: PK } } }
record_types:
  order: { table: orders, pk_pattern: "O#{id}", attributes: { id: { type: string, pattern: '[a-z]+', max_length: 9, required: true } } }
  person: { table: people, pk_pattern: "P#{id}", attributes: { id: { type: string, pattern: '[a-z]+', max_length: 9, required: true } } }
`;

it('imports into one table at a time', async () => {
  const project = emptyProject();
  project.write('schema.yaml', twoTables);
  project.write('itemproof.yaml', smallConfig);
  expect(await project.run(['vectors', 'generate'])).toMatchObject({ code: 0 });
  const command = ['vectors', 'export', '--format', 'dynamodb-import'];
  expect(await project.run(command)).toMatchObject({
    code: 2,
    stdout: '',
    stderr:
      'itemproof: an import fills one table, and these are items of orders, people; choose with --table or --record-type\n',
  });
  const byTable = await project.run([...command, '--table', 'people']);
  expect(byTable).toMatchObject({ code: 0, stdout: expect.stringMatching(/^(\{"Item":\{"PK":\{"S":"P#.*\n)+$/) });
  expect(await project.run([...command, '--record-type', 'person'])).toMatchObject({ code: 0, stdout: byTable.stdout });
});

it('exports no file of nothing', async () => {
  const project = emptyProject();
  project.write(
    'schema.yaml',
    twoTables.replace('record_types:', '  empty: { keys: { primary: { partition_key: PK } } }\nrecord_types:'),
  );
  project.write('itemproof.yaml', smallConfig);
  expect(await project.run(['vectors', 'generate'])).toMatchObject({ code: 0 });
  project.write('out.json', 'before');
  const command = ['vectors', 'export', '--format', 'json', '--output', 'out.json'];
  expect(await project.run([...command, '--record-type', 'order', '--table', 'people'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: 'itemproof: nothing to export: "order" is in table "orders", and not in "people"\n',
  });
  expect(await project.run([...command, '--table', 'empty'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: 'itemproof: nothing to export: no record type is in table "empty"\n',
  });
  expect(project.read('out.json')).toBe('before');
});
