import type { Encoding, ScalarType, TimeUnit } from '../../model/model.ts';
import { Violation } from '../../scalar/violation.ts';
import { fromInstant, type Instant, toInstant } from '../../value/instant.ts';
import { hashes, sha256 } from './hash.ts';
import { percentDecode, percentEncode } from './percent.ts';
import { stripped, trimmed } from './strip.ts';

/** The text of a value in a key. `undefined` is a value that is absent. */
export function encodeComponent(
  value: string | undefined,
  encodings: readonly Encoding[],
  type: ScalarType,
): string | Violation {
  const otherwise = encodings.at(-1);
  if (value === undefined) {
    return otherwise?.kind === 'or'
      ? otherwise.text
      : new Violation('required', undefined, 'a value, because it is part of a key');
  }
  let text = value;
  for (const encoding of encodings) {
    const encoded = encodeOne(text, encoding, type);
    if (encoded instanceof Violation) return encoded;
    text = encoded;
  }
  return text;
}

function encodeOne(text: string, encoding: Encoding, type: ScalarType): string | Violation {
  switch (encoding.kind) {
    case 'pad':
      return text.startsWith('-') || text.length > encoding.width
        ? new Violation('pad', text, `a number of at most ${encoding.width} digits, because a key pads it to that`)
        : text.padStart(encoding.width, '0');
    case 'lower':
      return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    case 'upper':
      return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
    case 'trim':
      return trimmed(text);
    case 'strip':
      return stripped(text, encoding.characters);
    case 'percent':
      return percentEncode(text, encoding.characters);
    case 'time':
      return type.kind === 'timestamp' ? timeText(toInstant(text, type.format), encoding.format, text) : text;
    case 'shard':
      return (hashes[encoding.hash](text) % BigInt(encoding.count)).toString();
    case 'sha256':
      return sha256(text);
    case 'or':
      return text === encoding.text
        ? new Violation('reserved', text, `a value other than "${text}", which stands for none in a key`)
        : text;
  }
}

/** With an offset, a time of the first or last day of the calendar may be in a year that has not four digits. */
function timeText(instant: Instant, unit: TimeUnit, text: string): string | Violation {
  const hasYear = unit !== 'epoch-seconds' && unit !== 'epoch-milliseconds';
  return hasYear && (instant < firstInstant || instant > lastInstant)
    ? new Violation('timestamp', text, 'a time in the years 0001 to 9999 of UTC, because a key has its date')
    : fromInstant(instant, unit);
}

/** 0001-01-01T00:00:00Z and the last microsecond of 9999. */
const firstInstant = -62_135_596_800_000_000n;
const lastInstant = 253_402_300_799_999_999n;

/**
 * The value whose text in a key this is, by encodings that are all invertible: a value, `null` for one that is absent,
 * or a violation for text that building never writes.
 */
export function decodeComponent(text: string, encodings: readonly Encoding[]): string | null | Violation {
  let value = text;
  for (const encoding of encodings.toReversed()) {
    if (encoding.kind === 'or') {
      if (value === encoding.text) return null;
    } else if (encoding.kind === 'pad') {
      if (value.length !== encoding.width) return new Violation('pad', value, `${encoding.width} digits`);
      value = value.replace(/^0+(?=[0-9])/, '');
    } else if (encoding.kind === 'percent') {
      const decoded = percentDecode(value, encoding.characters);
      if (decoded === undefined)
        return new Violation('percent', value, 'text in the one way that it is percent-encoded');
      value = decoded;
    }
  }
  return value;
}
