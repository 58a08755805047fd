import { expect, it } from 'vitest';
import { numberSamples, refusedNumbers } from '../../../src/generate/values/number.ts';
import type { NumberType } from '../../../src/model/model.ts';
import { numberCheck } from '../../../src/scalar/number-check.ts';
import { smallCodec } from '../../support/small.ts';

function decimal(declaration: string): NumberType {
  const type = smallCodec(`a: { type: decimal, ${declaration} }`).model.recordTypes[0]?.attributes[0]?.type;
  if (type?.kind !== 'decimal') throw new TypeError(declaration);
  return type;
}

it.each([
  ['scale: 6, minimum: -90, maximum: 90', '-89.999999', '-89.9999999'],
  ['scale: 2', '0.01', '0.001'],
  ['scale: 2, minimum: 5', '5.01', '5.001'],
  ['scale: 2, minimum: "5.255"', undefined, '5.256'],
  ['scale: 3, maximum: -1', '-1.001', '-1.0001'],
  ['scale: 1, minimum: 0, maximum: "0.05"', undefined, '0.01'],
  ['scale: 0, minimum: 3', undefined, '3.1'],
  // The sum would have more digits than numbers have.
  ['scale: 37, minimum: 10, maximum: 20', undefined, undefined],
])('of { %s } has a number of the most digits after the point, and one of a digit more', (text, finest, tooFine) => {
  const type = decimal(text);
  const samples = numberSamples(type).filter(({ scenario }) => scenario === 'finest-number');
  const refused = refusedNumbers(type).filter(({ scenario }) => scenario === 'too-fine');
  expect(samples.map(({ value }) => value)).toEqual(finest === undefined ? [] : [finest]);
  expect(refused.map(({ value }) => value)).toEqual(tooFine === undefined ? [] : [tooFine]);
  // The one is right, and the other is wrong in this one way.
  for (const { value } of samples) expect(numberCheck(type)(String(value))).toBeUndefined();
  for (const { value } of refused) expect(numberCheck(type)(String(value))?.rule).toBe('scale');
});

it('has no second number of the most digits where a bound is one', () => {
  const samples = numberSamples(decimal('scale: 2, minimum: 0, maximum: "99.99"'));
  expect(samples.map(({ scenario }) => scenario)).not.toContain('finest-number');
  expect(samples.map(({ value }) => value)).toContain('99.99');
});
