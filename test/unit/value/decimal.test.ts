import { expect, it } from 'vitest';
import {
  addToInteger,
  compareDecimals,
  compareIntegers,
  expectedNumber,
  isNormalInteger,
  normalizeDecimal,
} from '../../../src/value/decimal.ts';

const nines = (count: number): string => '9'.repeat(count);
const zeros = (count: number): string => '0'.repeat(count);

it.each([
  ['0', '0'],
  ['-0', '0'],
  ['+0', '0'],
  ['0.000', '0'],
  ['-0.0e5', '0'],
  ['0e-500', '0'],
  ['0e999999', '0'],
  ['007', '7'],
  ['+7', '7'],
  ['-7', '-7'],
  ['7.', '7'],
  ['.5', '0.5'],
  ['-.50', '-0.5'],
  ['1.10', '1.1'],
  ['1e3', '1000'],
  ['1E+3', '1000'],
  ['1200e-2', '12'],
  ['12e-4', '0.0012'],
  ['0.00012e4', '1.2'],
  ['1e0003', '1000'],
  [nines(38), nines(38)],
  [`-${nines(38)}`, `-${nines(38)}`],
  [`${nines(38)}000`, `${nines(38)}000`],
  [`0.000${nines(38)}`, `0.000${nines(38)}`],
  [`000${nines(38)}.000`, nines(38)],
  ['1E125', `1${zeros(125)}`],
  [`9.9999999999999999999999999999999999999E+125`, `${nines(38)}${zeros(88)}`],
  ['1E-130', `0.${zeros(129)}1`],
  ['-1E-130', `-0.${zeros(129)}1`],
  [`12E-131`, `0.${zeros(129)}12`],
])('brings %s into normal form', (text, normal) => {
  expect(normalizeDecimal(text)).toBe(normal);
});

it.each([
  ['nothing', ''],
  ['no digits', '.'],
  ['a sign alone', '-'],
  ['an exponent alone', 'e5'],
  ['an exponent without digits', '1e'],
  ['a sign without digits in the exponent', '1e+'],
  ['a fraction in the exponent', '1e1.5'],
  ['two signs', '--1'],
  ['two points', '1.2.3'],
  ['white space in front', ' 1'],
  ['a line feed behind', '1\n'],
  ['an underscore', '1_0'],
  ['a comma', '1,000'],
  ['a hexadecimal number', '0x10'],
  ['digits that are not ASCII', '\u0661\u0662'],
  ['infinity', 'Infinity'],
  ['not a number', 'NaN'],
  ['39 digits', nines(39)],
  ['39 digits around the point', `1.${zeros(37)}1`],
  ['1E126', '1E126'],
  ['-1E126', '-1E126'],
  ['126 places written out', `1${zeros(126)}`],
  ['1E-131', '1E-131'],
  ['an exponent of seven digits', '1e1000000'],
])('refuses %s', (_what, text) => {
  expect(normalizeDecimal(text)).toBeUndefined();
});

it('takes time linear in the number of zeros', () => {
  expect(normalizeDecimal(`1${zeros(200_000)}1`)).toBeUndefined();
  expect(normalizeDecimal(`${zeros(200_000)}1${zeros(100)}.${zeros(200_000)}`)).toBe(`1${zeros(100)}`);
});

it.each([
  ['0', true],
  ['-7', true],
  ['10', true],
  [nines(60), true],
  ['-0', false],
  ['01', false],
  ['+1', false],
  ['1.0', false],
  ['1e3', false],
  ['', false],
  ['-', false],
  ['1\n', false],
  ['\u0661', false],
])('says whether %j is the one text of an integer: %s', (text, expected) => {
  expect(isNormalInteger(text)).toBe(expected);
});

it('sorts numbers by value', () => {
  const sorted = [
    `-${nines(38)}`,
    '-10',
    '-9.5',
    '-9.05',
    '-1',
    '-0.5',
    '0',
    '0.05',
    '0.5',
    '0.51',
    '1',
    '9',
    '10',
    '10.1',
  ];
  expect([...sorted].reverse().sort(compareDecimals)).toEqual(sorted);
});

it('adds beyond what a double can count', () => {
  expect(addToInteger('9223372036854775807', 1n)).toBe('9223372036854775808');
  expect(addToInteger('-1', 1n)).toBe('0');
});

it('orders integers like the numbers that they are', () => {
  const integers = ['0', '1', '9', '10', '99', '100', '9223372036854775807', nines(38)];
  const all = [...integers, ...integers.slice(1).map((text) => `-${text}`)];
  for (const left of all)
    for (const right of all) {
      const [a, b] = [BigInt(left), BigInt(right)];
      expect(Math.sign(compareIntegers(left, right)), `${left} and ${right}`).toBe(a < b ? -1 : a > b ? 1 : 0);
    }
});

it.each([
  ['', 'a number'],
  ['x', 'a number'],
  ['1_0', 'a number'],
  [nines(39), 'a number of at most 38 digits'],
  ['1E126', 'a number of a magnitude below 1E+126'],
  [`-1${zeros(126)}`, 'a number of a magnitude below 1E+126'],
  ['1E-131', '0, or a number of a magnitude of at least 1E-130'],
])('says what is wrong with %s', (text, expected) => {
  expect(normalizeDecimal(text)).toBeUndefined();
  expect(expectedNumber(text)).toBe(expected);
});
