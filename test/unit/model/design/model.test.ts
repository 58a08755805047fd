import { expect, it } from 'vitest';
import { edited, healthyDesign, modelOf, reportsOf } from '../../../support/design.ts';
import { smallSchema } from '../../../support/small.ts';

const { design } = modelOf(healthyDesign);

it('has nothing to say about the healthy schema', () => {
  expect(reportsOf(healthyDesign)).toEqual([]);
});

it('is frozen through and through', () => {
  const parts = [design, design.tables[0]?.capacity?.autoscaling, design.operations[1]?.steps[0]?.changes[0]?.value];
  expect(parts.every((part) => part !== undefined && Object.isFrozen(part))).toBe(true);
});

it('is frozen with the automata of its patterns, and holds nothing that cannot be', () => {
  const found: unknown[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Object.isFrozen(value) || ArrayBuffer.isView(value)) found.push(value);
    for (const inner of Object.values(value)) visit(inner);
  };
  const model = modelOf(healthyDesign);
  expect(JSON.stringify(model)).toContain('"automaton"');
  visit(model);
  expect(found).toEqual([]);
});

it('fills in what a pattern does not say', () => {
  const [step] = design.accessPatterns.find(({ name }) => name === 'customer_and_orders')?.steps ?? [];
  expect(step).toMatchObject({
    index: 'primary',
    order: 'ascending',
    consistency: 'eventual',
    traffic: 'hot',
    rps: null,
    partition: [
      { component: 'tenant', value: { kind: 'parameter', name: 'tenant' } },
      { component: 'customer_id', value: { kind: 'parameter', name: 'customer_id' } },
    ],
    sort: { operator: 'begins_with', patterns: ['ORDER#A'] },
  });
});

it('keeps rates as they are written, and invents none', () => {
  const [first, second] = design.accessPatterns;
  expect([first?.rps, second?.rps]).toEqual([{ peak: '500', average: '200.5', source: 'load test' }, null]);
});

it('reads conditions as all of what they list', () => {
  const [step] = design.operations.find(({ name }) => name === 'send_order')?.steps ?? [];
  const test = (path: string, operator: string, literal: unknown): object => ({
    kind: 'test',
    path,
    operator,
    operands: [{ kind: 'literal', literal }],
  });
  const all = (...conditions: readonly object[]): object => ({ kind: 'all', conditions });
  expect(step?.condition).toEqual(
    all(
      test('status', 'equals', 'open'),
      test('search_key', 'present', true),
      { kind: 'any', conditions: [test('paid', 'equals', true), test('total', 'at_most', '0')] },
      { kind: 'not', condition: test('customer_name', 'starts_with', 'X') },
    ),
  );
});

it('reads what a value is one of, whatever stands for the values', () => {
  const text = edited(
    'condition: { status: [closed, sent],',
    'condition: { status: { in: [closed, { parameter: status }] },',
  );
  const [step] = modelOf(text).design.operations.find(({ name }) => name === 'forget_order')?.steps ?? [];
  const [first] = step?.condition?.kind === 'all' ? step.condition.conditions : [];
  expect(first).toEqual({
    kind: 'test',
    path: 'status',
    operator: 'in',
    operands: [
      { kind: 'literal', literal: 'closed' },
      { kind: 'parameter', name: 'status' },
    ],
  });
});

it('tells values from parameters and from other attributes', () => {
  const changes = design.operations.flatMap(({ steps }) => steps.flatMap((step) => step.changes));
  const valueAt = (path: string): unknown => changes.find((each) => each.path === path)?.value;
  expect([valueAt('details'), valueAt('customer_name'), valueAt('home.town'), valueAt('paid')]).toEqual([
    { kind: 'literal', literal: { reason: { note: 'a' } } },
    { kind: 'parameter', name: 'name' },
    { kind: 'attribute', path: 'home.street' },
    null,
  ]);
});

it('counts the time to live in seconds', () => {
  expect(design.recordTypes.find(({ name }) => name === 'order')?.ttl).toMatchObject({
    attribute: 'expires_at',
    from: 'placed_at',
    afterSeconds: 90 * 86_400 + 3_600,
    expired: 'absent',
  });
});

it('finds facets in maps, in lists of maps, and in those that are parameters', () => {
  expect(
    design.attributes.filter(({ classification }) => classification === 'sensitive').map(({ path }) => path),
  ).toEqual(['addresses[].street', 'home.street']);
});

it('calls a single table whose name is computed "table"', () => {
  const text = smallSchema('').replace('name: things,', 'name: { env: THINGS },');
  expect(modelOf(text).recordTypes.map(({ table }) => table.name)).toEqual(['table']);
});

it.each([
  ['a time to live', 'days: 90', 'days: 30'],
  ['a transition', 'open: [sent, closed]', 'open: [sent]'],
  ['who may edit', 'classification: private, user_editable: true', 'classification: private, user_editable: false'],
  ['nothing about who may edit', 'classification: private, user_editable: true', 'classification: private'],
  ['the name of a table', 'suffix: shop', 'suffix: shops'],
  ['capacity', 'read: 10', 'read: 11'],
  ['capacity of an index', 'read: 3', 'read: 2'],
  ['capacity of an index that was that of the table', ', capacity: { read: 3, write: 4 }', ''],
  ['a relation', 'on_missing: ignore', 'on_missing: reject'],
  ['a partition', 'customer_id: c1 }', 'customer_id: c2 }'],
  ['a sort condition', "begins_with: 'ORDER#A'", "begins_with: 'ORDER#B'"],
  ['a parameter', "default: '2030-01-01T00:00:00Z'", "default: '2031-01-01T00:00:00Z'"],
  ['a condition', 'total: { at_most: 0 }', 'total: { at_most: 1 }'],
  ['a value that is set', 'note: a', 'note: b'],
  ['a value called like an explanation', 'reason: { note: a }', 'owner: { note: a }'],
  [
    'that nothing is written any more',
    'read_only: { since: 1.0.0, reason: Another service keeps carts. }',
    'read_only: false',
  ],
  ['how something is unique', 'strategy: key', 'strategy: application'],
  ['what an export leaves out', 'omit: [password_hash]', 'omit: [password_hash, order_count]'],
])('the digest changes with %s', (_what, from, to) => {
  expect(modelOf(edited(from, to)).digest).not.toBe(modelOf(healthyDesign).digest);
});

it.each([
  ['an owner', 'owner: team-crm', 'owner: team-x'],
  ['what a table was called', 'renamed_from: mails', 'renamed_from: letters'],
  ['what an index was called', 'renamed_from: by_state', 'renamed_from: by_stage'],
  ['a formula', 'opened + days × 86400, uses: [opened, notes.days]', 'days × 86400'],
  ['who reads', 'readers: [dashboard]', 'readers: [dashboard, api]'],
  ['why there are such items', 'Whoever orders is known before.', 'They order.'],
  ['why nothing is written any more', '{ since: 1.0.0, reason: Another service keeps carts. }', 'true'],
  ['a reason', 'It was written just before.', 'Because.'],
  ['a rate', 'peak: 500', 'peak: 501'],
  ['a description', 'Orders and those who placed them.', 'Orders.'],
  ['a status', 'status: design_approved', 'status: draft'],
  ['a former name', 'renamed_from: client', 'renamed_from: patron'],
  ['an estimate', 'average: 3.5', 'average: 4'],
  ['an example', 'name: Ann }]', 'name: Eve }]'],
  ['who waits', 'path: cold', 'path: hot'],
  [
    'a default spelled out',
    'operation: query\n    table: shop\n    sort',
    'operation: query\n    order: ascending\n    table: shop\n    sort',
  ],
])('the digest does not change with %s', (_what, from, to) => {
  expect(modelOf(edited(from, to)).digest).toBe(modelOf(healthyDesign).digest);
});

it('the digest of a schema without design sections is that of its items alone', () => {
  const plain = smallSchema('a: { type: string }');
  const silent = smallSchema('a: { type: string, owner: me }', { top: 'status: draft' });
  expect(modelOf(silent).digest).toBe(modelOf(plain).digest);
});

it.each([
  ['{ days: -30, hours: 1 }', -2_588_400],
  ['true', 0],
  ['false', null],
])('knows how long from now default_now: %s is', (written, seconds) => {
  const text = edited('default_now: { days: -30, hours: 1 }', `default_now: ${written}`);
  const pattern = modelOf(text).design.accessPatterns.find(({ name }) => name === 'recent_orders');
  expect(pattern?.parameters.map(({ name, defaultNow }) => [name, defaultNow])).toEqual([
    ['since', seconds],
    ['until', null],
  ]);
});

it('an index without a capacity of its own has that of the table, written out or not', () => {
  const own = 'capacity: { read: 10, write: 5, autoscaling: { minimum: 5, maximum: 100, target_utilization: 70 } }';
  const written = edited('projection: { include: [status] }', `projection: { include: [status] }, ${own}`);
  const [table] = modelOf(healthyDesign).design.tables;
  expect(table?.indexCapacities).toEqual([
    { name: 'by_customer', capacity: table?.capacity },
    { name: 'by_status', capacity: { read: 3, write: 4, autoscaling: null } },
    { name: 'later', capacity: table?.capacity },
  ]);
  expect(modelOf(written).digest).toBe(modelOf(healthyDesign).digest);
});

it('tables and indexes know what they were called', () => {
  const [shop, emails] = modelOf(healthyDesign).design.tables;
  expect([shop?.renamedFrom, shop?.formerNames]).toEqual([null, [{ name: 'by_status', from: 'by_state' }]]);
  expect([emails?.renamedFrom, emails?.formerNames]).toEqual(['mails', []]);
});
