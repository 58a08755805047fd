import { isInvertible } from '../model/encoding.ts';
import { fineness } from '../model/fineness.ts';
import type { ComponentToken, Encoding, ScalarType } from '../model/model.ts';
import { Violation } from '../scalar/violation.ts';
import { decodeComponent, encodeComponent } from './encoding/encode.ts';

/** What the text of a component must be in one place of a key, given its text in another one; a violation for no text at all. */
export type Derive = (text: string) => string | Violation;

/**
 * How the text of a component follows from that in another place: from one that tells the value, from one that is encoded
 * further, from a finer time, or from the other case. `undefined` where it does not: two hashes tell nothing of each other.
 */
export function compileDerive(from: ComponentToken, to: ComponentToken, type: ScalarType): Derive | undefined {
  const encodings = withoutOr(from.encodings);
  const derive = derivePresent(encodings, to.encodings, type);
  const absent = absentText(from);
  if (derive === undefined || absent === undefined) return derive;
  return (text) => (text === absent ? encodeComponent(undefined, to.encodings, type) : derive(text));
}

/** The text that stands for a value that is absent. */
export function absentText({ encodings }: ComponentToken): string | undefined {
  const last = encodings.at(-1);
  return last?.kind === 'or' ? last.text : undefined;
}

export function withoutOr(encodings: readonly Encoding[]): readonly Encoding[] {
  return encodings.at(-1)?.kind === 'or' ? encodings.slice(0, -1) : encodings;
}

/** @param from the encodings of a text that stands for a value that is there */
function derivePresent(from: readonly Encoding[], to: readonly Encoding[], type: ScalarType): Derive | undefined {
  if (from.every(isInvertible))
    return (text) => {
      const value = decodeComponent(text, from);
      return value instanceof Violation ? value : encodeComponent(value ?? undefined, to, type);
    };
  if (from.every((encoding, index) => isSame(encoding, to[index]))) {
    const rest = to.slice(from.length);
    return (text) => encodeComponent(text, rest, type);
  }
  const [only, second] = from;
  const [first] = to;
  if (only === undefined || second !== undefined || first === undefined) return undefined;
  if (only.kind === 'time' && first.kind === 'time') {
    const { format } = only;
    if (fineness[first.format] > fineness[format] || format === 'year') return undefined;
    if (format !== 'hour') return (text) => encodeComponent(text, to, { kind: 'timestamp', format, examples: [] });
    return (text) => encodeComponent(`${text}:00:00Z`, to, { kind: 'timestamp', format: 'iso-seconds', examples: [] });
  }
  const isCase = ({ kind }: Encoding): boolean => kind === 'lower' || kind === 'upper';
  return isCase(only) && isCase(first) ? (text) => encodeComponent(text, to, type) : undefined;
}

function isSame(left: Encoding, right: Encoding | undefined): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
