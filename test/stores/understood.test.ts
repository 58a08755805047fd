import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Driver } from '../../harness/drivers/driver.ts';
import type { RunningStore } from '../../harness/stores/store.ts';
import type { Answer } from '../../src/check/answer.ts';
import type { Request } from '../../src/protocol/messages.ts';
import type { JsonObject } from '../../src/value/json.ts';
import { compareAll, rightDriver, startWithTables } from './support/comparing.ts';

// Two vectors of the same content and key, each written by three: six items that are all the same.

let store: RunningStore;

beforeAll(async () => {
  store = await startWithTables();
});
afterAll(() => store.stop());

/** One that counts how often it is asked to read, and may do it wrong. */
function counting(
  name: string,
  change: Partial<Driver> = {},
): { readonly driver: Driver; readonly reads: () => number } {
  const right = { ...rightDriver(store, name), ...change };
  let reads = 0;
  const ask = (request: Request): ReturnType<Driver['ask']> => {
    if (request.op === 'item.get') reads++;
    return right.ask(request);
  };
  return { driver: { ...right, ask }, reads: () => reads };
}

async function readsOf(change: Partial<Driver> = {}, everyRead = false) {
  const [ada, bob, eve] = [counting('ada'), counting('bob'), counting('eve', change)];
  const { outcomes } = await compareAll(store, [ada.driver, bob.driver, eve.driver], everyRead);
  const judged = outcomes.filter(({ planned }) => ['read-back', 'cross-read'].includes(planned.check));
  expect(judged).toHaveLength(18);
  return {
    reads: [ada.reads(), bob.reads(), eve.reads()],
    failed: judged.filter(({ result }) => 'passed' in result && !result.passed).map(({ planned }) => planned),
    notRun: judged.filter(({ result }) => 'notRun' in result).length,
  };
}

it('asks a reader once for the same item of several writers', async () => {
  expect(await readsOf()).toEqual({ reads: [1, 1, 1], failed: [], notRun: 0 });
});

it('asks a reader for every item of every writer where that is wanted', async () => {
  expect(await readsOf({}, true)).toEqual({ reads: [6, 6, 6], failed: [], notRun: 0 });
});

it('asks again for an item that is not exactly the same', async () => {
  // What the third writes differs from what the others write, and is the same both times.
  expect(await readsOf(lateWriter('eve'))).toEqual({ reads: [2, 2, 2], failed: [], notRun: 0 });
});

it('asks a reader again that was wrong, and blames it for each', async () => {
  const eve = rightDriver(store, 'eve');
  const blind: Partial<Driver> = {
    ask: (request) =>
      request.op === 'item.get' ? Promise.resolve({ kind: 'ok', value: { record: {} } }) : eve.ask(request),
  };
  const { reads, failed } = await readsOf(blind);
  expect(reads).toEqual([1, 1, 6]);
  expect(failed.map(({ implementation }) => implementation)).toEqual(Array.from({ length: 6 }, () => 'eve'));
});

it('sees a reader that remembers what was under a key before', async () => {
  const eve = rightDriver(store, 'eve');
  const remembered = new Map<string, ReturnType<Driver['ask']>>();
  const forgetful: Partial<Driver> = {
    ask: (request) => {
      if (request.op !== 'item.get') return eve.ask(request);
      const key = JSON.stringify(request.components);
      const answer = remembered.get(key) ?? eve.ask(request);
      remembered.set(key, answer);
      return answer;
    },
  };
  const drivers = [rightDriver(store, 'ada'), lateWriter('bob'), { ...eve, ...forgetful }];
  const { outcomes } = await compareAll(store, drivers);
  const failed = outcomes.filter(({ result }) => 'passed' in result && !result.passed);
  expect(
    failed.map(({ planned: { check, implementation, writer }, stale }) => [check, implementation, writer, stale]),
  ).toEqual(
    Array.from({ length: 2 }, () => [
      'cross-read',
      'eve',
      'bob',
      { vector: expect.stringMatching(/^entity_meta\//), writer: expect.stringMatching(/^(?:ada|eve)$/) },
    ]),
  );
});

it('names who remembers what it wrote itself as the writer, because only then the mistake shows again', async () => {
  const eve = rightDriver(store, 'eve');
  // All items have one key here.
  let written: Answer | undefined;
  const cacheOfWrites: Partial<Driver> = {
    ask: async (request) => {
      if (request.op === 'item.put') {
        // What it would read, without reading it.
        const encoded = await eve.ask({ ...request, op: 'item.encode' });
        const item = encoded.kind === 'ok' ? (encoded.value['item'] as JsonObject) : {};
        written = await eve.ask({ op: 'item.decode', record_type: request.record_type, item });
        return eve.ask(request);
      }
      return request.op === 'item.get' && written !== undefined ? written : eve.ask(request);
    },
  };
  const drivers = [rightDriver(store, 'ada'), { ...eve, ...cacheOfWrites }, lateWriter('bob')];
  const { outcomes } = await compareAll(store, drivers);
  const stale = outcomes.filter((outcome) => outcome.stale !== undefined);
  expect(
    stale.map(({ planned: { implementation, writer }, stale: from }) => [implementation, writer, from?.writer]),
  ).toEqual(Array.from({ length: 2 }, () => ['eve', 'bob', 'eve']));
});

/** One that chooses when an item was created, as it may, and does everything else right. */
function lateWriter(name: string): Driver {
  const right = rightDriver(store, name);
  return {
    ...right,
    hello: { ...right.hello, generated: { entity_meta: ['created_at'] } },
    ask: (request) =>
      right.ask(
        request.op === 'item.put'
          ? { ...request, record: { ...request.record, created_at: '2031-01-01T00:00:00Z' } }
          : request,
      ),
  };
}
