import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryNumber } from '../../src/generate/arbitrary/number.ts';
import { anyNumber } from '../../src/model/scalar-type.ts';
import { addToInteger, compareDecimals, isNormalInteger, normalizeDecimal } from '../../src/value/decimal.ts';
import { codePointLength, compareUtf8, isWellFormed, utf8Length } from '../../src/value/text.ts';
import { law } from '../support/law.ts';

const runs = 1000;
const digits = (maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0012345678999'), maxLength, size: '+1' });

/** Numbers in any spelling, some beyond what DynamoDB holds. */
const spelling = fc
  .tuple(
    fc.constantFrom('', '-', '+'),
    digits(42),
    fc.option(digits(42), { nil: undefined }),
    fc.option(fc.tuple(fc.constantFrom('e', 'E'), fc.constantFrom('', '-', '+'), fc.integer({ min: 0, max: 170 })), {
      nil: undefined,
    }),
  )
  .map(
    ([sign, whole, fraction, exponent]) =>
      `${sign}${whole}${fraction === undefined ? '' : `.${fraction}`}${exponent?.join('') ?? ''}`,
  );

/** Numbers in normal form that often share digits, so that every branch of a comparison is taken. */
const number = fc.oneof(
  arbitraryNumber(anyNumber),
  fc.tuple(fc.integer({ min: -120, max: 120 }), fc.integer({ min: 0, max: 3 })).map(([value, scale]) => {
    const text = normalizeDecimal(`${value}e-${scale}`);
    return text ?? '0';
  }),
);

it('brings a number into a form that stays as it is', () => {
  law(
    [spelling],
    (text) => {
      const normal = normalizeDecimal(text);
      if (normal === undefined) return;
      expect(normal).toMatch(/^(?:0|-?(?:[1-9][0-9]*|0(?=\.)|[1-9][0-9]*(?=\.))(?:\.[0-9]*[1-9])?)$/);
      expect(normalizeDecimal(normal)).toBe(normal);
    },
    runs,
  );
});

it('changes the spelling of a number and not its value, and refuses exactly what DynamoDB cannot hold', () => {
  law(
    [spelling],
    (text) => {
      const exact = rational(text);
      const normal = normalizeDecimal(text);
      if (exact === undefined || !isHeld(exact)) expect(normal).toBeUndefined();
      else expect(isEqual(rational(normal ?? ''), exact)).toBe(true);
    },
    runs,
  );
});

it('gives equal numbers equal text', () => {
  law(
    [fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(20), fc.nat(20), fc.constantFrom('', '0', '00')],
    (mantissa, shift, scale, zeros) => {
      const sign = mantissa < 0n ? '-' : '';
      const text = String(mantissa < 0n ? -mantissa : mantissa);
      const spelled = `${sign}${zeros}${text}${'0'.repeat(shift)}.${zeros}e-${scale + shift}`;
      expect(normalizeDecimal(spelled)).toBe(normalizeDecimal(`${mantissa}e-${scale}`));
    },
    runs,
  );
});

it('orders numbers by value', () => {
  law(
    [number, number],
    (left, right) => {
      expect(Math.sign(compareDecimals(left, right))).toBe(compareExactly(left, right));
    },
    runs,
  );
});

it('orders numbers totally', () => {
  law(
    [number, number, number],
    (...values) => {
      const [a, b, c] = values.sort(compareDecimals);
      expect(Math.sign(compareDecimals(a, b))).toBe(-Math.sign(compareDecimals(b, a)) + 0);
      expect(compareDecimals(a, b)).toBeLessThanOrEqual(0);
      expect(compareDecimals(b, c)).toBeLessThanOrEqual(0);
      expect(compareDecimals(a, c)).toBeLessThanOrEqual(0);
      expect(compareDecimals(a, b) === 0).toBe(a === b);
    },
    runs,
  );
});

it('adds to integers exactly', () => {
  law([fc.bigInt(), fc.bigInt({ min: -5n, max: 5n })], (left, right) => {
    const sum = addToInteger(String(left), right);
    expect(BigInt(sum)).toBe(left + right);
    expect(isNormalInteger(sum)).toBe(true);
  });
});

/** Texts whose order and length depend on the unit one counts in. */
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      'a',
      'b',
      '\u007f',
      '\u0080',
      '\u07ff',
      '\u0800',
      '\ud7ff',
      '\ue000',
      '\uffff',
      '\u{10000}',
      '\u{10ffff}',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

it('orders text as its UTF-8 bytes are ordered', () => {
  law(
    [text, text, text],
    (prefix, left, right) => {
      const [a, b] = [prefix + left, prefix + right];
      expect(Math.sign(compareUtf8(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    },
    runs,
  );
});

it('counts characters and bytes as Unicode does', () => {
  law(
    [text],
    (value) => {
      expect(codePointLength(value)).toBe([...value].length);
      expect(utf8Length(value)).toBe(Buffer.byteLength(value));
      expect(isWellFormed(value)).toBe(true);
    },
    runs,
  );
});

it('finds every lone surrogate', () => {
  const units = fc.string({
    unit: fc.constantFrom('a', '\ud800', '\udbff', '\udc00', '\udfff', '\u{1f600}'),
    maxLength: 6,
  });
  law(
    [units],
    (value) => {
      expect(isWellFormed(value)).toBe(Buffer.from(value).toString() === value);
    },
    runs,
  );
});

type Rational = { readonly mantissa: bigint; readonly exponent: number };

/** The value of a number in any spelling, without the code under test. */
function rational(text: string): Rational | undefined {
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  if (whole + fraction === '') return undefined;
  const mantissa = BigInt(whole + fraction);
  return { mantissa: sign === '-' ? -mantissa : mantissa, exponent: Number(exponent) - fraction.length };
}

/** Up to 38 significant digits, the first of them worth 1E-130 to 1E+125. */
function isHeld({ mantissa, exponent }: Rational): boolean {
  if (mantissa === 0n) return true;
  const significant = String(mantissa).replace('-', '').replace(/0+$/, '');
  const magnitude = String(mantissa).replace('-', '').length - 1 + exponent;
  return significant.length <= 38 && magnitude >= -130 && magnitude <= 125;
}

function isEqual(left: Rational | undefined, right: Rational): boolean {
  return left !== undefined && scaled(left) === scaled(right);
}

function compareExactly(left: string, right: string): number {
  const zero: Rational = { mantissa: 0n, exponent: 0 };
  const difference = scaled(rational(left) ?? zero) - scaled(rational(right) ?? zero);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** Times 1E+300, which leaves no fraction. */
function scaled({ mantissa, exponent }: Rational): bigint {
  return mantissa * 10n ** BigInt(exponent + 300);
}
