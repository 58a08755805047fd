import { expect, it } from 'vitest';
import { combinedRecords } from '../../../src/generate/combinations.ts';
import { completeRecord } from '../../../src/generate/record.ts';
import { smallCodec } from '../../support/small.ts';

function combined(...parts: Parameters<typeof smallCodec>) {
  const [recordType] = smallCodec(...parts).model.recordTypes;
  if (recordType === undefined) throw new TypeError('no record type');
  return combinedRecords(recordType, completeRecord(recordType));
}

it('lets each two classes of values meet in a record, and says which', () => {
  const drafts = combined('a: { type: boolean, nullable: true }\nb: { type: integer, minimum: 1, maximum: 9 }');
  const met = drafts.map(({ record }) => `${JSON.stringify(record['a'])} ${record['b']}`);
  for (const a of ['true', 'false', 'null', undefined])
    for (const b of ['7', '1', '9', undefined]) expect(met).toContain(`${a} ${b}`);
  expect(drafts[0]?.slug).toBe('pairs-01');
  expect(drafts.map(({ description }) => description)).toContain('absent: a, b');
});

it('combines nothing that a condition or a rule excludes, and names what is lost', () => {
  const drafts = combined(
    'a: { type: string, enum: [x, y], required: true }\nb: { type: integer, minimum: 1, maximum: 9, present_when: { a: [y] } }',
  );
  const kept = drafts.filter(({ lost }) => lost === undefined);
  expect(kept.length).toBeGreaterThan(0);
  for (const { record } of kept) expect(Object.hasOwn(record, 'b')).toBe(record['a'] === 'y');
  expect(drafts.filter(({ lost }) => lost !== undefined).map(({ subject }) => subject)).toContain(
    '/a/typical/b/typical',
  );
});

it('combines nothing where there is one attribute', () => {
  expect(combined('a: { type: boolean }')).toEqual([]);
});
