import { expect, it } from 'vitest';
import { accepted, refusal } from '../../support/results.ts';
import { smallCodec } from '../../support/small.ts';

it('stores a number as text where the schema says so, in one form only', () => {
  const codec = smallCodec('n: { type: decimal, stored_as: S }');
  const item = accepted(codec.encode('thing', { id: 'a', n: '1.50' }));
  expect(item['n']).toEqual({ S: '1.5' });
  expect(accepted(codec.decode(item, 'thing')).record).toEqual({ id: 'a', n: '1.5' });
  expect(refusal(codec.decode({ ...item, n: { S: '1.50' } }, 'thing'))).toMatchObject({ rule: 'number', path: '/n' });
  expect(refusal(codec.decode({ ...item, n: { N: '1.5' } }, 'thing'))).toMatchObject({ rule: 'type', path: '/n' });
});

it.each<[string, string, string]>([
  ['{ type: decimal, scale: 2 }', '1.25', '1.255'],
  ['{ type: decimal, scale: 0 }', '12', '12.5'],
  ['{ type: integer, multiple_of: 5 }', '-15', '-14'],
  ['{ type: string, format: uuid }', '0b7c2a5e-8f4d-4c1b-9a3e-5d6f7a8b9c0d', '0B7C2A5E-8F4D-4C1B-9A3E-5D6F7A8B9C0D'],
  ['{ type: string, format: cron }', '0 7 * * 1-5', '0 7 * *'],
  ['{ type: string, format: email }', 'a.b+c@example.com', 'a@b@c'],
  ['{ type: string, format: url }', 'https://example.com/a?b=c#d', 'ftp://example.com'],
  ['{ type: string, format: git-sha }', 'a'.repeat(40), 'a'.repeat(39)],
  ['{ type: string, format: slug }', 'a-b-1', 'a--b'],
  ['{ type: timestamp, format: date }', '2024-02-29', '2023-02-29'],
  ['{ type: timestamp, format: month }', '2024-12', '2024-13'],
  ['{ type: timestamp, format: iso-milliseconds }', '2024-01-02T03:04:05.000Z', '2024-01-02T03:04:05Z'],
  ['{ type: timestamp, format: iso-microseconds }', '2024-01-02T03:04:05.000000Z', '2024-01-02T03:04:05.000Z'],
])('%s takes %s, and refuses %s', (type, good, bad) => {
  const codec = smallCodec(`v: ${type}`);
  const item = accepted(codec.encode('thing', { id: 'a', v: good }));
  expect(accepted(codec.decode(item, 'thing')).record).toEqual({ id: 'a', v: good });
  expect(refusal(codec.encode('thing', { id: 'a', v: bad }))).toMatchObject({ class: 'invalid-record', path: '/v' });
});
