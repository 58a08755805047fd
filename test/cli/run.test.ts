import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packagePath } from '../../harness/stores/package-root.ts';
import { itemproof } from '../e2e/support/command.ts';
import { expectTotalsToAddUp, readRun } from '../e2e/support/events.ts';
import { copyOf, emptyProject, type Project, sharedProjects, shippedProject, smallProject } from './support/project.ts';

let small: Project;

const shared = sharedProjects();
afterAll(shared.removeAll);

beforeAll(async () => {
  small = await smallProject(shared.keep);
});

const allOperations = '[key.build, key.parse, item.encode, item.decode, item.put, item.get]';
const escapeCharacter = '\u001b';

/** A configuration of the small project with one implementation, given what follows its name. */
function configure(project: Project, implementation: string): void {
  project.write(
    'itemproof.yaml',
    `schema: schema.yaml\nvectors: vectors\nimplementations:\n  mine:\n${implementation}`,
  );
}

function adapter(name: string, ...args: readonly string[]): string {
  return `    command: ${JSON.stringify(['node', packagePath('test', 'fixtures', 'adapters', name), ...args])}\n`;
}

const gaps = `    gaps: [{ ops: ${allOperations}, record_types: ["*"], reason: It is only here to be counted. }]\n`;

it('an implementation whose toolchain is absent is not run, and that is said', async () => {
  const environment = { PATH: pathWithOnlyNode(), CI: undefined };
  const args = ['run', '--record-type', 'version', '--check', 'key-build'];
  const { code, stdout, stderr } = await itemproof([...args, '--json'], { environment });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const run = readRun(stdout);
  expectTotalsToAddUp(run);
  expect(run.events.filter(({ type }) => type === 'absent')).toEqual([
    {
      type: 'absent',
      name: 'python',
      reason: 'python3 is not installed',
      do: expect.stringContaining('npm run setup'),
    },
    {
      type: 'absent',
      name: 'rust',
      reason: 'cargo is not installed',
      do: expect.stringContaining('https://rustup.rs'),
    },
    { type: 'absent', name: 'zae-limiter', reason: 'python3 is not installed', do: expect.stringContaining('Python') },
  ]);
  for (const { implementation, status, reason } of run.cases) {
    if (['reference', 'typescript'].includes(implementation)) expect(status).toBe('passed');
    else expect({ status, reason }).toEqual({ status: 'not_run', reason: expect.stringMatching(/ is not installed$/) });
  }
  const people = await itemproof(args, { environment });
  expect(people.code).toBe(0);
  expect(people.stdout).toMatch(/^Not run \(–\)\n(?: {2}.*\n)* {2}python: python3 is not installed; install Python/m);
});

it('in continuous integration an absent toolchain is an error, before anything is compared', async () => {
  const environment = { PATH: pathWithOnlyNode(), CI: 'true' };
  const { code, stdout, stderr } = await itemproof(['run', '--json'], { environment });
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toBe(
    'itemproof: python cannot take part: python3 is not installed [toolchain-missing]\n  help: install Python 3.11 or later, then run: npm run setup\n',
  );
});

it('where everybody is absent nothing is proven, and a run is not green', async () => {
  const project = copyOf(small);
  configure(project, `${adapter('echo.mjs')}    needs: { no-such-program: make it yourself }\n`);
  const environment = { CI: undefined };
  expect(await project.run(['run'], { environment })).toMatchObject({
    code: 3,
    stdout: '',
    stderr:
      'itemproof: mine cannot take part: no-such-program is not installed [toolchain-missing]\n  help: make it yourself\n',
  });
  // Whoever asks for the reference alone gets it.
  expect((await project.run(['run', '--implementation', 'reference'], { environment })).code).toBe(0);
});

it('an adapter that is not built is named, with what builds it', async () => {
  const project = copyOf(small);
  configure(project, '    command: [node, build/adapter.js]\n    build: make adapter\n');
  expect(await project.run(['run'])).toEqual({
    code: 3,
    signal: null,
    stdout: '',
    stderr:
      'itemproof: mine cannot start: there is no build/adapter.js (itemproof.yaml:4) [not-built]\n  help: run: make adapter; or: an argument with a "/" is a path here; one that is none can be given as --name=value, or in "environment"\n',
  });
  configure(project, '    command: [./adapter]\n');
  expect(await project.run(['run'])).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('\n  help: check "command" in the configuration\n'),
  });
});

it.each<[string, string, RegExp]>([
  [
    'is a folder',
    './vectors',
    /^itemproof: mine cannot start: \.\/vectors is no file \(itemproof\.yaml:4\) \[not-built\]\n {2}help: check "command" in the configuration\n$/,
  ],
  [
    'may not be executed',
    './schema.yaml',
    /^itemproof: mine cannot start: \.\/schema\.yaml is not executable \(itemproof\.yaml:4\) \[not-built\]\n {2}help: run: chmod \+x \.\/schema\.yaml\n$/,
  ],
])('a program that %s is no crash of an adapter', async (_what, program, message) => {
  const project = copyOf(small);
  configure(project, `    command: [${program}]\n`);
  expect(await project.run(['run'])).toMatchObject({ code: 3, stdout: '', stderr: expect.stringMatching(message) });
});

it('arguments that are folders, options or in the environment are not looked for as files', async () => {
  const project = copyOf(small);
  configure(
    project,
    `${adapter('echo.mjs', './vectors', '--type=text/plain')}    environment: { TYPE: text/plain }\n${gaps}`,
  );
  expect(
    await project.run(['run', '--check', 'key-build', '--implementation', 'reference', '--implementation', 'mine']),
  ).toMatchObject({ code: 0 });
});

it('an adapter that fails at the start makes the run red, and shows what it said', async () => {
  const project = copyOf(small);
  configure(project, adapter('exits-at-start.mjs'));
  const { code, stdout } = await project.run(['run', '--check', 'key-build']);
  expect(code).toBe(1);
  expect(stdout).toContain('✗ mine crashed at the start: exited with status 3\n    there is no database\n');
  expect(stdout).toMatch(/ of mine: its adapter could not be started$/m);
  const run = readRun((await project.run(['run', '--json'])).stdout);
  expectTotalsToAddUp(run);
  expect(
    new Set(run.cases.filter(({ implementation }) => implementation === 'mine').map(({ status }) => status)),
  ).toEqual(new Set(['not_run']));
});

it('what an adapter prints at the start is in the way of the protocol, and that is said', async () => {
  const project = copyOf(small);
  configure(project, adapter('banner.mjs'));
  const { stdout } = await project.run(['run', '--check', 'key-build']);
  expect(stdout).toContain(
    '✗ mine protocol-violation at the start: no JSON on standard output: "Fixture 1.0, all rights reserved"; standard output belongs to the protocol, so print to standard error\n',
  );
});

it('an adapter that fails at the start, and nobody else to compare, is no finding: nothing was compared', async () => {
  const project = copyOf(small);
  configure(project, adapter('exits-at-start.mjs'));
  const { code, stdout } = await project.run(['run', '--implementation', 'mine', '--check', 'key-build']);
  expect(code).toBe(3);
  expect(stdout).toContain('✗ mine crashed at the start: exited with status 3\n');
  expect(stdout).toMatch(/ not run: nothing was compared\n$/);
});

it('a part that is only a gap of somebody is no finding about them, and a whole run without them is one', async () => {
  const project = copyOf(small);
  configure(project, adapter('echo.mjs') + gaps);
  const part = await project.run(['run', '--check', 'key-parse', '--record-type', 'order']);
  expect(part).toMatchObject({ code: 0, stdout: expect.stringContaining('It is only here to be counted.') });
  const whole = await project.run(['run']);
  expect(whole).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('✗ mine: nothing was compared, so nothing is proven about it\n'),
  });
});

it('an adapter that ends badly makes a run red in which every case passes', async () => {
  const project = copyOf(small);
  configure(project, adapter('exits-badly.mjs') + gaps);
  const { code, stdout } = await project.run(['run']);
  expect(code).toBe(1);
  expect(stdout).toContain('✗ mine ended badly after "bye": exited with status 7\n');
  expect(stdout).toMatch(/ \+ 0 failed \+ /);
});

it('an adapter that dies again and again is given up, and what it was not asked is not held against it', async () => {
  const project = shippedProject();
  configure(
    project,
    `${adapter('dies-always.mjs')}    gaps: [{ ops: ${allOperations.replace('key.build, ', '')}, record_types: ["*"], reason: It only builds keys. }]\n`,
  );
  const { code, stdout, stderr } = await project.run([
    'run',
    '--json',
    '--check',
    'key-build',
    '--record-type',
    'version',
  ]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  const run = readRun(stdout);
  expectTotalsToAddUp(run);
  const own = run.cases.filter(({ implementation }) => implementation === 'mine');
  expect(own.filter(({ status }) => status === 'failed')).toHaveLength(8);
  expect(new Set(own.filter(({ status }) => status === 'not_run').map(({ reason }) => reason))).toEqual(
    new Set(['mine was in too much trouble to be asked']),
  );
  expect(run.findings).toMatchObject([
    { problem: 'crashed', message: 'exited with status 5', cases: 8, stderr: 'segmentation fault, sort of' },
  ]);
  expect(run.summary.complaints).toEqual([
    'mine exited with status 5 before "bye"; it was started again 8 times, and no more\nsegmentation fault, sort of',
  ]);
});

it('a case that is answered twice is the one that is blamed, and its command shows it again', async () => {
  const project = copyOf(small);
  configure(project, adapter('answers-once-more.mjs', '999') + gaps.replace('key.build, ', ''));
  const { code, stdout } = await project.run(['run', '--json', '--check', 'key-build']);
  expect(code).toBe(1);
  const run = readRun(stdout);
  expectTotalsToAddUp(run);
  const twice = run.findings.filter(({ problem }) => problem === 'protocol-violation');
  expect(twice).toMatchObject([{ message: 'key.build was answered twice', cases: 1 }]);
  const [, , ...again] = (twice[0]?.replay ?? '').split(' ');
  const replayed = readRun((await project.run([...again, '--json'])).stdout);
  expect(replayed.findings).toMatchObject([{ message: 'key.build was answered twice', vector: twice[0]?.vector }]);
  expect([...run.summary.complaints, ...replayed.summary.complaints]).toEqual([]);
});

it('nothing compared is not green', async () => {
  const project = copyOf(small);
  configure(project, adapter('echo.mjs') + gaps);
  const { code, stdout } = await project.run(['run', '--implementation', 'mine']);
  expect(code).toBe(3);
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(
    /^(\d+) planned = 0 passed \+ 0 failed \+ 0 known \+ \1 not run: nothing was compared$/,
  );
  expect(await project.run(['run', '--implementation', 'mine', '--json'])).toMatchObject({ code: 3 });
});

it('a gap has to be acknowledged, and only while it is one', async () => {
  const project = copyOf(small);
  configure(project, adapter('echo.mjs'));
  const undeclared = readRun((await project.run(['run', '--json'])).stdout);
  expect(undeclared.summary.complaints).toHaveLength(6);
  expect(undeclared.summary.complaints).toContain(
    'mine does not support key.build of order, and its configuration does not say so; add it to "gaps" with a reason',
  );
  configure(project, adapter('hello-with.mjs', '{"merge":{"capabilities":{"key.build":true}}}') + gaps);
  const supported = await project.run(['run', '--json', '--check', 'item-encode']);
  expect(supported.code).toBe(1);
  expect(readRun(supported.stdout).summary.complaints).toEqual([
    'mine supports key.build of *, which itemproof.yaml:6 lists as a gap; remove it there',
  ]);
});

it('attributes that an adapter excuses itself from must exist, and be none of its key', async () => {
  const project = copyOf(small);
  const declared = { generated: { order: ['totl', 'PK'], ordr: ['note'] }, not_read: { order: ['note', 'SK'] } };
  configure(project, adapter('hello-with.mjs', JSON.stringify({ merge: declared })) + gaps);
  const { code, stdout } = await project.run(['run', '--json', '--check', 'key-build']);
  expect(code).toBe(1);
  expect(readRun(stdout).summary.complaints).toEqual([
    'mine declares as generated "totl" of order, and there is no such attribute; did you mean "total"?',
    'mine declares as generated "PK" of order, and the primary key has it, which is compared as it is',
    'mine declares as generated attributes of "ordr", and there is no such record type; did you mean "order"?',
    'mine declares as not_read "SK" of order, and it is a key attribute, and keys are compared as they are',
  ]);
});

it('a failure that is expected and does not come is as red as one that is not expected', async () => {
  const project = emptyProject();
  const path = (part: string): string => JSON.stringify(packagePath(part));
  project.write(
    'itemproof.yaml',
    `schema: schema.yaml
vectors: vectors
implementations:
  typescript: { command: [node, ${path('dist/harness/implementations/typescript/rate-limits/adapter.js')}] }
known:
  - { implementation: typescript, check: key-build, vectors: [bucket/complete], reason: It was so once. }
`,
  );
  symlinkSync(packagePath('schema/domains/rate-limits/schema.yaml'), join(project.folder, 'schema.yaml'));
  symlinkSync(packagePath('vectors/rate-limits'), join(project.folder, 'vectors'));
  const { code, stdout } = await project.run(['run', '--implementation', 'typescript', '--vector', 'bucket/complete']);
  expect(code).toBe(1);
  expect(stdout).toContain(
    '✗ itemproof.yaml:6 expects typescript to fail key-build of bucket/complete, which passes; remove it there\n',
  );
});

it.each([
  ['a pipe', {}, false],
  ['NO_COLOR', { NO_COLOR: '1' }, false],
  ['FORCE_COLOR', { FORCE_COLOR: '1' }, true],
  ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, false],
  ['both', { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  ['an empty NO_COLOR', { NO_COLOR: '', FORCE_COLOR: '1' }, true],
] as const)('colour with %s', async (_what, environment, coloured) => {
  const args = ['run', '--implementation', 'reference', '--check', 'key-build'];
  const { code, stdout } = await small.run(args, { environment });
  expect(code).toBe(0);
  expect(stdout.includes(escapeCharacter)).toBe(coloured);
  const machine = await small.run([...args, '--json'], { environment });
  expect(machine.stdout).not.toContain(escapeCharacter);
});

/** A folder for PATH in which there is Node and nothing else. */
function pathWithOnlyNode(): string {
  const { folder } = emptyProject();
  mkdirSync(join(folder, 'bin'));
  symlinkSync(process.execPath, join(folder, 'bin', 'node'));
  return join(folder, 'bin');
}

it('what an adapter says is shown, and never obeyed', async () => {
  const project = copyOf(small);
  configure(project, adapter('rude.mjs') + gaps.replace('key.build, ', ''));
  const args = ['run', '--check', 'key-build', '--implementation', 'mine'];
  const { code, stdout } = await project.run(args);
  expect(code).toBe(1);
  expect(stdout).toContain('\n  mine: rude\\u{1b}[2J 1\\n2, javascript\n');
  expect(stdout).toContain(
    '\n  ✗ mine key-build: something unexpected happened: \\u{1b}[31mTraceback:\n        line 1\n        line 2\\u{7}\n    vector ',
  );
  expect(stdout).toContain('\n✗ mine ended badly after "bye": exited with status 9\n    \\u{1b}[31mbye\\u{9b}2J\n');
  expect(stdout).toContain(
    '\n✗ mine declares key.build of "ordre", and there is no such record type; did you mean "order"?\n',
  );
  const machine = await project.run([...args, '--json']);
  for (const text of [stdout, machine.stdout]) expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  expect(readRun(machine.stdout).findings[0]?.message).toBe(
    'something unexpected happened: \u001b[31mTraceback:\n  line 1\r\n  line 2\u0007',
  );
});

it('what an adapter wrote when it met something unexpected is shown, and that it may be about something else', async () => {
  const project = copyOf(small);
  configure(project, adapter('stumbles.mjs') + gaps.replace('key.build, ', ''));
  const args = ['run', '--check', 'key-build', '--implementation', 'mine'];
  const { code, stdout } = await project.run(args);
  expect(code).toBe(1);
  expect(stdout).toContain("\n  ✗ mine key-build: something unexpected happened: KeyError: 'sku'\n");
  expect(stdout).toMatch(
    /\n {4}note {5}stderr is what was written last, maybe about another request\n( {4}stderr {3}.*\n)* {4}stderr {3}Traceback of request \d+\n {4}stderr {5}KeyError: 'sku'\n {4}again /,
  );
  const [finding] = readRun((await project.run([...args, '--json'])).stdout).findings;
  expect(finding?.stderr).toMatch(/Traceback of request \d+\n {2}KeyError: 'sku'$/);
  expect(finding?.stderr?.split('\n').length).toBeLessThanOrEqual(20);
});

it('a store that is not the usual one is a warning, and the run goes on', async () => {
  const environment = { NODE_OPTIONS: `--require ${packagePath('test', 'fixtures', 'no-dynoxide.cjs')}` };
  const { code, stdout, stderr } = await small.run(['run', '--implementation', 'reference', '--json'], { environment });
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /^itemproof: warning: dynalite is used instead of dynoxide: dynoxide is not installed for this platform \(npm package (@dynoxide\/[a-z0-9]+-unheard-of)\); to compare more, run: npm install \1, or use --store dynamodb-local\n$/,
  );
  expect(readRun(stdout).events.find(({ type }) => type === 'store')).toMatchObject({ engine: 'dynalite' });
});

it.each([
  [['--index', 'primry'], 'there is no index "primry"; did you mean "primary"?'],
  [['--writer', 'referenc'], 'there is no implementation "referenc"; did you mean "reference"?'],
  [['--index', 'primary', '--check', 'key-build'], 'nothing to compare: no case is selected by all of these options'],
  [
    ['--writer', 'reference', '--implementation', 'reference', '--check', 'cross-read'],
    'nothing to compare: no case is selected by all of these options; a cross-read needs two implementations, one that writes and one that reads',
  ],
])('run %j: %s', async (options, message) => {
  expect(await small.run(['run', ...options])).toEqual({
    code: 2,
    signal: null,
    stdout: '',
    stderr: `itemproof: ${message}\n`,
  });
});

it('a quick run takes one vector of each hazard, and says so', async () => {
  const args = ['run', '--implementation', 'reference', '--check', 'item-encode', '--record-type', 'version'];
  const [whole, quick] = await Promise.all(
    [[], ['--quick']].map(async (more) => {
      const { code, stdout, stderr } = await itemproof([...args, ...more, '--json']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const run = readRun(stdout);
      expectTotalsToAddUp(run);
      return run;
    }),
  );
  const [first] = quick?.events ?? [];
  expect(whole?.events[0]).not.toHaveProperty('quick');
  expect(first).toMatchObject({ type: 'run', vectors: expect.any(Number), quick: expect.any(Number) });
  const vectorsOf = (run: typeof quick): readonly unknown[] => (run?.cases ?? []).map(({ vector }) => vector);
  expect(vectorsOf(quick).length).toBeLessThan(vectorsOf(whole).length / 2);
  expect(vectorsOf(whole)).toEqual(expect.arrayContaining([...vectorsOf(quick)]));
});

it('who names vectors and wants a quick run has chosen twice', async () => {
  const { code, stdout, stderr } = await itemproof(['run', '--quick', '--vector', 'version/minimal']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('--quick and --vector both choose vectors; give one of them');
});
