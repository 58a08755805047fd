import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMine, copyOf, addedTo as items, type Project, sharedProjects, smallProject } from './support/project.ts';

// What somebody added is computed again after the schema has changed, and only then.

const shared = sharedProjects();
afterAll(shared.removeAll);

const manifest = 'vectors/manifest.json';

let added: Project;
/** After a change of the schema: a new attribute that a reader fills in, and a total that is one character longer at most. */
let changed: Project;

beforeAll(async () => {
  added = await smallProject(shared.keep);
  for (const id of ['m1', 'm2']) await addMine(added, id);
  const add = ['vectors', 'add', '--record-type', 'order', '--description', 'mine'];
  const cases: readonly (readonly [string, object])[] = [
    ['reads', { item: { PK: { S: 'ORDER#r1' }, SK: { S: '#META' }, order_id: { S: 'r1' }, total: { N: '7' } } }],
    ['keys', { record: { order_id: 'k1', total: '7' } }],
    ['refusals', { op: 'item.encode', record: { order_id: 'x1', total: '1001' } }],
  ];
  for (const [kind, content] of cases) {
    const { code, stdout, stderr } = await added.run([...add, '--kind', kind, '--id', kind], {
      input: JSON.stringify(content),
    });
    if (code !== 0) throw new Error(`${stdout}${stderr}`);
  }
  changed = copyOf(added);
  changed.replace(
    'schema.yaml',
    '      note:',
    '      state: { type: string, default: open, default_on: both }\n      note:',
  );
  await changed.run(['vectors', 'generate']);
});

it('leaves what is right as it is', async () => {
  const project = copyOf(added);
  expect(await project.run(['vectors', 'recompute'])).toMatchObject({
    code: 0,
    stdout: 'vectors: 5 added vectors, 0 recomputed\n',
    stderr: '',
  });
  expect([project.read(items), project.read(manifest)]).toEqual([added.read(items), added.read(manifest)]);
});

it('computes what the schema gives now, of all that were added', async () => {
  const project = copyOf(changed);
  expect(await project.run(['vectors', 'verify'])).toMatchObject({ code: 1 });
  const { code, stdout, stderr } = await project.run(['vectors', 'recompute']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.split('\n')).toEqual([
    `recomputed order/m1 in ${items}`,
    `recomputed order/m2 in ${items}`,
    'recomputed order/reads in vectors/order/reads.json',
    'vectors: 5 added vectors, 3 recomputed',
    '',
  ]);
  expect(await project.run(['vectors', 'show', 'order/m1'])).toMatchObject({
    stdout: expect.stringMatching(/^ {2}state {5}\{"S":"open"\}$/m),
  });
  for (const verb of ['verify', 'lint']) expect(await project.run(['vectors', verb])).toMatchObject({ code: 0 });
});

it('computes one by name, and tells a program', async () => {
  const project = copyOf(changed);
  const { code, stdout } = await project.run(['vectors', 'recompute', 'order/m2', '--json']);
  expect(code).toBe(0);
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    {
      type: 'recomputed',
      file: items,
      record_type: 'order',
      kind: 'items',
      id: 'order/m2',
      item: { state: { S: 'open' } },
    },
    { type: 'summary', added: 1, recomputed: 1 },
  ]);
  expect((await project.run(['vectors', 'verify'])).stdout).toMatch(/^order\/m1: /m);
});

it('writes nothing where the schema has another opinion of what is asked', async () => {
  const project = copyOf(added);
  project.replace('schema.yaml', 'maximum: 1000', 'maximum: 2000');
  project.replace('schema.yaml', "pattern: '[a-z0-9]+'", "pattern: '[a-z0-9]+', reserved: [m1]");
  await project.run(['vectors', 'generate']);
  const before = [project.read(items), project.read(manifest)];
  const { code, stdout, stderr } = await project.run(['vectors', 'recompute']);
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^order\/m1 cannot be recomputed: the schema refuses it: .*\[reserved\]\norder\/refusals cannot be recomputed: the schema accepts this, .*\n$/,
  );
  expect(stderr).toContain('nothing was written; "itemproof vectors show" shows what such a vector asks');
  const json = await project.run(['vectors', 'recompute', '--json']);
  expect(
    json.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { type: 'problem', id: 'order/m1' },
    { type: 'problem', id: 'order/refusals' },
  ]);
  expect([project.read(items), project.read(manifest)]).toEqual(before);
});

it.each([
  ['what the schema gives', 'order/minimal', 'only what somebody added can be recomputed; nothing was recomputed'],
  ['a name that nothing has', 'order/m3', 'there is no added vector "order/m3"; did you mean "order/m1"?'],
])('refuses %s', async (_what, id, message) => {
  const { code, stdout, stderr } = await added.run(['vectors', 'recompute', 'order/m1', id]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});

it('wants the vectors of the schema first', async () => {
  const project = copyOf(added);
  project.replace('schema.yaml', 'maximum: 1000', 'maximum: 2000');
  expect(await project.run(['vectors', 'recompute'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining(
      'the vectors in vectors were written for another version of the schema; run "itemproof vectors generate',
    ),
  });
});
