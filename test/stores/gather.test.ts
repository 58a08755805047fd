import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { alone, gather } from '../../harness/stores/gather.ts';

/** Something that is asked for numbers, and keeps how it was asked. */
function asked(askMany?: (asks: readonly number[]) => readonly (number | undefined | typeof alone)[]) {
  const requests: (readonly number[])[] = [];
  const ask = gather<number, number | undefined>({
    limit: 3,
    idOf: String,
    askOne: async (number) => {
      requests.push([number]);
      await nextTurn();
      return number * 10;
    },
    askMany: async (numbers) => {
      requests.push(numbers);
      await nextTurn();
      return (askMany ?? ((each) => each.map((number) => number * 10)))(numbers);
    },
  });
  return { ask, requests };
}

it('asks alone for what is alone, and at once', async () => {
  const { ask, requests } = asked();
  expect(await ask(1)).toBe(10);
  expect(await ask(2)).toBe(20);
  expect(requests).toEqual([[1], [2]]);
});

it('asks together for what is asked in one turn, up to the limit, and gives everybody their own answer', async () => {
  const { ask, requests } = asked();
  expect(await Promise.all([1, 2, 3, 4, 5].map(ask))).toEqual([10, 20, 30, 40, 50]);
  expect(requests).toEqual([
    [1, 2, 3],
    [4, 5],
  ]);
});

it('gathers while a batch is under way', async () => {
  const { ask, requests } = asked();
  const first = ask(1);
  await nextTurn();
  expect(await Promise.all([first, ask(2), ask(3)])).toEqual([10, 20, 30]);
  expect(requests).toEqual([[1], [2, 3]]);
});

it('never asks twice for the same in one batch, and keeps their order', async () => {
  const { ask, requests } = asked();
  expect(await Promise.all([1, 2, 1, 1, 3].map(ask))).toEqual([10, 20, 10, 10, 30]);
  expect(requests).toEqual([[1, 2, 3], [1], [1]]);
});

it('takes "nothing" for an answer, and asks alone for what a batch leaves out', async () => {
  const { ask, requests } = asked((numbers) =>
    numbers.map((number) => (number === 1 ? undefined : number === 2 ? alone : number)),
  );
  expect(await Promise.all([1, 2, 3].map(ask))).toEqual([undefined, 20, 3]);
  expect(requests).toEqual([[1, 2, 3], [2]]);
});

it('a failure is told to all of a batch, and to nobody after it', async () => {
  let failing = true;
  const { ask } = asked((numbers) => {
    if (!failing) return numbers;
    failing = false;
    throw new Error('gone');
  });
  expect(await Promise.allSettled([1, 2].map(ask))).toEqual(
    [1, 2].map(() => ({ status: 'rejected', reason: new Error('gone') })),
  );
  expect(await Promise.all([1, 2].map(ask))).toEqual([1, 2]);
});
