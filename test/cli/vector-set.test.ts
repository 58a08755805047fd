import { afterAll, beforeAll, expect, it } from 'vitest';
import { sha256 } from '../../src/vector/format.ts';
import { suiteHash } from '../../src/vector/manifest.ts';
import { copyOf, type Project, sharedProjects, shippedProject, smallProject } from './support/project.ts';

// Whoever takes a vector away mends the hashes as well. What the schema gives cannot be mended.

let small: Project;
let shipped: Project;

const shared = sharedProjects();
afterAll(shared.removeAll);

beforeAll(async () => {
  small = await smallProject(shared.keep);
  shipped = shippedProject(shared.keep);
});

type Vector = { readonly id: string; readonly description: string };
type Manifest = {
  schema: { version: string };
  suite_sha256: string;
  files: { [path: string]: { vectors: number; sha256: string } };
};

const quick = ['run', '--implementation', 'reference', '--check', 'key-build'];
const help = '  help: run "itemproof vectors generate" and look at the difference';

function changeManifest(project: Project, change: (manifest: Manifest) => void): void {
  const manifest = JSON.parse(project.read('vectors/manifest.json')) as Manifest;
  change(manifest);
  manifest.suite_sha256 = suiteHash(manifest.files);
  project.write('vectors/manifest.json', JSON.stringify(manifest, null, 2));
}

/** Changes the vectors of a file, and mends the manifest so that hash and count are right. */
function tamper(project: Project, path: string, change: (vectors: readonly Vector[]) => readonly Vector[]): void {
  const file = JSON.parse(project.read(`vectors/${path}`)) as { vectors: readonly Vector[] };
  file.vectors = change(file.vectors);
  const text = JSON.stringify(file, null, 2);
  project.write(`vectors/${path}`, text);
  changeManifest(project, ({ files }) => {
    files[path] = { vectors: file.vectors.length, sha256: sha256(text) };
  });
}

const tampered: readonly (readonly [
  what: string,
  change: (vectors: readonly Vector[]) => readonly Vector[],
  run: RegExp,
  verify: RegExp,
])[] = [
  [
    'missing',
    (vectors) => vectors.slice(1),
    /^vectors\/order\/items\.json:7:3: error: the vector order\/complete is missing, though the schema gives it \[vector-differs\]$/m,
    /^order\/complete: is missing: vectors\/order\/items\.json:7:3: /m,
  ],
  [
    'changed in what no codec looks at',
    ([first, ...rest]) => [{ ...first, description: 'Oh' } as Vector, ...rest],
    /^vectors\/order\/items\.json:9:7: error: the vector order\/complete was changed: at description: the vector has "Oh", the schema gives "[^"]+" \[vector-differs\]$/m,
    /^order\/complete: was changed: vectors\/order\/items\.json:9:7: /m,
  ],
  [
    'superfluous',
    ([first, ...rest]) => [{ ...first, id: 'order/mine' } as Vector, first as Vector, ...rest],
    /^vectors\/order\/items\.json:9:7: error: the schema gives no vector order\/mine \[vector-differs\]$/m,
    /^order\/mine: is superfluous: vectors\/order\/items\.json:9:7: /m,
  ],
  [
    'there twice',
    ([first, ...rest]) => [first as Vector, first as Vector, ...rest],
    /^vectors\/order\/items\.json:\d\d+:7: error: the vector order\/complete is there twice \[vector-differs\]$/m,
    /^order\/complete: is superfluous: vectors\/order\/items\.json:\d\d+:7: /m,
  ],
];

it.each(tampered)('a vector that is %s is found, though its hash is right', async (_what, change, run, verify) => {
  const project = copyOf(small);
  tamper(project, 'order/items.json', change);
  const ran = await project.run(quick);
  expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 2, stdout: '' });
  expect(ran.stderr).toMatch(run);
  expect(ran.stderr).toContain(help);
  const verified = await project.run(['vectors', 'verify']);
  expect({ code: verified.code, stderr: verified.stderr }).toEqual({ code: 1, stderr: '' });
  expect(verified.stdout).toMatch(verify);
  expect(verified.stdout).toMatch(/^vectors: \d+ vectors, 1 problem$/m);
});

it('a file that is gone from the manifest too is found', async () => {
  const project = copyOf(small);
  project.remove('vectors/order/refusals.json');
  changeManifest(project, ({ files }) => {
    delete files['order/refusals.json'];
  });
  const message = /order\/refusals\.json is missing, with \d+ vectors, though the schema gives it/;
  const ran = await project.run(quick);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toMatch(
    new RegExp(`^vectors/manifest\\.json:9:3: error: ${message.source} \\[vector-differs\\]$`, 'm'),
  );
  const verified = await project.run(['vectors', 'verify', '--json']);
  expect(verified.code).toBe(1);
  const [problem] = verified.stdout.split('\n').map((line) => JSON.parse(line || '{}') as object);
  expect(problem).toEqual({
    type: 'problem',
    id: 'order/refusals.json',
    kind: 'missing',
    message: expect.stringMatching(message),
    file: 'vectors/manifest.json',
    line: 9,
    column: 3,
    help: 'run "itemproof vectors generate" and look at the difference',
  });
});

it('a file in another order than the generator writes is not the one that the schema gives', async () => {
  const project = copyOf(small);
  tamper(project, 'order/items.json', (vectors) => vectors.toReversed());
  const { code, stderr } = await project.run(quick);
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^vectors\/order\/items\.json:7:3: error: order\/items\.json has the vectors that the schema gives, but is not the file that the schema gives \[vector-differs\]$/m,
  );
});

it('a run of one record type looks at no other', async () => {
  const project = copyOf(shipped);
  tamper(project, 'bucket/items.json', (vectors) => vectors.slice(1));
  const of = (...args: readonly string[]) => project.run([...quick, ...args]);
  expect(await of('--record-type', 'version')).toMatchObject({ code: 0 });
  expect(await of('--vector', 'version/complete')).toMatchObject({ code: 0 });
  expect(await of('--record-type', 'bucket')).toMatchObject({ code: 2 });
  expect(await of('--vector', 'bucket/complete')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('the vector bucket/complete is missing'),
  });
  expect(await of()).toMatchObject({ code: 2 });
});

it('a run that finds very many of them shows the first', async () => {
  const project = copyOf(shipped);
  tamper(project, 'bucket/items.json', (vectors) => vectors.map((each) => ({ ...each, description: 'Oh' })));
  const { code, stderr } = await project.run(quick);
  expect(code).toBe(2);
  expect(stderr.match(/ error: /g)).toHaveLength(20);
  expect(stderr).toMatch(/ \(and \d+ more\) \[vector-differs\]$/m);
});

it('a manifest of another version is stale to verify, as it is to run', async () => {
  const project = copyOf(small);
  changeManifest(project, ({ schema }) => {
    schema.version = '0.9.0';
  });
  const { code, stdout } = await project.run(['vectors', 'verify']);
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^manifest\.json: schema is stale: written for orders 0\.9\.0 sha256:\w+…, and the schema is now orders 1\.0\.0 sha256:\w+…$/m,
  );
  expect(await project.run(quick)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('were written for another version of schema.yaml'),
  });
});

it('a file that is cut off is said once, with the place where it ends', async () => {
  const project = copyOf(small);
  const path = 'vectors/order/items.json';
  project.write(path, project.read(path).slice(0, 700));
  for (const args of [quick, ['vectors', 'verify']]) {
    const { code, stdout, stderr } = await project.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.match(/error:/g)).toHaveLength(1);
    expect(stderr).toMatch(/^vectors\/order\/items\.json:\d+:\d+: error: the file ends too early \[json-syntax\]$/m);
    expect(stderr).toContain('help: restore it from version control, or run "itemproof vectors generate"');
  }
});
