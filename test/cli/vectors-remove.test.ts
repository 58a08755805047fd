import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMine, copyOf, addedTo as items, type Project, sharedProjects, smallProject } from './support/project.ts';

// What somebody added is taken away by name, whatever the schema says by now.

const shared = sharedProjects();
afterAll(shared.removeAll);

const manifest = 'vectors/manifest.json';

let small: Project;
let added: Project;

beforeAll(async () => {
  small = await smallProject(shared.keep);
  added = copyOf(small);
  await addMine(added, 'm1');
  await addMine(added, 'm2');
});

it('leaves what was there before they were added', async () => {
  const project = copyOf(added);
  expect(await project.run(['vectors', 'remove', 'order/m2', 'order/m1'])).toMatchObject({
    code: 0,
    stdout: `removed order/m1 from ${items}\nremoved order/m2 from ${items}\n`,
    stderr: '',
  });
  expect([project.read(items), project.read(manifest)]).toEqual([small.read(items), small.read(manifest)]);
  const one = copyOf(added);
  const { code, stdout } = await one.run(['vectors', 'remove', 'order/m2', '--json']);
  expect({ code, event: JSON.parse(stdout) }).toMatchObject({
    code: 0,
    event: { type: 'removed', file: items, kind: 'items', id: 'order/m2', record: { order_id: 'm2' } },
  });
  expect(one.read(manifest)).toContain('"added":1');
  for (const verb of ['verify', 'lint']) expect(await one.run(['vectors', verb])).toMatchObject({ code: 0 });
});

it.each([
  ['what the schema gives', 'order/minimal', 'order/minimal comes from the schema, and only what somebody added'],
  ['a name that nothing has', 'order/m3', 'there is no added vector "order/m3"; did you mean "order/m1"?'],
])('refuses %s, and removes nothing', async (_what, id, message) => {
  const project = copyOf(added);
  const { code, stdout, stderr } = await project.run(['vectors', 'remove', 'order/m1', id]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect([project.read(items), project.read(manifest)]).toEqual([added.read(items), added.read(manifest)]);
});

it('takes away those of a record type that is gone, which generate names all', async () => {
  const project = copyOf(added);
  project.replace('schema.yaml', '\n  order:\n', '\n  invoice:\n');
  const where = `order/m1 (${items}), order/m2 (${items})`;
  expect(await project.run(['vectors', 'generate'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: `itemproof: the schema has no record type "order", for which somebody added ${where}; "itemproof vectors show" shows what they say, "itemproof vectors remove" takes them away, and then "itemproof vectors add" adds them for another record type; nothing was written\n`,
  });
  expect(await project.run(['vectors', 'verify'])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('\n"itemproof vectors show" shows what they say, "itemproof vectors remove" takes'),
  });
  expect(await project.run(['vectors', 'show', 'order/m1'])).toMatchObject({ code: 0 });
  expect(await project.run(['vectors', 'remove', 'order/m1', 'order/m2'])).toMatchObject({ code: 0 });
  expect(await project.run(['vectors', 'generate'])).toMatchObject({ code: 0 });
  expect(existsSync(join(project.folder, items))).toBe(false);
  expect(await project.run(['vectors', 'verify'])).toMatchObject({ code: 0 });
});

it('a file that somebody changed stays one', async () => {
  const project = copyOf(added);
  project.replace(items, '"description": "', '"description": "Oh: ');
  expect(await project.run(['vectors', 'remove', 'order/m1'])).toMatchObject({ code: 0 });
  expect(await project.run(['vectors', 'verify'])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('order/items.json: sha256 differs: '),
  });
});

it('verify advises it for an added vector that is wrong, and not to look at a difference', async () => {
  const project = copyOf(added);
  project.replace(items, '"total":{"N":"7"}', '"total":{"N":"8"}');
  // Takes the hash of what is there.
  expect(await project.run(['vectors', 'generate'])).toMatchObject({ code: 1 });
  const { code, stdout } = await project.run(['vectors', 'verify', '--schema', 'schema.yaml', '--vectors', 'vectors']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^order\/m1: item differs: /m);
  expect(stdout).toContain(
    'correct it, and run "itemproof vectors generate --schema schema.yaml --vectors vectors", which keeps what was added as it is; or run "itemproof vectors recompute --schema schema.yaml --vectors vectors", if the schema is right; or remove it with "itemproof vectors remove --vectors vectors"\n',
  );
  expect(stdout).not.toContain('look at the difference');
  expect(await project.run(['vectors', 'remove', 'order/m1'])).toMatchObject({ code: 0 });
  expect(await project.run(['vectors', 'verify'])).toMatchObject({ code: 0 });
});
