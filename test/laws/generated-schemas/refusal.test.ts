import { expect, it } from 'vitest';
import { compareRecords } from '../../../src/check/compare.ts';
import { changedItems } from '../../support/arbitrary-schema/changed-items.ts';
import { forRecords } from '../../support/arbitrary-schema/hold.ts';
import { accepted } from '../../support/results.ts';

// Tried by hand, and found: a reader that accepts an item without the key attribute of an index that it is in.

it('reads no item as another one, unless a default explains it', () => {
  let refused = 0;
  forRecords(40, 4, ({ codec }, recordType, record) => {
    const item = accepted(codec.encode(recordType.name, record));
    const whole = accepted(codec.decode(item, recordType.name));
    for (const { what, attribute, changed } of changedItems(item)) {
      const decoded = codec.decode(changed, recordType.name);
      if (!decoded.ok) {
        refused += 1;
        continue;
      }
      const { record: found, defaulted } = decoded.value;
      const explained = defaulted.includes(attribute.replaceAll('~', '~0').replaceAll('/', '~1'));
      const same = compareRecords(recordType, whole.record, found).passed;
      expect([what, same && !explained]).toEqual([what, false]);
    }
  });
  // Items of which each change were a record of its own would prove nothing.
  expect(refused).toBeGreaterThan(100);
});
