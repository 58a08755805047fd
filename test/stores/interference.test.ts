import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Driver } from '../../harness/drivers/driver.ts';
import { createPatience } from '../../harness/engine/patience.ts';
import type { RunningStore } from '../../harness/stores/store.ts';
import { problemOf } from '../../src/plan/outcome.ts';
import { compareAll, rightDriver, startWithTables, table } from './support/comparing.ts';

// Writers that change what others have written, beside others that are right.

let store: RunningStore;

beforeAll(async () => {
  store = await startWithTables();
});
afterAll(() => store.stop());

/** One that answers before it has written. */
function hasty(name: string): Driver {
  const right = rightDriver(store, name);
  const ask: Driver['ask'] = async (request) => {
    if (request.op !== 'item.put') return right.ask(request);
    void sleep(60).then(() => right.ask(request));
    return { kind: 'ok', value: {} };
  };
  return { ...right, ask };
}

/** Overwrites the item that all comparisons are about. */
async function meddle(): Promise<void> {
  await store.tables.putItem(table, { PK: { S: '_/ENTITY#u' }, SK: { S: '#META' }, meddled: { BOOL: true } });
}

/** One that is right, and whose item somebody overwrites, some times: after it was put, or before it is read. */
function disturbed(name: string, op: 'item.put' | 'item.get', times: number): Driver {
  const right = rightDriver(store, name);
  let left = times;
  const ask: Driver['ask'] = async (request) => {
    const now = request.op === op && left-- > 0;
    if (now && op === 'item.get') await meddle();
    const answer = await right.ask(request);
    if (now && op === 'item.put') await meddle();
    return answer;
  };
  return { ...right, ask };
}

async function blamedBeside(driver: Driver) {
  const { outcomes, complaints } = await compareAll(store, [rightDriver(store, 'ada'), driver], true);
  const failed = outcomes.filter((each) => problemOf(each) !== undefined);
  return {
    failed: [...new Set(failed.map(({ planned }) => `${planned.implementation} ${planned.check}`))],
    messages: [...new Set(failed.map((each) => problemOf(each)?.message))],
    complaints,
  };
}

it('what comes after the answer is the fault of who wrote it, and of nobody who writes there next', async () => {
  expect(await blamedBeside(hasty('eve'))).toEqual({
    failed: ['eve raw-put'],
    messages: ['the store had no item with this key when the answer came, and has one now'],
    complaints: [],
  });
});

it.each(['item.put', 'item.get'] as const)(
  'an item that somebody changes is no fault of who is asked for %s',
  async (op) => {
    const { failed, complaints } = await blamedBeside(disturbed('eve', op, 1));
    expect(failed).toEqual([]);
    expect(complaints).toEqual([
      expect.stringMatching(
        /^the item .* (became another one|was changed while \w+ read what \w+ wrote)(, and \d+ more like that)?: .*"isolate: true"/,
      ),
    ]);
  },
);

it('an item that is wrong whenever it is written is blamed on its writer', async () => {
  const { failed, complaints } = await blamedBeside(disturbed('eve', 'item.put', Number.POSITIVE_INFINITY));
  expect({ failed, complaints }).toEqual({ failed: ['eve raw-put'], complaints: [] });
});

it('an item that is changed whenever it is read is read by nobody', async () => {
  const { outcomes, complaints } = await compareAll(
    store,
    [rightDriver(store, 'ada'), disturbed('eve', 'item.get', Number.POSITIVE_INFINITY)],
    true,
  );
  expect(outcomes.filter((each) => problemOf(each) !== undefined)).toEqual([]);
  const reasons = outcomes.flatMap(({ result }) => ('notRun' in result ? [result.notRun] : []));
  expect(new Set(reasons)).toEqual(new Set(['the item was changed by somebody while eve read it']));
  expect(complaints).toEqual([expect.stringMatching(/ and \d+ more like that: /)]);
});

it('who never writes is not waited for any more', async () => {
  const patience = createPatience();
  let looks = 0;
  const look = (found: string | undefined) => async (): Promise<string | undefined> => {
    looks++;
    return found;
  };
  for (let time = 0; time < 8; time++) expect(await patience.waitFor('eve', look(undefined))).toBeUndefined();
  const inVain = looks;
  expect(await patience.waitFor('eve', look('late'))).toBeUndefined();
  expect(looks).toBe(inVain);
  // Who was late once is, though others are not.
  expect(await patience.waitFor('ada', look('late'))).toBe('late');
  for (let time = 0; time < 8; time++) await patience.waitFor('ada', look(undefined));
  expect(await patience.waitFor('ada', look('late'))).toBe('late');
});
