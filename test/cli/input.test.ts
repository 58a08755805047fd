import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  copyOf,
  echo,
  type Project,
  sharedProjects,
  smallConfig,
  smallProject,
  smallSchema,
} from './support/project.ts';

// Every input that a user writes: what is wrong with it is said with its place, and nothing is started.

let healthy: Project;

const shared = sharedProjects();
afterAll(shared.removeAll);

beforeAll(async () => {
  healthy = await smallProject(shared.keep);
});

type Broken = readonly [what: string, file: string, text: (healthy: string) => string, message: RegExp];

const replacing =
  (before: string, after: string) =>
  (healthy: string): string => {
    if (!healthy.includes(before)) throw new Error(`there is no ${before}`);
    return healthy.replace(before, () => after);
  };

const broken: readonly Broken[] = [
  [
    'a misspelt key of a schema',
    'schema.yaml',
    replacing('max_length: 12', 'max_lenght: 12'),
    /^schema\.yaml:14:55: error: unknown key "max_lenght" \[unknown-key\]\n {2}14 \| .*\n {5}\| +\^{10}\n {2}help: did you mean "max_length"\?\n$/,
  ],
  [
    'a schema that is no YAML',
    'schema.yaml',
    replacing('{ type: integer,', '{ type: integer'),
    /^schema\.yaml:15:\d+: error: .* \[yaml-syntax\]$/m,
  ],
  ['an empty schema', 'schema.yaml', () => '', /^schema\.yaml:1:1: error: the file is empty \[yaml-syntax\]$/m],
  [
    'a misspelt key of a configuration',
    'itemproof.yaml',
    (healthy) => `${healthy}stor: embedded\n`,
    /^itemproof\.yaml:6:1: error: unknown key "stor" \[unknown-key\]\n.*\n.*\n {2}help: did you mean "store"\?\n$/,
  ],
  [
    'an argument that no system takes',
    'itemproof.yaml',
    replacing('"]', '", "a\\0b"]'),
    /^itemproof\.yaml:5:\d+: error: the text has a NUL character \[value-invalid\]\n.*\n.*\n {2}help: no system takes it.*\n$/,
  ],
  [
    'a name of a variable that no system takes',
    'itemproof.yaml',
    (healthy) => `${healthy}    environment: { "A=B": x }\n`,
    /^itemproof\.yaml:6:20: error: the name of a variable has a "=" \[value-invalid\]\n/,
  ],
  [
    'a configuration without implementations',
    'itemproof.yaml',
    () => 'schema: schema.yaml\nvectors: vectors\n',
    /^itemproof\.yaml:1:1: error: .*"implementations".* \[missing-key\]$/m,
  ],
  [
    'an implementation that is known to fail and does not exist',
    'itemproof.yaml',
    (healthy) =>
      `${healthy}known:\n  - { implementation: ehco, check: raw-put, vectors: [order/complete], reason: Because it is so. }\n`,
    /^itemproof\.yaml:7:23: error: there is no implementation "ehco" \[reference-unknown\]\n.*\n.*\n {2}help: did you mean "echo"\?\n$/,
  ],
  [
    'a check in a known file that does not exist',
    'known.yaml',
    replacing('raw-put', 'raw-puts'),
    /^known\.yaml:3:12: error: .*"raw-puts".* \[value-invalid\]$/m,
  ],
  [
    'a known failure without a reason',
    'known.yaml',
    replacing('    reason: Because it is so.\n', ''),
    /^known\.yaml:2:5: error: .*"reason".* \[missing-key\]$/m,
  ],
  [
    'a manifest of another format',
    'vectors/manifest.json',
    replacing('"format": 1', '"format": 2'),
    /^vectors\/manifest\.json:2:13: error: "format" must be 1, and is 2 \[value-invalid\]$/m,
  ],
  [
    'a manifest that is cut off',
    'vectors/manifest.json',
    (healthy) => healthy.slice(0, 60),
    /^vectors\/manifest\.json:\d+:\d+: error: /m,
  ],
  [
    'a vector with a misspelt member',
    'vectors/order/items.json',
    replacing('"hazards"', '"hazard"'),
    /^vectors\/order\/items\.json:13:7: error: unknown key "hazard" \[unknown-key\]\n.*\n.*\n {2}help: did you mean "hazards"\?$/m,
  ],
  [
    'a vector with a member twice',
    'vectors/order/items.json',
    replacing('"id": ', '"id": "order/first",\n      "id": '),
    /^vectors\/order\/items\.json:10:7: error: .* \[duplicate-key\]$/m,
  ],
  [
    'vectors that are cut off',
    'vectors/order/items.json',
    (healthy) => healthy.slice(0, 400),
    /^vectors\/order\/items\.json:\d+:\d+: error: /m,
  ],
];

const knownFile = `known:
  - implementation: echo
    check: raw-put
    vectors: [order/complete]
    reason: Because it is so.
`;

it.concurrent.each(broken)('%s is located', async (_what, file, text, message) => {
  const project = copyOf(healthy);
  project.write('known.yaml', knownFile);
  if (file === 'known.yaml') project.write('itemproof.yaml', `${smallConfig}known_files: [known.yaml]\n`);
  project.write(file, text(project.read(file)));
  const { code, stdout, stderr } = await project.run(['run']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^ +at /m);
});

it.each([
  [
    'vectors/order/items.json',
    'vectors/order/items.json is missing, though vectors/manifest.json lists it; run "itemproof vectors generate"',
  ],
  [
    'vectors/manifest.json',
    'there are no vectors in vectors; write them with "itemproof vectors generate", or name another folder with --vectors',
  ],
])('%s that is missing is told from one that is wrong', async (file, message) => {
  const other = copyOf(healthy);
  other.remove(file);
  expect(await other.run(['run'])).toEqual({ code: 2, signal: null, stdout: '', stderr: `itemproof: ${message}\n` });
});

it('a vector file that no manifest lists is an error', async () => {
  const other = copyOf(healthy);
  other.write('vectors/order/more.json', other.read('vectors/order/items.json'));
  const { code, stderr } = await other.run(['run']);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'itemproof: vectors/order/more.json is not in vectors/manifest.json; remove it, or keep it elsewhere\n',
  });
});

it('vectors of another version of the schema are refused', async () => {
  const other = copyOf(healthy);
  other.replace('schema.yaml', 'maximum: 1000', 'maximum: 1001');
  const { code, stderr } = await other.run(['run']);
  expect(code).toBe(2);
  expect(stderr).toBe(
    'itemproof: the vectors in vectors were written for another version of schema.yaml; run "itemproof vectors generate" and look at the difference\n',
  );
});

it('a file of known failures that is not there is named with who names it', async () => {
  const other = copyOf(healthy);
  other.write('itemproof.yaml', `${smallConfig}known_files: [knwon.yaml]\n`);
  const { code, stderr } = await other.run(['run']);
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^itemproof\.yaml:\d+:15: error: there is no file knwon\.yaml \[reference-unknown\]\n(.*\n)* {2}help: correct "known_files:", whose paths are relative to this file\n$/,
  );
});

it('everything that is wrong with a configuration and its files is said at once', async () => {
  const other = copyOf(healthy);
  other.write('itemproof.yaml', `${smallConfig}stoer: embedded\nknown_files: [known.yaml, knwon.yaml, more.yaml]\n`);
  other.write('known.yaml', `${knownFile.replace('echo', 'ehco')}`);
  other.write('more.yaml', `${knownFile.replace('raw-put', 'rawput')}`);
  const { code, stderr } = await other.run(['run']);
  expect(code).toBe(2);
  expect(stderr.match(/^\S+: error: .*$/gm)?.map((line) => line.replace(/:\d+:\d+: error: /, ': '))).toEqual([
    'itemproof.yaml: unknown key "stoer" [unknown-key]',
    'known.yaml: there is no implementation "ehco" [reference-unknown]',
    'itemproof.yaml: there is no file knwon.yaml [reference-unknown]',
    'more.yaml: "check" cannot be "rawput" [value-invalid]',
  ]);
});

it('check says everything that is wrong with several files, for people and for programs', async () => {
  const other = copyOf(healthy);
  other.write('bad.yaml', smallSchema.replace('type: integer', 'type: int').replace('total:', 'total: &x'));
  other.write('worse.yaml', smallSchema.replaceAll('order_id', 'oder_id').replace('oder_id: {', 'order_id: {'));
  const people = await other.run(['check', 'schema.yaml', 'bad.yaml', 'worse.yaml']);
  expect({ code: people.code, stderr: people.stderr }).toEqual({ code: 2, stderr: '' });
  expect(people.stdout).toMatch(/^schema\.yaml: orders 1\.0\.0, 1 record type, 0 errors, 0 warnings, 0 waived$/m);
  expect(people.stdout).toMatch(/^bad\.yaml:15:\d+: error: /m);
  const programs = await other.run(['check', '--json', 'schema.yaml', 'bad.yaml', 'worse.yaml']);
  expect(programs.code).toBe(2);
  const events = programs.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly type: string; readonly file: string; readonly valid?: boolean });
  expect(events.filter(({ type }) => type === 'schema').map(({ file, valid }) => [file, valid])).toEqual([
    ['schema.yaml', true],
    ['bad.yaml', false],
    ['worse.yaml', expect.any(Boolean)],
  ]);
  expect(events.some(({ type, file }) => type === 'diagnostic' && file === 'bad.yaml')).toBe(true);
});

it('a deadline and an environment of an implementation are taken as they are written', async () => {
  const other = copyOf(healthy);
  other.write(
    'itemproof.yaml',
    `schema: schema.yaml\nvectors: vectors\nimplementations:\n  echo: { command: ${echo}, deadline_seconds: 0 }\n`,
  );
  const { code, stderr } = await other.run(['run']);
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^itemproof\.yaml:4:\d+: error: "deadline_seconds" must be more than 0, and is 0 \[value-invalid\]$/m,
  );
});
