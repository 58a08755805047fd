import fc from 'fast-check';
import type { TimestampType } from '../../model/model.ts';

/** 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z, in seconds since 1970. */
const firstSecond = -62135596800;
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
      if (/[-:TZ]/.test(without)) throw new TypeError(`every ${format} contains one of "${without}"`);
      return (format === 'iso-seconds' ? dateTime().map((text) => `${text}Z`) : rfc3339()).filter(isFree);
  }
}

function dateTime(): fc.Arbitrary<string> {
  return fc
    .integer({ min: firstSecond, max: lastSecond })
    .map((seconds) => new Date(seconds * 1000).toISOString().slice(0, 19));
}

function rfc3339(): fc.Arbitrary<string> {
  const digit = fc.constantFrom(...'0123456789');
  const fraction = fc.oneof(
    { withCrossShrink: true },
    fc.constant(''),
    fc.string({ unit: digit, minLength: 1, maxLength: 9 }).map((digits) => `.${digits}`),
  );
  const two = (value: number): string => String(value).padStart(2, '0');
  const offset = fc
    .tuple(fc.constantFrom('+', '-'), fc.nat(23), fc.nat(59))
    .map(([sign, hours, minutes]) => `${sign}${two(hours)}:${two(minutes)}`);
  const zone = fc.oneof({ withCrossShrink: true }, fc.constant('Z'), offset);
  return fc.tuple(dateTime(), fraction, zone).map((parts) => parts.join(''));
}
