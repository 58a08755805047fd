import { expect, it } from 'vitest';
import { compareVersions, isVersion } from '../../../src/value/version.ts';

/** With the example of semver.org §11. */
const ascending = [
  '0.0.0',
  '0.9.10',
  '0.10.9',
  '0.10.10',
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.beta',
  '1.0.0-beta',
  '1.0.0-beta.2',
  '1.0.0-beta.11',
  '1.0.0-rc.1',
  '1.0.0-rc-1',
  '1.0.0',
  '1.0.1',
  '10.0.0',
];

it('orders versions as semver.org does', () => {
  for (const [index, left] of ascending.entries())
    for (const [other, right] of ascending.entries())
      expect(Math.sign(compareVersions(left, right)), `${left} and ${right}`).toBe(Math.sign(index - other));
});

it('takes no version that cannot be compared', () => {
  const largest = '9'.repeat(15);
  expect(['1.0.0', `${largest}.${largest}.${largest}`, `1.0.0-${'9'.repeat(250)}`].map(isVersion)).toEqual([
    true,
    true,
    true,
  ]);
  expect(compareVersions(`${largest}.0.0`, `${largest}.0.1`)).toBeLessThan(0);
  expect(compareVersions(`1.0.0-${'9'.repeat(250)}`, '1.0.0')).toBeLessThan(0);
  expect([`${largest}9.0.0`, `1.0.0-${'9'.repeat(251)}`, '1.0', '01.0.0', '1.0.0-', ''].filter(isVersion)).toEqual([]);
});
