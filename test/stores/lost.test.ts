import { afterEach, beforeEach, expect, it } from 'vitest';
import { reasonBehind } from '../../harness/engine/broken-off.ts';
import type { Compared } from '../../harness/engine/comparisons.ts';
import type { RunningStore } from '../../harness/stores/store.ts';
import type { Answer } from '../../src/check/answer.ts';
import type { Request } from '../../src/protocol/messages.ts';
import { metaVector } from '../support/outcomes.ts';
import { compareAll, rightDriver, startWithTables, table } from './support/comparing.ts';

let store: RunningStore;

beforeEach(async () => {
  store = await startWithTables();
});
afterEach(() => store.stop());

it.each(['item.get', 'item.put', 'key.build'] as const)(
  'blames nobody for what a dead store does to %s',
  async (op) => {
    const { outcomes, brokenOff } = await compareWith(op, () => process.kill(store.pid, 'SIGKILL'));
    expect(brokenOff?.code).toBe('store-died');
    expect(brokenOff?.message).toMatch(/^dyn(?:oxide|alite) \S+ was ended by SIGKILL\. It wrote /);
    expect(outcomes.filter(({ result }) => 'passed' in result && !result.passed)).toEqual([]);
    const notRun = outcomes.filter(({ result }) => 'notRun' in result);
    expect(notRun.map(({ result }) => result)).toContainEqual({ notRun: 'the store died before' });
  },
);

it.each(['item.get', 'item.put', 'key.build'] as const)(
  'blames who gets %s wrong beside a healthy store',
  async (op) => {
    const { outcomes, brokenOff } = await compareWith(op, () => {});
    expect(brokenOff).toBeUndefined();
    const failed = outcomes.filter(({ result }) => 'passed' in result && !result.passed);
    expect(new Set(failed.map(({ planned }) => planned.implementation))).toEqual(new Set(['fragile']));
  },
);

it('knows why a store cannot be reached, where that is known', async () => {
  const key = metaVector('one').keys['primary'] ?? {};
  process.kill(store.pid, 'SIGKILL');
  const error: unknown = await store.tables.getItem(table, key).catch((reason) => reason);
  expect(error).toMatchObject({ code: 'store-unreachable' });
  expect(await reasonBehind(error, store)).toMatchObject({ code: 'store-died' });
  const other = new Error('something else');
  expect(await reasonBehind(other, store)).toBe(other);
});

/** Compares one that does everything right with one that crashes, or cannot go on, in the first request of a kind. */
function compareWith(op: Request['op'], before: () => void): Promise<Compared> {
  const right = rightDriver(store, 'fragile');
  let happened = false;
  const ask = async (request: Request): Promise<Answer> => {
    if (request.op !== op || happened) return right.ask(request);
    happened = true;
    before();
    return op === 'key.build'
      ? { kind: 'crashed', detail: 'exited with status 1' }
      : { kind: 'error', class: 'internal', message: 'connection refused' };
  };
  return compareAll(store, [rightDriver(store, 'right'), { ...right, ask }]);
}
