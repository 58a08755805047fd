import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CommandOptions, Ended } from '../e2e/support/command.ts';
import { copyOf, type Project, sharedProjects, smallProject } from './support/project.ts';

// A vector that somebody writes down: it is computed or compared, stored beside those that are generated, and stays.

let small: Project;

const shared = sharedProjects();
afterAll(shared.removeAll);

beforeAll(async () => {
  small = await smallProject(shared.keep);
});

const record = { order_id: 'a1', total: '7', note: 'x"y' };

function add(project: Project, kind: string, given: object | string, ...options: readonly string[]): Promise<Ended> {
  const input = typeof given === 'string' ? given : JSON.stringify(given);
  const description = options.includes('--description') ? [] : ['--description', 'A quote in the note'];
  const args = ['vectors', 'add', '--record-type', 'order', '--kind', kind, ...description, ...options];
  return project.run(args, { input } as CommandOptions);
}

it('computes what is left out, and every other command takes the vector as one of its own', async () => {
  const project = copyOf(small);
  const added = await add(project, 'items', { record }, '--hazard', 'str-json-escape');
  expect(added).toMatchObject({
    code: 0,
    stderr: '',
    stdout: 'added order/a-quote-in-the-note to vectors/order/items.json\n',
  });
  const { vectors } = JSON.parse(project.read('vectors/order/items.json')) as { readonly vectors: readonly object[] };
  expect(vectors.at(-1)).toEqual({
    id: 'order/a-quote-in-the-note',
    description: 'A quote in the note',
    origin: 'added',
    hazards: ['str-json-escape'],
    record,
    keys: { primary: { PK: { S: 'ORDER#a1' }, SK: { S: '#META' } } },
    item: { PK: { S: 'ORDER#a1' }, SK: { S: '#META' }, order_id: { S: 'a1' }, total: { N: '7' }, note: { S: 'x"y' } },
  });
  for (const args of [['generate', '--check'], ['verify'], ['lint'], ['fmt', '--check'], ['generate']])
    expect(await project.run(['vectors', ...args]), args.join(' ')).toMatchObject({ code: 0 });
  const listed = await project.run(['vectors', 'list', '--hazard', 'str-json-escape', '--kind', 'items']);
  expect(listed.stdout).toContain('order/a-quote-in-the-note ');
  const shown = await project.run(['vectors', 'show', 'order/a-quote-in-the-note']);
  expect(shown.stdout).toMatch(/^order\/a-quote-in-the-note \(items, added\)\nA quote in the note\n/);
  const exported = await project.run(['vectors', 'export', '--format', 'dynamodb-import']);
  expect(exported.stdout).toContain('"note":{"S":"x\\"y"}');
});

it.each([
  ['keys', { record }, 'keys'],
  [
    'reads',
    { item: { PK: { S: 'ORDER#b' }, SK: { S: '#META' }, order_id: { S: 'b' }, total: { N: '1' }, more: { S: 'x' } } },
    'reads',
  ],
  ['refusals', { op: 'item.encode', record: { order_id: 'A', total: '1' } }, 'refusals'],
  [
    'refusals',
    { op: 'key.parse', index: 'primary', key: { PK: { S: 'x' } }, error: { class: 'invalid-key' } },
    'refusals',
  ],
])('adds %s: %j', async (kind, given, file) => {
  const project = copyOf(small);
  expect(await add(project, kind, given, '--id', 'mine')).toMatchObject({
    code: 0,
    stdout: `added order/mine to vectors/order/${file}.json\n`,
  });
  expect(await project.run(['vectors', 'verify'])).toMatchObject({ code: 0 });
});

it('makes a file where the schema gives none, and says as JSON what was added', async () => {
  const project = copyOf(small);
  project.replace('schema.yaml', '    sk: "#META"\n', '    sk_pattern: "{note}"\n');
  project.replace('schema.yaml', 'max_length: 20 }', 'max_length: 20, enum: [b, a], required: true }');
  await project.run(['vectors', 'generate']);
  const entries = ['a', 'b'].map((note) => ({ record: { ...record, note } }));
  const added = await add(project, 'order', { index: 'primary', entries }, '--json');
  expect(added).toMatchObject({ code: 0 });
  expect(JSON.parse(added.stdout)).toMatchObject({
    type: 'added',
    file: 'vectors/order/order.json',
    kind: 'order',
    entries: [{ key: { SK: { S: 'a' } } }, { key: { SK: { S: 'b' } } }],
  });
  const backwards = await add(project, 'order', { index: 'primary', entries: entries.toReversed() });
  expect(backwards).toMatchObject({ code: 1 });
  expect(backwards.stdout).toContain('error: primary has entry 2 before entry 1 [vector-differs]');
});

it('compares what is said, and writes nothing where the schema says otherwise', async () => {
  const project = copyOf(small);
  project.write('case.json', `{\n  "record": ${JSON.stringify(record)},\n  "item": { "PK": { "S": "ORDER#a2" } }\n}\n`);
  const before = project.read('vectors/order/items.json');
  const { code, stdout } = await project.run([
    'vectors',
    'add',
    '--record-type',
    'order',
    '--kind',
    'items',
    '--description',
    'other',
    'case.json',
  ]);
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^case\.json:3:26: error: at item\.PK\.S: the case has "ORDER#a2", the schema gives "ORDER#a1" \[vector-differs\]\n/,
  );
  expect(project.read('vectors/order/items.json')).toBe(before);
});

it.each([
  [
    'items',
    { record: { order_id: 'A', total: '1' } },
    /^<stdin>:1:23: error: the schema refuses it: .*\[pattern\] \[vector-differs\]\n/,
  ],
  [
    'refusals',
    { op: 'item.encode', record },
    /^<stdin>:1:1: error: the schema accepts this, so that item\.encode need not refuse it/,
  ],
  [
    'refusals',
    { op: 'item.encode', record: {}, error: { rule: 'type' } },
    /at error\.rule: the case has "type", the schema gives "required"/,
  ],
])('calls a case of %s wrong: %j', async (kind, given, message) => {
  const { code, stdout } = await add(copyOf(small), kind, given);
  expect(code).toBe(1);
  expect(stdout).toMatch(message);
});

it('names the second fault of a refusal, and adds it', async () => {
  const one = await add(copyOf(small), 'refusals', { op: 'item.encode', record: { order_id: 'a', total: '-1' } });
  expect(one).toMatchObject({ code: 0, stderr: '' });
  const two = await add(copyOf(small), 'refusals', { op: 'item.encode', record: { order_id: 'A', total: '-1' } });
  expect(two.code).toBe(0);
  expect(two.stdout).toMatch(/^added order\//);
  expect(two.stderr).toMatch(/^itemproof: order\/\S+ has another fault too: .*total.* \[minimum\]\n {2}help: .*\n$/);
});

it('refuses a vector that is there already, by its id or by what it says, and names the other one', async () => {
  const project = copyOf(small);
  await add(project, 'items', { record });
  const again = await add(project, 'items', { record }, '--id', 'again');
  expect(again).toMatchObject({ code: 1 });
  expect(again.stdout).toContain(
    'this says the same as order/a-quote-in-the-note in vectors/order/items.json [vector-duplicate]',
  );
  const other = { record: { ...record, total: '8' } };
  expect((await add(project, 'items', other, '--id', 'order/complete', '--json')).stdout).toContain(
    'there is a vector order/complete in vectors/order/items.json already',
  );
  expect((await add(project, 'items', other)).stdout).toBe(
    'added order/a-quote-in-the-note-2 to vectors/order/items.json\n',
  );
});

it.each([
  ['a shape that is none', 'items', '{"record":{},"itm":{}}', [], /unknown key "itm".*\n(.*\n)*.*did you mean "item"/],
  ['a member of another operation', 'refusals', '{"op":"item.decode","item":{},"key":{}}', [], /unknown key "key"/],
  ['what is no JSON', 'items', '{"record":', [], /<stdin>:1:.*error: /],
  [
    'a number of JSON that would be another one',
    'refusals',
    '{"op":"item.encode","record":{"total":9007199254740993}}',
    [],
    /the number 9007199254740993 would become another one/,
  ],
  [
    'a hazard that nobody registered',
    'items',
    { record },
    ['--hazard', 'str-json-escap'],
    /there is no hazard "str-json-escap"; did you mean "str-json-escape"/,
  ],
  ['a name that is none', 'items', { record }, ['--id', 'a b'], /"a b" is no name of a vector/],
  [
    'a description that says nothing',
    'items',
    { record },
    ['--description', ' '],
    /a description says what the case is about/,
  ],
])('cannot use %s', async (_what, kind, given, options, message) => {
  const { code, stdout, stderr } = await add(copyOf(small), kind, given, ...options);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
});

it('keeps what was added when the schema changes, and everybody says that it is wrong', async () => {
  const project = copyOf(small);
  await add(project, 'items', { record });
  project.replace('schema.yaml', 'pk_pattern: "ORDER#{order_id}"', 'pk_pattern: "O#{order_id}"');
  const stale = await project.run(['vectors', 'verify']);
  expect(stale.stdout).toContain('order/a-quote-in-the-note: keys is stale: ');
  const generated = await project.run(['vectors', 'generate']);
  expect(generated).toMatchObject({ code: 1 });
  expect(generated.stderr).toContain(
    'itemproof: the added vector order/a-quote-in-the-note is wrong: item: at PK.S: the vector has "ORDER#a1", the schema gives "O#a1"\n',
  );
  expect(project.read('vectors/order/items.json')).toContain('"ORDER#a1"');
  expect(await project.run(['vectors', 'generate', '--check', '--json'])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('{"type":"wrong","id":"order/a-quote-in-the-note","member":"item"'),
  });
  expect((await project.run(['vectors', 'verify'])).stdout).toContain('order/a-quote-in-the-note: item differs: ');
  const run = await project.run(['run']);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toMatch(
    /vectors\/order\/items\.json:\d+:\d+: error: the added vector order\/a-quote-in-the-note is wrong: item: /,
  );
  expect(run.stderr).toContain('which keeps what was added as it is; or run "itemproof vectors recompute"');
});

it('loses nothing that was added: not with its record type, not with its id, not with a broken file', async () => {
  const project = copyOf(small);
  await add(project, 'items', { record }, '--id', 'note-shortest-2');
  const before = project.read('vectors/order/items.json');
  project.write('vectors/order/items.json', before.replace('"order/minimal"', '"order minimal"'));
  expect(await project.run(['vectors', 'generate'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('somebody added vectors here'),
  });
  project.write('vectors/order/items.json', before.replace('order/note-shortest-2', 'order/minimal'));
  expect(await project.run(['vectors', 'generate'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(
      'the schema gives vectors with the ids of some that somebody added: order/minimal (vectors/order/items.json); ',
    ),
  });
  project.write('vectors/order/items.json', before);
  project.replace('schema.yaml', '\n  order:\n', '\n  invoice:\n');
  // Nobody is advised to do what is refused then.
  for (const args of [['generate'], ['generate', '--check'], ['generate', '--forget-added']])
    expect(await project.run(['vectors', ...args])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('the schema has no record type "order", for which somebody added '),
    });
  expect(project.read('vectors/order/items.json')).toBe(before);
});
