import { expect, it } from 'vitest';
import { emptyProject, smallConfig, smallSchema } from './support/project.ts';

it('looks at the vectors of one schema, and says which faults they find', async () => {
  const project = emptyProject();
  project.write('schema.yaml', smallSchema);
  const { code, stdout, stderr } = await project.run(['self-test', '--schema', 'schema.yaml']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^Schemas\n {2}orders: \d+ vectors, 0 redundant\n/);
  expect(stdout).toMatch(/^absent-as-null .* ● .* orders order\/minimal$/m);
  // The schema has no sets, which is nobody's fault.
  expect(stdout).toMatch(/^Has no place in this schema$/m);
  expect(stdout).toMatch(/^ {2}set-as-list \(item-encode\): A set is written as a list\.$/m);
  expect(stdout).toMatch(/\nhealthy codec: \d+ comparisons, 0 failures\n\d+ faults = \d+ killed \+ \d+ not found\n$/);
});

it('finds the schema in a configuration, and says the same as objects', async () => {
  const project = emptyProject();
  project.write('schema.yaml', smallSchema);
  project.write('itemproof.yaml', smallConfig);
  const { code, stdout } = await project.run(['self-test', '--config', 'itemproof.yaml', '--json']);
  expect(code).toBe(0);
  const events = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly [member: string]: unknown });
  expect(events[0]).toMatchObject({ type: 'schema', schema: 'orders', redundant: [] });
  expect(events.find(({ id }) => id === 'absent-as-null')).toMatchObject({
    type: 'fault',
    hazard: 'null-missing-vs-default',
    check: 'item-encode',
    killed: true,
    kills: [{ check: 'item-encode', schema: 'orders', vector: 'order/minimal' }],
  });
  expect(events.find(({ id }) => id === 'set-as-list')).toMatchObject({
    killed: false,
    kills: [],
    makes_a_difference: false,
    has_place: false,
  });
  const faults = events.filter(({ type }) => type === 'fault');
  const killed = faults.filter((fault) => fault['killed'] === true).length;
  expect(events.at(-1)).toMatchObject({
    type: 'summary',
    failures: 0,
    faults: faults.length,
    killed,
    not_found: faults.length - killed,
  });
});

it.each([
  [['--schema', 'absent.yaml'], 'itemproof: there is no schema file absent.yaml; name one with --schema FILE\n'],
  [['--config', 'absent.yaml'], 'itemproof: there is no configuration absent.yaml; name one with --config FILE\n'],
  [
    ['--schema', 'schema.yaml', '--config', 'itemproof.yaml'],
    'itemproof: --schema and --config both name a schema; give one of them\n',
  ],
])('%j is no use', async (options, stderr) => {
  expect(await emptyProject().run(['self-test', ...options])).toMatchObject({ code: 2, stdout: '', stderr });
});

it('a schema that is wrong is said to be wrong', async () => {
  const project = emptyProject();
  project.write('schema.yaml', smallSchema.replace('type: integer', 'type: int'));
  const { code, stdout, stderr } = await project.run(['self-test', '--schema', 'schema.yaml']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^schema\.yaml:\d+:\d+: error: /);
});
