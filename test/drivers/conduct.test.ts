import { expect, it } from 'vitest';
import { allGone, askMany, echoes, startDriver } from './support/adapters.ts';

it.each([['echo.mjs'], ['out-of-order.mjs'], ['one-at-a-time.mjs']])(
  '%s: every request gets its own answer',
  async (program) => {
    const { driver, pids } = await startDriver(program);
    expect(await askMany(driver, 300)).toEqual(echoes(300));
    expect(await driver.close()).toBeNull();
    expect(pids()).toHaveLength(1);
    await allGone(pids());
  },
);

it('answers may come in pieces, several at once, and with CR LF', async () => {
  const { driver } = await startDriver('chopped.mjs');
  const answers = await askMany(driver, 20);
  expect(answers).toEqual(
    Array.from({ length: 20 }, (_, index) => ({ kind: 'ok', value: { echo: `case ${index}`, more: 'é€😀' } })),
  );
  expect(await driver.close()).toBeNull();
});

it('megabytes on standard error block nobody, and the end of them is kept', async () => {
  const { driver } = await startDriver('chatty.mjs');
  expect(await askMany(driver, 5)).toEqual(echoes(5));
  expect(driver.stderr().length).toBeLessThan(20_000);
  expect(await driver.close()).toBeNull();
  expect(driver.stderr().endsWith('the end of case 4')).toBe(true);
});

it('a status other than 0 after "bye" is told', async () => {
  const { driver, pids } = await startDriver('exits-badly.mjs');
  expect(await askMany(driver, 3)).toEqual(echoes(3));
  expect(await driver.close()).toBe('ended badly after "bye": exited with status 7');
  await allGone(pids());
});

it('what is written after "bye" is told', async () => {
  const { driver } = await startDriver('babbles-after-bye.mjs');
  expect(await askMany(driver, 3)).toEqual(echoes(3));
  expect(await driver.close()).toBe(
    'wrote to standard output what the protocol does not allow: no JSON on standard output: "64 requests, 0 errors"',
  );
});

it('an adapter that does not go is killed', async () => {
  const { driver, pids } = await startDriver('ignores-bye.mjs');
  expect(await askMany(driver, 3)).toEqual(echoes(3));
  expect(await driver.close()).toBe('did not exit within 3000 ms of "bye"');
  await allGone(pids());
});

it('an adapter may be closed without having been asked anything, and twice', async () => {
  const { driver, pids } = await startDriver('echo.mjs');
  expect(await driver.close()).toBeNull();
  expect(await driver.close()).toBeNull();
  await allGone(pids());
});
