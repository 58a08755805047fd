import { expect, it } from 'vitest';
import { allGone, askMany, askOne, caseName, echoes, echoOf, startDriver } from './support/adapters.ts';

/** Long enough for a healthy adapter on a busy machine, short enough to wait for an unhealthy one. */
const shortDeadline = { deadline: 2_000 };
const window = 64;
const k = 20;

/** Programs that fail on case k, and what the driver has to make of it: k is to blame, and everybody else is answered. */
const culprits: readonly (readonly [
  program: string,
  args: readonly string[],
  verdict: { readonly [member: string]: unknown },
])[] = [
  ['exits-on-case.mjs', [], { kind: 'crashed', detail: 'exited with status 5' }],
  ['exits-in-answer.mjs', [], { kind: 'crashed', detail: 'exited with status 5 in the middle of "{\\"ok\\":{\\"ec"' }],
  ['killed-on-case.mjs', [], { kind: 'crashed', detail: 'was killed by SIGKILL' }],
  ['hangs-on-case.mjs', [], { kind: 'timeout', detail: 'no answer to key.build within 2 s' }],
  ['forgets-case.mjs', [], { kind: 'timeout', detail: 'no answer to key.build within 2 s' }],
  ['closes-stdout.mjs', [], { kind: 'timeout', detail: 'no answer to key.build within 2 s' }],
  [
    'garbage.mjs',
    [],
    { kind: 'protocol-violation', detail: 'no JSON on standard output: "{ id: 1, record: [Object] }"' },
  ],
  [
    'unknown-id.mjs',
    [],
    { kind: 'protocol-violation', detail: expect.stringMatching(/^an answer to request 10\d\d, which is not open$/) },
  ],
  ['huge-line.mjs', [], { kind: 'protocol-violation', detail: 'a line of more than 32 MiB' }],
  ['invalid-utf8.mjs', [], { kind: 'protocol-violation', detail: 'a line that is not UTF-8' }],
  ['internal.mjs', [], { kind: 'error', class: 'internal', message: "KeyError: 'parent_id'" }],
  ...(
    [
      ['{}', /^an answer has exactly one of "ok", "error" and "unsupported": /],
      ['{"ok":{},"error":{"class":"internal","message":""}}', /^an answer has exactly one of /],
      ['{"ok":[]}', /^"ok" has not the shape that the protocol gives it: /],
      ['{"error":{"class":"oops","message":"x"}}', /^"error" has not the shape that the protocol gives it: /],
      ['{"unsupported":true}', /^"unsupported" has not the shape that the protocol gives it: /],
    ] as const
  ).map(
    ([answer, detail]) =>
      ['wrong-answer.mjs', [answer], { kind: 'protocol-violation', detail: expect.stringMatching(detail) }] as const,
  ),
];

it.each(culprits)('%s %j: of all requests in flight, the one that did it is blamed', async (program, args, verdict) => {
  const { driver, pids } = await startDriver(
    program,
    [`case ${k}`, ...args],
    verdict['kind'] === 'timeout' ? shortDeadline : {},
  );
  expect(await askMany(driver, window)).toEqual(echoes(window, { [k]: verdict }));
  expect(await askMany(driver, 10, 100)).toEqual(Array.from({ length: 10 }, (_, index) => echoOf(100 + index)));
  expect(await driver.close()).toBeNull();
  await allGone(pids());
});

it('several requests may be to blame', async () => {
  const { driver, pids } = await startDriver('exits-on-case.mjs', ['case 0', 'case 31', 'case 63']);
  const crashed = { kind: 'crashed', detail: 'exited with status 5' };
  expect(await askMany(driver, 200)).toEqual(echoes(200, { 0: crashed, 31: crashed, 63: crashed }));
  expect(await driver.close()).toBeNull();
  await allGone(pids());
});

it('what it wrote to standard error before it died is kept', async () => {
  const { driver } = await startDriver('exits-on-case.mjs', ['case 7']);
  const seen = (
    await Promise.all(
      Array.from({ length: 64 }, async (_, index) => {
        const answer = await askOne(driver, `case ${index}`);
        return answer.kind === 'crashed' ? driver.stderr() : '';
      }),
    )
  ).join('');
  expect(seen).toBe('cannot bear case 7');
  await driver.close();
});

it('after too many deaths the rest is answered without being asked, and the end says why', async () => {
  const { driver, pids } = await startDriver('exits-on-case.mjs');
  const answers = await askMany(driver, 300);
  const crashed = { kind: 'crashed', detail: 'exited with status 5' };
  const gaveUp = { kind: 'crashed', detail: 'exited with status 5; it was started again 8 times, and no more' };
  expect(answers).toEqual(Array.from({ length: 300 }, (_, index) => (index < 8 ? crashed : gaveUp)));
  expect(answers.map(driver.gaveUp)).toEqual(answers.map((_, index) => index >= 8));
  const late = await askOne(driver, 'case 1');
  expect([late, driver.gaveUp(late)]).toEqual([gaveUp, true]);
  expect(pids()).toHaveLength(9);
  expect(await driver.close()).toBe('exited with status 5 before "bye"; it was started again 8 times, and no more');
  await allGone(pids());
});

it.each([
  ['exit', 'exited with status 6 before "bye", and answered the same requests after a new start'],
  [
    'print',
    'wrote to standard output what the protocol does not allow: no JSON on standard output: "cache refreshed", and answered the same requests after a new start',
  ],
])('trouble that no request repeats (%s) blames none, and is told at the end', async (how, complaint) => {
  const { driver, pids } = await startDriver('crashes-once.mjs', ['FOLDER/memory', how]);
  expect(await askMany(driver, 200)).toEqual(echoes(200));
  expect(await driver.close()).toBe(complaint);
  expect(pids()).toHaveLength(2);
  await allGone(pids());
});

it('a death while nothing is asked blames nobody who asks later, and is told at the end', async () => {
  const { driver, pids } = await startDriver('exits-when-idle.mjs', ['case 0']);
  expect(await askOne(driver, 'case 0')).toEqual(echoOf(0));
  await allGone(pids());
  // The process is gone; that its pipes are closed too is known a little later, and either way is fine.
  expect(await askMany(driver, 64, 1)).toEqual(Array.from({ length: 64 }, (_, index) => echoOf(index + 1)));
  expect(await driver.close()).toMatch(/^exited with status 4 before "bye", (while nothing was asked|and answered)/);
  await allGone(pids());
});

it('an exit before "bye" is a crash, even when everything was answered', async () => {
  const { driver, pids } = await startDriver('exits-when-idle.mjs', ['case 3']);
  expect(await askMany(driver, 4)).toEqual(echoes(4));
  await allGone(pids());
  expect(await driver.close()).toMatch(
    /^(exited with status 4 before "bye"|ended badly after "bye": exited with status 4)$/,
  );
});

it('an answer too many is held against the request that it answers, though that has its answer', async () => {
  const { driver, pids } = await startDriver('answers-twice.mjs', [`case ${k}`]);
  expect(await askMany(driver, window)).toEqual(echoes(window));
  expect(await driver.close()).toBeNull();
  expect([...driver.revoked()]).toEqual([
    [
      { op: 'key.build', record_type: 'x', record: { case: `case ${k}` } },
      { kind: 'protocol-violation', detail: 'key.build was answered twice' },
    ],
  ]);
  await allGone(pids());
});

it('so is one that comes while another request is asked alone, and that one is asked again', async () => {
  const { driver, pids } = await startDriver('answers-twice-late.mjs', ['case 20', 'case 30', 'case 31']);
  expect(await askMany(driver, window)).toEqual(echoes(window));
  expect(await driver.close()).toBeNull();
  expect([...driver.revoked().keys()]).toEqual(
    [20, 30, 31].map((index) => ({ op: 'key.build', record_type: 'x', record: { case: caseName(index) } })),
  );
  await allGone(pids());
});

it('so is one after "bye"', async () => {
  const { driver } = await startDriver('answers-twice.mjs', ['case 0']);
  expect(await askOne(driver, 'case 0')).toEqual(echoOf(0));
  expect(await driver.close()).toBeNull();
  expect(driver.revoked().size).toBe(1);
});

it('an adapter that answers everything twice is given up', async () => {
  const { driver, pids } = await startDriver('answers-twice.mjs');
  await askMany(driver, 64);
  expect(await driver.close()).toBe(
    'wrote to standard output what the protocol does not allow: key.build was answered twice; it was started again 8 times, and no more',
  );
  expect(driver.revoked().size).toBeGreaterThan(7);
  await allGone(pids());
});

it('a slow adapter is not late with the requests that wait in line', async () => {
  const { driver } = await startDriver('slow.mjs', ['60'], { deadline: 2_000 });
  expect(await askMany(driver, 64)).toEqual(echoes(64));
  expect(await driver.close()).toBeNull();
});

it('closing while requests are in flight answers them all', async () => {
  const { driver, pids } = await startDriver('hangs-on-case.mjs', ['case 0']);
  const answers = askMany(driver, 200);
  const closing = driver.close();
  expect((await answers).every(({ kind }) => kind !== 'ok')).toBe(true);
  expect(await closing).toBe('did not exit within 3000 ms of "bye"');
  expect(await askOne(driver, 'case 1')).toEqual({ kind: 'crashed', detail: 'the adapter is no longer running' });
  await allGone(pids());
});
