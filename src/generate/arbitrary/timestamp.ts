import fc from 'fast-check';
import type { TimestampType } from '../../model/model.ts';
import { isTimestamp } from '../../value/timestamp.ts';

/** 9999-12-31T23:59:59Z, in seconds since 1970. */
const lastSecond = 253402300799;

/** The values of a timestamp type. They shrink to the first second of 1970. */
export function arbitraryTimestamp({ format }: TimestampType, without = ''): fc.Arbitrary<string> {
  const isFree = (text: string): boolean => [...without].every((each) => !text.includes(each));
  switch (format) {
    case 'epoch-seconds':
      return fc.integer({ min: 0, max: lastSecond }).map(String).filter(isFree);
    case 'epoch-milliseconds':
      return fc
        .integer({ min: 0, max: lastSecond * 1000 + 999 })
        .map(String)
        .filter(isFree);
    default:
      if (format === 'date' || format === 'month') {
        const length = format === 'date' ? 10 : 7;
        return dateTime()
          .map((text) => text.slice(0, length))
          .filter(isFree);
      }
      if (/[-:TZ]/.test(without)) throw new TypeError(`every ${format} contains one of "${without}"`);
      return (format === 'rfc3339' ? rfc3339() : dateTimeWith(fractionDigits[format])).filter(isFree);
  }
}

const fractionDigits = { 'iso-seconds': 0, 'iso-milliseconds': 3, 'iso-microseconds': 6 } as const;

function dateTimeWith(digits: number): fc.Arbitrary<string> {
  if (digits === 0) return dateTime().map((text) => `${text}Z`);
  return fc
    .tuple(dateTime(), fc.nat(10 ** digits - 1))
    .map(([text, fraction]) => `${text}.${String(fraction).padStart(digits, '0')}Z`);
}

/** Dates that exist, in years with four digits. */
function dateTime(): fc.Arbitrary<string> {
  const year = fc.oneof(
    { withCrossShrink: true },
    fc.integer({ min: 1970, max: 2100 }),
    fc.integer({ min: 1, max: 9999 }),
  );
  const time = fc.tuple(fc.nat(23), fc.nat(59), fc.nat(59)).map((parts) => parts.map(two).join(':'));
  return fc
    .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), time)
    .map(([y, month, day, rest]) => {
      const start = `${String(y).padStart(4, '0')}-${two(month)}`;
      const candidates = [day, 30, 29].map((each) => `${start}-${two(each)}T${rest}`);
      return candidates.find((text) => isTimestamp(`${text}Z`, 'iso-seconds')) ?? `${start}-28T${rest}`;
    });
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function rfc3339(): fc.Arbitrary<string> {
  const digit = fc.constantFrom(...'0123456789');
  const fraction = fc.oneof(
    { withCrossShrink: true },
    fc.constant(''),
    fc.string({ unit: digit, minLength: 1, maxLength: 9 }).map((digits) => `.${digits}`),
  );
  const offset = fc
    .tuple(fc.constantFrom('+', '-'), fc.nat(23), fc.nat(59))
    .map(([sign, hours, minutes]) => `${sign}${two(hours)}:${two(minutes)}`);
  const zone = fc.oneof({ withCrossShrink: true }, fc.constant('Z'), offset);
  return fc.tuple(dateTime(), fraction, zone).map((parts) => parts.join(''));
}
