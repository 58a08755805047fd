import { beforeAll, expect, it } from 'vitest';
import { isOnPath } from '../../harness/engine/participants.ts';
import { inCi } from '../../harness/host/wishes.ts';
import { type Ended, itemproof } from './support/command.ts';
import { expectTotalsToAddUp, type Run, readRun, recordTypeOf } from './support/events.ts';

/** Without a JDK there is no DynamoDB Local on a laptop. In CI its absence has to be seen. */
const withDynamoDbLocal = inCi(process.env) || ['java', 'javac', 'mvn'].every((tool) => isOnPath(tool, process.env));
const stores = ['embedded', ...(withDynamoDbLocal ? ['dynamodb-local'] : [])];

const ended = new Map<string, Ended>();
const runs = new Map<string, Run>();

beforeAll(async () => {
  for (const store of stores) {
    const result = await itemproof(['run', '--json', '--store', store]);
    ended.set(store, result);
    runs.set(store, readRun(result.stdout));
  }
}, 300_000);

function runOn(store: string): Run {
  const run = runs.get(store);
  if (run === undefined) throw new Error(`there was no run on ${store}`);
  return run;
}

/** The hand-written implementations that took part: all of them, but for those whose language a laptop does not have. */
function writersOf({ events }: Run): readonly string[] {
  const absent = events.flatMap((event) => (event.type === 'absent' ? [event.name] : []));
  return ['typescript', 'python', 'rust'].filter((name) => !absent.includes(name));
}

for (const store of stores) {
  it(`the shipped configuration is green on ${store}, and says nothing but its events`, () => {
    const { code, stderr } = ended.get(store) ?? {};
    expect(runOn(store).summary.complaints).toEqual([]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(runOn(store).events.find(({ type }) => type === 'store')).toMatchObject({ kind: store });
  });

  it(`every planned case is counted once on ${store}`, () => {
    expectTotalsToAddUp(runOn(store));
    expect(runOn(store).summary).toMatchObject({ failed: 0 });
  });

  it(`every record type is written and read by every pair on ${store}`, () => {
    const run = runOn(store);
    const writers = ['reference', ...writersOf(run)];
    const passed = new Set(
      run.cases
        .filter(({ status }) => status === 'passed')
        .map(
          (each) => `${each.check} ${recordTypeOf(each)} ${each.writer ?? each.implementation} ${each.implementation}`,
        ),
    );
    const recordTypes = [...new Set(run.cases.map(recordTypeOf))];
    expect(recordTypes).toHaveLength(13);
    const wanted = recordTypes.flatMap((recordType) =>
      writers.flatMap((writer) => [
        `raw-put ${recordType} ${writer} ${writer}`,
        `read-back ${recordType} ${writer} ${writer}`,
        ...writers
          .filter((reader) => reader !== writer)
          .map((reader) => `cross-read ${recordType} ${writer} ${reader}`),
      ]),
    );
    expect(wanted.filter((each) => !passed.has(each))).toEqual([]);
  });

  it(`the hand-written implementations have nothing known and no gap on ${store}`, () => {
    const run = runOn(store);
    const own = new Set(['reference', ...writersOf(run)]);
    expect(run.findings.filter(({ implementation }) => own.has(implementation))).toEqual([]);
    const notRun = run.cases.filter(
      ({ status, implementation, writer }) =>
        status === 'not_run' && own.has(implementation) && own.has(writer ?? implementation),
    );
    // A store may lack what a vector needs; nothing else keeps them from it.
    expect(notRun.filter(({ reason }) => reason?.startsWith('the store lacks ') !== true)).toEqual([]);
  });

  it(`the published library took part on ${store}, with its gaps and what is known of it`, () => {
    const run = runOn(store);
    if (run.events.some((event) => event.type === 'absent' && event.name === 'zae-limiter')) return;
    const own = run.cases.filter(({ implementation }) => implementation === 'zae-limiter');
    const passedChecks = new Set(own.filter(({ status }) => status === 'passed').map(({ check }) => check));
    const lacks = run.events.flatMap((event) => (event.type === 'store' ? event.lacks : []));
    const inStore = lacks.includes('transactions') ? [] : ['raw-put', 'read-back', 'cross-read'];
    expect([...passedChecks]).toEqual(
      expect.arrayContaining(['key-build', 'key-parse', 'item-encode', 'item-decode', ...inStore]),
    );
    const gaps = run.events.flatMap((event) => (event.type === 'gap' ? [event] : []));
    expect(new Set(gaps.map(({ implementation }) => implementation))).toEqual(new Set(['zae-limiter']));
    // A reason of a gap or of a known difference is never empty.
    for (const { status, reason } of own)
      if (status === 'known' || status === 'not_run') expect(reason?.length).toBeGreaterThan(10);
  });
}

it('a second run says the same, character for character', async () => {
  const again = await itemproof(['run', '--json', '--store', 'embedded']);
  const first = ended.get('embedded')?.stdout.split('\n') ?? [];
  const second = again.stdout.split('\n');
  expect(second.filter((line, index) => line !== first[index])).toEqual([]);
  expect(second).toHaveLength(first.length);
});

it.runIf(withDynamoDbLocal)('the stores differ in nothing but what they lack', () => {
  const outcomes = (store: string): ReadonlyMap<string, string> =>
    new Map(
      runOn(store).cases.map(({ status, reason = '', ...rest }) => {
        const lacking = reason.startsWith('the store lacks ');
        return [JSON.stringify(rest), lacking ? 'lacking' : `${status} ${reason}`];
      }),
    );
  const embedded = outcomes('embedded');
  const local = outcomes('dynamodb-local');
  expect([...local.keys()]).toEqual([...embedded.keys()]);
  const comparable = [...embedded].filter(([id, outcome]) => ![outcome, local.get(id)].includes('lacking'));
  expect(comparable.length).toBeGreaterThan(embedded.size * 0.9);
  expect(comparable.filter(([id, outcome]) => local.get(id) !== outcome)).toEqual([]);
});

it('the report for people has the same totals', async () => {
  const { code, stdout } = await itemproof(['run', '--record-type', 'bucket', '--check', 'key-build']);
  const machine = await itemproof(['run', '--record-type', 'bucket', '--check', 'key-build', '--json']);
  const { summary } = readRun(machine.stdout);
  expect(code).toBe(0);
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(
    `${summary.planned} planned = ${summary.passed} passed + 0 failed + 0 known + ${summary.not_run} not run`,
  );
});
