import { wideInteger } from './integers.ts';
import { InvalidValue } from './invalid-value.ts';
import { text } from './text.ts';
import { mapped, type ValueCodec } from './value-codec.ts';

const endOfYear9999 = 253402300799n;

/** `2024-01-02T03:04:05Z`. */
export const isoSeconds: ValueCodec<Date> = mapped(
  text({ pattern: /^(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$/ }),
  (written, path) => {
    const instant = new Date(written);
    // Date rolls some impossible days over into the next month.
    if (Number.isNaN(instant.getTime()) || isoSecondsText(instant) !== written) {
      throw new InvalidValue(path, 'must be a real date and time');
    }
    return instant;
  },
  isoSecondsText,
);

/** Seconds since 1970, as a number. */
export const epochSeconds: ValueCodec<Date> = mapped(
  wideInteger(0n, endOfYear9999),
  (seconds) => new Date(Number(seconds) * 1000),
  (instant) => BigInt(Math.floor(instant.getTime() / 1000)),
);

/** Milliseconds since 1970, as a number. */
export const epochMilliseconds: ValueCodec<Date> = mapped(
  wideInteger(0n, endOfYear9999 * 1000n + 999n),
  (milliseconds) => new Date(Number(milliseconds)),
  (instant) => BigInt(instant.getTime()),
);

const rfc3339Pattern =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.[0-9]{1,9})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/;

/** RFC 3339, kept as it was written: a Date has neither its offset nor its nanoseconds. */
export const rfc3339: ValueCodec<string> = mapped(
  text({ pattern: rfc3339Pattern }),
  (written, path) => {
    isoSeconds.fromRecord(`${rfc3339Pattern.exec(written)?.[1]}Z`, path);
    return written;
  },
  (written) => written,
);

function isoSecondsText(instant: Date): string {
  return instant.toISOString().replace('.000Z', 'Z');
}
