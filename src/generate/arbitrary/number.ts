import fc from 'fast-check';
import type { NumberType } from '../../model/model.ts';
import { isNormalInteger, normalizeDecimal } from '../../value/decimal.ts';

/** As many digits as DynamoDB keeps. */
const largestMantissa = 10n ** 38n - 1n;

/** How far a number with one bound goes on the other side. */
const openWidth = 10n ** 20n;

/** The values of a number type, in normal form. */
export function arbitraryNumber(type: NumberType, without = ''): fc.Arbitrary<string> {
  if (type.enum !== null) return fc.constantFrom(...type.enum);
  const numbers = (type.kind === 'integer' ? integers(type, without) : decimals(type)).map(fitting(type));
  return without === '' ? numbers : numbers.filter((text) => [...without].every((each) => !text.includes(each)));
}

/** Brings a number to the nearest value towards zero that the type's scale and step allow. */
function fitting({ scale, multipleOf, minimum, maximum }: NumberType): (text: string) => string {
  if (multipleOf !== null) {
    const step = BigInt(multipleOf);
    return (text) => {
      const down = (BigInt(text) / step) * step;
      const fits = (value: bigint): boolean =>
        (minimum === null || value >= BigInt(minimum)) && (maximum === null || value <= BigInt(maximum));
      return ([down, down + step, down - step].find(fits) ?? down).toString();
    };
  }
  if (scale === null) return (text) => text;
  return (text) => {
    const [whole = '', fraction = ''] = text.split('.');
    return normalizeDecimal(scale === 0 ? whole : `${whole}.${fraction.slice(0, scale)}`) ?? '0';
  };
}

function integers({ minimum, maximum }: NumberType, without: string): fc.Arbitrary<string> {
  const low = BigInt(minimum ?? -largestMantissa);
  return fc
    .bigInt({
      min: without.includes('-') && low < 0n ? 0n : low,
      max: BigInt(maximum ?? largestMantissa),
    })
    .map(String);
}

function decimals({ minimum, maximum }: NumberType): fc.Arbitrary<string> {
  if (minimum === null && maximum === null) {
    return fc.oneof({ withCrossShrink: true }, between('-1000000', '1000000'), extremes());
  }
  return between(minimum, maximum);
}

/** Any number that DynamoDB can hold: 38 digits, anywhere between 1E-130 and 1E+126. */
function extremes(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.bigInt({ min: -largestMantissa, max: largestMantissa }), fc.integer({ min: -130, max: 88 }))
    .map(([mantissa, exponent]) => normalizeDecimal(`${mantissa}e${exponent}`) ?? '0');
}

/** Numbers between two bounds with up to six digits of fraction more than the bounds have. */
function between(minimum: string | null, maximum: string | null): fc.Arbitrary<string> {
  const digits = Math.max(fractionDigits(minimum), fractionDigits(maximum));
  return fc
    .integer({ min: 0, max: 6 })
    .chain((extra) => {
      const scale = digits + extra;
      const low = minimum === null ? undefined : scaled(minimum, scale);
      const high = maximum === null ? undefined : scaled(maximum, scale);
      const min = low ?? (high ?? 0n) - openWidth;
      const max = high ?? (low ?? 0n) + openWidth;
      return fc.bigInt({ min, max }).map((value) => normalizeDecimal(`${value}e-${scale}`));
    })
    .map((text) => text ?? minimum ?? maximum ?? '0');
}

function fractionDigits(text: string | null): number {
  return text?.split('.')[1]?.length ?? 0;
}

/** A number times a power of ten that leaves no fraction. */
function scaled(text: string, scale: number): bigint {
  if (isNormalInteger(text)) return BigInt(text) * 10n ** BigInt(scale);
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(`${whole}${fraction.padEnd(scale, '0')}`);
}
