import { expect, it } from 'vitest';
import { generateVectors } from '../../../src/generate/vectors.ts';
import type { RefusalVector } from '../../../src/vector/vector.ts';
import { codecOf } from '../../support/codec.ts';

// Items that no reader may take, whatever a careful writer does.

function decodeRefusals(rest: string): readonly RefusalVector[] {
  const codec = codecOf(`
table:
  name: bookings
  keys:
    primary: { partition_key: PK }
record_types:
  booking:
    pk_pattern: 'BOOKING#{id}'
${rest}
    attributes:
      id: { type: string, pattern: '[a-z]{1,8}', required: true }
      from: { type: integer, minimum: 0, maximum: 100, required: true }
      to: { type: integer, minimum: 0, maximum: 100, required: true }
`);
  return generateVectors(codec)
    .flatMap((file) => (file.kind === 'refusals' ? file.vectors : []))
    .filter(({ op }) => op === 'item.decode');
}

it('an item that breaks a rule is refused, as its record is', () => {
  const rule =
    '    rules:\n      - { name: forward, if: { from: { present: true } }, then: { from: { at_most: { attribute: to } } } }';
  const broken = decodeRefusals(rule).filter(({ scenario }) => scenario === 'rule-broken');
  expect(broken).toMatchObject([
    { id: 'booking/decode-rule-forward', subject: '/forward', error: { class: 'invalid-item', rule: 'rule' } },
  ]);
  const [{ item } = { item: undefined }] = broken as readonly { readonly item?: { [name: string]: { N: string } } }[];
  expect(Number(item?.['from']?.N)).toBeGreaterThan(Number(item?.['to']?.N));
  expect(decodeRefusals('').filter(({ scenario }) => scenario === 'rule-broken')).toEqual([]);
});

it('an unknown attribute is refused where the schema says so, and only there', () => {
  const unknown = (rest: string): readonly RefusalVector[] =>
    decodeRefusals(rest).filter(({ scenario }) => scenario === 'unknown-attribute-refused');
  expect(unknown('    unknown_attributes: reject')).toMatchObject([
    { id: 'booking/decode-unknown-attribute', error: { class: 'invalid-item', rule: 'unknown' } },
  ]);
  expect(unknown('')).toEqual([]);
});
