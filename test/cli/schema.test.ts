import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { harnessCodes } from '../../harness/host/harness-codes.ts';
import { catalogue } from '../../src/diagnostics/catalogue.ts';
import { register } from '../unit/hazard/register.ts';
import { copyOf, emptyProject, type Project, sharedProjects, smallProject, smallSchema } from './support/project.ts';

// The commands for whoever writes a schema.

let healthy: Project;

const shared = sharedProjects();
afterAll(shared.removeAll);

beforeAll(async () => {
  healthy = await smallProject(shared.keep);
});

it('rules lists every code, for people and for programs', async () => {
  const codes = Object.keys(catalogue);
  const text = await healthy.run(['rules']);
  expect({ code: text.code, stderr: text.stderr }).toEqual({ code: 0, stderr: '' });
  const lines = text.stdout.trimEnd().split('\n');
  expect(lines.map((line) => line.split(' ')[0])).toEqual(codes);
  expect(lines).toContain(lines.find((line) => /^unknown-key +error +A key that nobody reads/.test(line)));
  const json = await healthy.run(['rules', '--json']);
  expect(
    json.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual(
    Object.entries(catalogue).map(([code, [severity, protects]]) => ({ type: 'rule', code, severity, protects })),
  );
});

it('explain shows why, a file that breaks the rule, and the file repaired', async () => {
  const { code, stdout, stderr } = await healthy.run(['explain', 'unknown-key']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^unknown-key \(error\)\nA key that nobody reads .*\n\n/);
  expect(stdout).toMatch(
    /\nThis breaks it:\n\n {2}table:\n[\s\S]*max_lenght[\s\S]*\nThis does not:\n\n[\s\S]*max_length/,
  );
});

it('explain shows a file of vectors where the rule is about them, and says why where it shows none', async () => {
  const shown = await healthy.run(['explain', 'json-syntax']);
  expect(shown.stdout).toMatch(/\nThis breaks it:\n\n {2}\{\n[\s\S]*\},\n {4}\]\n[\s\S]*\nThis does not:\n\n {2}\{\n/);
  const reason = 'No example is shown: it would have more than two million characters.';
  expect((await healthy.run(['explain', 'file-too-large'])).stdout).toMatch(new RegExp(`\\n\\n${reason}\\n$`));
  const { stdout } = await healthy.run(['explain', 'file-too-large', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ example: null, no_example: reason });
});

it('explain says the same as one object', async () => {
  const rule = await healthy.run(['explain', 'ttl-not-seconds', '--json']);
  expect({ code: rule.code, stderr: rule.stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(rule.stdout)).toMatchObject({ type: 'rule', code: 'ttl-not-seconds', finds: ['time-unit'] });
  const hazard = await healthy.run(['explain', 'time-unit', '--json']);
  expect(JSON.parse(hazard.stdout)).toEqual({ type: 'hazard', ...register().find(({ id }) => id === 'time-unit') });
});

it('explain knows the code of what keeps a command from its work', async () => {
  expect(await healthy.run(['explain', 'file-unreadable'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^file-unreadable\n.* is no UTF-8 text or may not be read\. .*\n$/) as string,
    stderr: '',
  });
  const { stdout } = await healthy.run(['explain', 'output-unwritable', '--json']);
  const meaning = harnessCodes['output-unwritable'];
  expect(JSON.parse(stdout)).toEqual({ type: 'trouble', code: 'output-unwritable', meaning });
  expect((await healthy.run(['explain', 'file-unreadble'])).stderr).toContain('did you mean "file-unreadable"?');
});

it('hazards lists the register, for people and for programs', async () => {
  const hazards = register();
  const text = await healthy.run(['hazards']);
  expect({ code: text.code, stderr: text.stderr }).toEqual({ code: 0, stderr: '' });
  const lines = text.stdout.trimEnd().split('\n');
  expect(lines.map((line) => line.split(/ {2,}/))).toEqual(hazards.map(({ id, effect, title }) => [id, effect, title]));
  const json = await healthy.run(['hazards', '--json']);
  const objects = json.stdout.trimEnd().split('\n');
  expect(objects.map((line) => JSON.parse(line) as unknown)).toEqual(
    hazards.map((hazard) => ({ type: 'hazard', ...hazard })),
  );
});

it('explain shows of a hazard what diverges, an example, who does it, what finds it and where it is known from', async () => {
  const { code, stdout, stderr } = await healthy.run(['explain', 'time-unit']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(
    /^time-unit \(silent-corruption\)\n.+\n\n.+\n\nExample: {2}.+\nWho: {6}.+\nFound by: items vectors, refusals vectors, ttl-not-seconds\nKnown from:\n {2}https:.+\n/,
  );
  expect((await healthy.run(['explain', 'ttl-not-seconds'])).stdout).toContain('\nFinds: time-unit\n');
});

it('a terminal is told how to find out more', async () => {
  const project = copyOf(healthy);
  project.replace('schema.yaml', 'max_length: 12', 'max_lenght: 12');
  const { stdout } = await project.run(['check'], { environment: { FORCE_COLOR: '1' } });
  expect(stdout).toContain('\n  more: itemproof explain unknown-key\n');
  expect((await project.run(['check'])).stdout).not.toContain('more:');
});

it('check goes through several files, each once, and fails if one of them does', async () => {
  const project = copyOf(healthy);
  project.write('bad.yaml', smallSchema.replace('max_length: 12', 'max_lenght: 12'));
  const { code, stdout } = await project.run(['check', 'schema.yaml', 'bad.yaml', 'schema.yaml']);
  expect(code).toBe(2);
  expect(stdout.match(/^\S+: (?:orders|\d+ error)/gm)).toEqual(['schema.yaml: orders', 'bad.yaml: 1 error']);
  const json = await project.run(['check', '--json', 'schema.yaml', 'bad.yaml']);
  const events = json.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly type: string; readonly file: string });
  expect(events.map(({ type, file }) => `${type} ${file}`)).toEqual([
    'schema schema.yaml',
    'diagnostic bad.yaml',
    'schema bad.yaml',
  ]);
});

it.each(['LOG_TOKENS', 'LOG_STREAM'])(
  '%s, which the YAML parser knows, writes nothing to standard output',
  async (name) => {
    const project = emptyProject();
    project.write('schema.yaml', smallSchema);
    const { code, stdout } = await project.run(['check', '--json'], { environment: { [name]: '1' } });
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([expect.objectContaining({ type: 'schema', valid: true })]);
  },
);

it('check says everything at once, and nothing that only follows', async () => {
  const project = copyOf(healthy);
  project.write(
    'schema.yaml',
    smallSchema
      .replace('max_length: 12', 'max_lenght: 12')
      .replace('maximum: 1000', 'maximum: -1')
      .replace('note: { type: string, max_length: 20 }', "note: { type: string, pattern: '[' }"),
  );
  const { code, stdout } = await project.run(['check']);
  expect(code).toBe(2);
  expect(stdout.match(/\[[a-z-]+\]$/gm)).toEqual(['[unknown-key]', '[value-conflict]', '[pattern-invalid]']);
});

it.each(['schema.yml', 'schema.json', 'schema/schema.yaml', 'docs/schema.yaml'])('finds %s', async (path) => {
  const project = emptyProject();
  project.write(
    path,
    smallSchema.replace(
      /^[\s\S]*$/,
      path.endsWith('json')
        ? '{"table":{"name":"orders","keys":{"primary":{"partition_key":"PK"}}},"record_types":{"order":{"pk":"O"}}}'
        : '$&',
    ),
  );
  const { code, stdout } = await project.run(['check']);
  expect({ code, first: stdout.split(':')[0] }).toEqual({ code: 0, first: path });
});

it('takes no guess when there are two schemas, and suggests init when there is none', async () => {
  const project = emptyProject();
  expect(await project.run(['check'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^itemproof: there is no schema: .* "itemproof init"\n$/) as string,
  });
  project.write('schema.yaml', smallSchema);
  project.write('docs/schema.yml', smallSchema);
  expect(await project.run(['check'])).toMatchObject({
    code: 2,
    stderr: 'itemproof: there are several schemas, schema.yaml and docs/schema.yml; name one of them\n',
  });
});

it('shows a hundred problems, and counts the rest', async () => {
  const project = emptyProject();
  const keys = Array.from({ length: 130 }, (_, index) => `      a${index}: { kind: string }\n`).join('');
  project.write('schema.yaml', `${smallSchema}${keys}`);
  const { stdout } = await project.run(['check']);
  expect(stdout.match(/\[unknown-key\]$/gm)).toHaveLength(100);
  expect(stdout).toMatch(/\n… and \d+ more, which --json shows\n/);
});

it('init writes files that are clean at once, and overwrites nothing', async () => {
  const project = emptyProject();
  const { code, stdout } = await project.run(['init', 'shop']);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout:
      'shop/schema.yaml\nshop/itemproof.yaml\nnext: cd shop && npx itemproof check && npx itemproof vectors generate && npx itemproof run --implementation reference\n',
  });
  expect((await project.run(['check', 'shop/schema.yaml'])).stdout).toContain('0 errors, 0 warnings');
  expect(await project.run(['vectors', 'generate', '--config', 'shop/itemproof.yaml'])).toMatchObject({
    code: 0,
    stderr: '',
  });
  const alone = ['run', '--implementation', 'reference', '--config', 'shop/itemproof.yaml'];
  expect(await project.run(alone)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/\n(\d+) planned = \1 passed \+ 0 failed \+ 0 known \+ 0 not run\n$/),
  });
  const before = project.read('shop/schema.yaml');
  project.write('shop/schema.yaml', `${before}# mine\n`);
  expect(await project.run(['init', 'shop'])).toMatchObject({ code: 2, stdout: '' });
  project.remove('shop/schema.yaml');
  expect(await project.run(['init', 'shop'])).toMatchObject({
    code: 2,
    stderr:
      'itemproof: shop/itemproof.yaml is there already, and is not overwritten; name another folder, or remove it\n',
  });
  expect(() => project.read('shop/schema.yaml')).toThrow();
});

it('init names a folder as a shell takes it', async () => {
  const { stdout } = await emptyProject().run(['init', "my owner's shop"]);
  expect(stdout).toContain("\nnext: cd 'my owner'\\''s shop' && npx itemproof check ");
});

it('no code is both that of a diagnostic and of what keeps a command from its work', () => {
  expect(Object.keys(harnessCodes).filter((code) => Object.hasOwn(catalogue, code))).toEqual([]);
});

it('schema writes the model, once each', async () => {
  const { code, stdout } = await healthy.run(['schema', '--json']);
  const model = JSON.parse(stdout) as {
    readonly tables: readonly unknown[];
    readonly recordTypes: readonly { readonly table: unknown; readonly attributes: readonly unknown[] }[];
  };
  expect([code, model.tables.length, model.recordTypes[0]?.table, model.recordTypes[0]?.attributes.length]).toEqual([
    0,
    1,
    'orders',
    3,
  ]);
  expect(stdout).not.toContain('automaton');
});

it('schema writes digests of the whole and of its parts', async () => {
  const { stdout } = await healthy.run(['schema', '--digest', '--schema', 'schema.yaml']);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.map((line) => line.replace(/^sha256:[0-9a-f]{64} /, ''))).toEqual([
    'schema orders 1.0.0',
    'record-type order',
    'index orders primary',
  ]);
  const project = copyOf(healthy);
  project.replace('schema.yaml', 'max_length: 20', 'max_length: 21');
  const changed = (await project.run(['schema', '--digest'])).stdout.trimEnd().split('\n');
  expect(changed.map((line, index) => line === lines[index])).toEqual([false, false, true]);
});

it('schema writes a JSON Schema that other judges understand', async () => {
  const { code, stdout } = await healthy.run(['schema', '--json-schema', 'order']);
  const validate = new Ajv2020({ strictTypes: false }).compile(JSON.parse(stdout) as object);
  expect([code, validate({ order_id: 'a1', total: '5' }), validate({ order_id: 'A1', total: '5' })]).toEqual([
    0,
    true,
    false,
  ]);
});
