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
    { id: 'booking/decode-rule-forward-by-value', subject: '/forward', error: { class: 'invalid-item', rule: 'rule' } },
  ]);
  for (const { item } of broken as readonly { readonly item?: { [name: string]: { N: string } } }[])
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

it('what a writer must not write is not read either, one fault of each kind', () => {
  const found = decodeRefusals('').map(({ id, error }) => `${id} ${error.rule} ${error.path}`);
  expect(found).toContain('booking/decode-from-too-small minimum /from');
  expect(found).toContain('booking/decode-to-too-large maximum /to');
});

it('an item of another record has the primary key of the record before, and is right otherwise', () => {
  const codec = codecOf(`
table:
  name: orders
  keys:
    primary: { partition_key: PK, sort_key: SK }
    by_status: { partition_key: GSI1PK }
record_types:
  order:
    pk_pattern: 'USER#{user}'
    sk_pattern: 'ORDER#{number:06}'
    indexes: { by_status: { pk_pattern: 'STATUS#{status}#{user}' } }
    attributes:
      user: { type: string, pattern: '[a-z]{3}', required: true }
      number: { type: integer, minimum: 0, maximum: 999999, required: true }
      status: { type: string, enum: [open, closed], required: true }
`);
  const stale = generateVectors(codec)
    .flatMap((file) => (file.kind === 'refusals' ? file.vectors : []))
    .filter(({ scenario }) => scenario === 'stale-key');
  expect(stale.map(({ id, error }) => `${id} ${error.rule} ${error.path}`)).toEqual([
    'order/decode-user-mismatch key-mismatch /user',
    'order/decode-number-mismatch key-mismatch /number',
  ]);
  for (const vector of stale) {
    const item = 'item' in vector ? (vector.item as { [name: string]: { S?: string; N?: string } }) : {};
    // The key of the index follows from the attributes: the primary key is the one thing that is wrong.
    expect(item['GSI1PK']?.S).toBe(`STATUS#${item['status']?.S}#${item['user']?.S}`);
    expect(item['PK']?.S === `USER#${item['user']?.S}` && item['SK']?.S === `ORDER#${item['number']?.N}`).toBe(false);
  }
});

function parseRefusals(pattern: string, created = 'iso-seconds'): readonly string[] {
  const codec = codecOf(`
table: { name: events, keys: { primary: { partition_key: PK, sort_key: SK } } }
record_types:
  event:
    pk_pattern: 'E#{id}'
    sk_pattern: '${pattern}'
    attributes:
      id: { type: string, pattern: '[a-z]{3}', required: true }
      note: { type: string, max_length: 9, required: true }
      created: { type: timestamp, format: ${created}, required: true }
`);
  return generateVectors(codec)
    .flatMap((file) => (file.kind === 'refusals' ? file.vectors : []))
    .flatMap((vector) => (vector.op === 'key.parse' ? [`${vector.id} ${JSON.stringify(vector.key)}`] : []));
}

it('a key with more after it is refused where its last component cannot be that long', () => {
  const found = parseRefusals('N#{note}').filter((each) => each.includes('-longer '));
  expect(found).toEqual([expect.stringMatching(/^event\/parse-primary-pk-longer .*"E#[a-z]{3}#x"/)]);
});

it('what is cut from a time must be a time', () => {
  expect(parseRefusals('{created:date}').filter((each) => each.includes('-nines '))).toEqual([
    expect.stringContaining('{"S":"9999-99-99"}'),
  ]);
  // Each year of four digits is one.
  expect(parseRefusals('{created:year}').filter((each) => each.includes('-nines '))).toEqual([]);
});
