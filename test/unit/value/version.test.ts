import { expect, it } from 'vitest';
import { compareVersions } from '../../../src/value/version.ts';

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
