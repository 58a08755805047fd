import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyOf, type Project, sharedProjects, smallProject } from './support/project.ts';

let small: Project;
const shared = sharedProjects();
afterAll(shared.removeAll);
beforeAll(async () => {
  small = await smallProject(shared.keep);
});

const items = 'vectors/order/items.json';

it('finds nothing in what was generated', async () => {
  const linted = await small.run(['vectors', 'lint']);
  expect(linted).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringMatching(/^vectors: \d+ vectors, 0 findings\n$/),
  });
  const checked = await small.run(['vectors', 'fmt', '--check']);
  expect(checked).toMatchObject({ code: 0, stderr: '', stdout: 'vectors: 5 files are in their form\n' });
});

const findings: readonly (readonly [string, (project: Project) => void, RegExp])[] = [
  [
    'an id that is there twice',
    (project) => project.replace(items, '"id": "order/minimal"', '"id": "order/complete"'),
    /^vectors\/order\/items\.json:\d+:13: error: the id "order\/complete" is there twice; the first one is vectors\/order\/items\.json:9 \[vector-duplicate\]$/m,
  ],
  [
    'a key that is there twice',
    (project) => project.replace(items, '"id": "order/minimal"', '"id": "order/minimal", "id": "order/minimal"'),
    /^vectors\/order\/items\.json:\d+:30: error: the key "id" stands twice in one mapping \[duplicate-key\]$/m,
  ],
  [
    'another text',
    (project) => project.replace(items, '"kind": "items",', '"kind":  "items",'),
    /^vectors\/order\/items\.json:6:11: error: the text is another one than is written for these vectors \[vector-format\]$/m,
  ],
  [
    'a file that is gone',
    (project) => project.remove(items),
    /^vectors\/manifest\.json:6:25: error: order\/items\.json is not there, though the manifest lists it \[vector-invalid\]$/m,
  ],
  [
    'a file that is not listed',
    (project) => project.write('vectors/order/more.json', '{}'),
    /^vectors\/manifest\.json:5:12: error: order\/more\.json is there, and the manifest does not list it \[vector-invalid\]$/m,
  ],
  [
    'a manifest that is written otherwise',
    (project) => project.replace('vectors/manifest.json', '"format": 1', '"format":1'),
    /^vectors\/manifest\.json:2:12: error: the text is another one/m,
  ],
];

it.each(findings)('finds %s, with its place', async (_what, change, expected) => {
  const project = copyOf(small);
  change(project);
  const { code, stdout, stderr } = await project.run(['vectors', 'lint']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(expected);
  expect(stdout).toMatch(/^vectors: \d+ vectors, 1 finding$/m);
});

it('finds a hazard that nobody registered, and knows what was meant', async () => {
  const project = copyOf(small);
  const [first = ''] = /"hazards": \["[a-z-]+"/.exec(project.read(items)) ?? [];
  project.replace(items, first, `${first.slice(0, -1)}s"`);
  const name = first.slice(first.indexOf('["') + 2, -1);
  const { code, stdout } = await project.run(['vectors', 'lint']);
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^vectors\/order\/items\.json:\d+:19: error: there is no hazard "[a-z-]+s" \[hazard-unknown\]$/m,
  );
  expect(stdout).toContain(`  help: did you mean "${name}"?\n`);
});

it('gives findings as events', async () => {
  const project = copyOf(small);
  project.replace(items, '"id": "order/minimal"', '"id": "order/complete"');
  const { code, stdout } = await project.run(['vectors', 'lint', '--json']);
  expect(code).toBe(1);
  const events = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(events).toMatchObject([
    { type: 'diagnostic', code: 'vector-duplicate', file: items, position: { column: 13 }, path: 'vectors[1].id' },
    { type: 'summary', findings: 1 },
  ]);
});

it('cannot look at what is no JSON', async () => {
  const project = copyOf(small);
  project.write(items, project.read(items).slice(0, 500));
  for (const verb of ['lint', 'fmt']) {
    const { code, stdout, stderr } = await project.run(['vectors', verb]);
    expect(code).toBe(2);
    expect(`${stdout}${stderr}`).toMatch(/^vectors\/order\/items\.json:\d+:\d+: error: .* \[json-syntax\]$/m);
  }
});

it('brings files into their form, and changes nothing else', async () => {
  const project = copyOf(small);
  const before = project.read(items);
  const manifest = project.read('vectors/manifest.json');
  const { vectors, ...head } = JSON.parse(before) as { vectors: { id: string; description: string }[] };
  const shuffled = vectors.reverse().map(({ id, ...rest }) => ({ ...rest, id }));
  project.write(items, JSON.stringify({ vectors: shuffled, ...head }, null, 4));
  const linted = await project.run(['vectors', 'lint']);
  expect(linted.code).toBe(1);
  expect(linted.stdout).toContain('the vector "order/complete" stands behind one that belongs after it');
  const checked = await project.run(['vectors', 'fmt', '--check']);
  expect(checked).toMatchObject({ code: 1, stdout: `${items} is not in its form\nrun "itemproof vectors fmt"\n` });
  expect(project.read(items)).not.toBe(before);
  const formatted = await project.run(['vectors', 'fmt', '--json']);
  expect(formatted.code).toBe(0);
  expect(formatted.stdout).toBe(
    `{"type":"changed","file":"${items}"}\n{"type":"summary","files":5,"changed":1,"written":true}\n`,
  );
  expect([project.read(items), project.read('vectors/manifest.json')]).toEqual([before, manifest]);
});

it('keeps what a vector says, and a file that somebody changed is still one', async () => {
  const project = copyOf(small);
  const before = project.read(items);
  project.replace(items, '"description": "', '"description":   "Oh: ');
  expect(await project.run(['vectors', 'fmt'])).toMatchObject({ code: 0, stdout: 'vectors: 5 files, 1 changed\n' });
  expect(project.read(items)).toBe(before.replace('"description": "', '"description": "Oh: '));
  const verified = await project.run(['vectors', 'verify']);
  expect(verified.code).toBe(1);
  expect(verified.stdout).toContain('sha256 differs');
});

it('refuses a number that would be another one, and writes nothing', async () => {
  const project = copyOf(small);
  const path = 'vectors/order/refusals.json';
  project.replace(path, '"record": {', '"record":  {"mine":9007199254740993,');
  project.replace(items, '"kind": "items",', '"kind":  "items",');
  const before = [project.read(path), project.read(items)];
  const { code, stderr } = await project.run(['vectors', 'fmt']);
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^vectors\/order\/refusals\.json:\d+:\d+: error: the number 9007199254740993 would become another one \[vector-invalid\]$/m,
  );
  expect([project.read(path), project.read(items)]).toEqual(before);
});

it('touches no file that is right already', async () => {
  const project = copyOf(small);
  const place = join(project.folder, items);
  const before = statSync(place);
  expect(await project.run(['vectors', 'fmt'])).toMatchObject({ code: 0, stdout: 'vectors: 5 files, 0 changed\n' });
  expect(statSync(place)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
});

it('says what to do where there are no vectors', async () => {
  for (const verb of ['lint', 'fmt', 'list', 'coverage'])
    expect(await small.run(['vectors', verb, '--vectors', 'nowhere'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr:
        'itemproof: there are no vectors in nowhere; write them with "itemproof vectors generate --vectors nowhere", or name another folder with --vectors\n',
    });
});
