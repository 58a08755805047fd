import { expect, it } from 'vitest';
import { findLossyNumber } from '../../../src/vector/lossy-number.ts';

it.each(['[1, 1.0, 1e2, -0, 0.1, 9007199254740991]', '{"a": "9007199254740993, 1e999", "b\\"1e999": true}'])(
  'keeps the numbers of %s',
  (text) => {
    expect(findLossyNumber(text)).toBeUndefined();
  },
);

it.each(['9007199254740993', '1e999', '0.1000000000000000055', '1e-400'])('%s would be another number', (number) => {
  expect(findLossyNumber(`{"a": "1e999", "b": [2, ${number}]}`)).toEqual({ number, offset: 24 });
});
