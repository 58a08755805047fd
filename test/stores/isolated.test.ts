import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Driver } from '../../harness/drivers/driver.ts';
import { homeOf, planHomes } from '../../harness/engine/homes.ts';
import { createLocks } from '../../harness/engine/locks.ts';
import type { RunningStore } from '../../harness/stores/store.ts';
import { rateLimits as codec } from '../support/schemas.ts';
import { compareAll, ownTable, rightDriver, startWithTables, table } from './support/comparing.ts';

// Libraries whose one call changes several items, beside others that are not to notice.

let store: RunningStore;

beforeAll(async () => {
  store = await startWithTables();
});
afterAll(() => store.stop());

/** One that overwrites an item after it has read it. */
function careless(name: string, home: string): { readonly driver: Driver; readonly mostAtOnce: () => number } {
  const right = rightDriver(store, name, home);
  let now = 0;
  let most = 0;
  const ask: Driver['ask'] = async (request) => {
    if (request.op !== 'item.put' && request.op !== 'item.get') return right.ask(request);
    most = Math.max(most, ++now);
    const answer = await right.ask(request);
    if (request.op === 'item.get') {
      const key = { PK: { S: '_/ENTITY#u' }, SK: { S: '#META' } };
      await store.tables.putItem(home, { ...key, overwritten: { BOOL: true } });
    }
    now--;
    return answer;
  };
  return { driver: { ...right, ask }, mostAtOnce: () => most };
}

/** One that takes its time before it reads. */
function slow(right: Driver): Driver {
  return {
    ...right,
    ask: async (request) => {
      if (request.op === 'item.get') await sleep(50);
      return right.ask(request);
    },
  };
}

async function failuresBeside(home: string, isolated?: string) {
  const eve = careless('eve', home);
  const drivers = [rightDriver(store, 'ada'), eve.driver, slow(rightDriver(store, 'bob'))];
  const { outcomes, complaints, brokenOff } = await compareAll(store, drivers, true, isolated);
  expect(brokenOff).toBeUndefined();
  const judged = outcomes.filter(({ planned }) => ['raw-put', 'read-back', 'cross-read'].includes(planned.check));
  expect(judged).toHaveLength(24);
  return {
    failed: judged.filter(({ result }) => 'passed' in result && !result.passed).length,
    notRun: judged.filter(({ result }) => 'notRun' in result).length,
    complaints: complaints.length,
    mostAtOnce: eve.mostAtOnce(),
  };
}

it('what an isolated implementation does to other items is seen by nobody', async () => {
  expect(await failuresBeside(ownTable, 'eve')).toEqual({ failed: 0, notRun: 0, complaints: 0, mostAtOnce: 1 });
  // In the tables of everybody the same is seen, and laid at nobody's door.
  expect(await failuresBeside(table)).toMatchObject({ complaints: 1 });
});

it('no table of one home has the name of one of another', () => {
  const homes = planHomes(codec.model, 'run-', ['eve', 'mallory']);
  const names = [homes.shared, homeOf(homes, 'eve'), homeOf(homes, 'mallory')].flatMap((home) =>
    Object.values(home.names),
  );
  expect(new Set(names).size).toBe(3 * codec.model.tables.length);
  for (const name of names) expect(name).toMatch(/^run-[A-Za-z0-9-]+$/);
  expect(homeOf(homes, 'ada')).toBe(homes.shared);
});

it('a lock lets one after the other in, by name, and also after a failure', async () => {
  const locks = createLocks();
  const seen: string[] = [];
  const work = (name: string) => async (): Promise<string> => {
    seen.push(`${name} in`);
    await nextTurn();
    seen.push(`${name} out`);
    if (name === 'a1') throw new Error(name);
    return name;
  };
  const ended = await Promise.allSettled([locks('a', work('a1')), locks('a', work('a2')), locks('b', work('b1'))]);
  expect(ended).toMatchObject([{ reason: new Error('a1') }, { value: 'a2' }, { value: 'b1' }]);
  expect(seen.filter((each) => each.startsWith('a'))).toEqual(['a1 in', 'a1 out', 'a2 in', 'a2 out']);
  expect(seen.indexOf('b1 in')).toBeLessThan(seen.indexOf('a1 out'));
});
