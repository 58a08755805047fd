import type { Automaton } from '../regex/automaton.ts';
import type { TimestampFormat } from '../value/timestamp.ts';
import type { Encoding, NumberType, StringType, TimeUnit, ValueType } from './model.ts';

/** How many characters every value of a component has in a key; `undefined` for values of several lengths. */
export type WidthOf = (name: string, encodings: readonly Encoding[]) => number | undefined;

/**
 * Where the text of a component that begins at `index` of a key ends: after its width, before the character that ends
 * it, or at the end of the key. Negative for a text in which there is no such place.
 */
export function endOf(
  { until, width }: { readonly until: string | null; readonly width?: number | undefined },
  text: string,
  index: number,
): number {
  if (width !== undefined) return index + width <= text.length ? index + width : -1;
  return until === null ? text.length : text.indexOf(until, index);
}

/**
 * The characters that all values of a type have in a key. ASCII alone is looked at, because languages count others
 * differently.
 */
export function widthIn(type: ValueType | undefined, encodings: readonly Encoding[]): number | undefined {
  return encodings.reduce(encodedWidth, type === undefined ? undefined : widthOfType(type));
}

const widths: { readonly [unit in TimeUnit | TimestampFormat]?: number } = {
  year: 4,
  month: 7,
  date: 10,
  hour: 13,
  'iso-seconds': 20,
  'iso-milliseconds': 24,
  'iso-microseconds': 27,
};

function encodedWidth(width: number | undefined, encoding: Encoding): number | undefined {
  switch (encoding.kind) {
    case 'pad':
      return encoding.width;
    case 'time':
      return widths[encoding.format];
    case 'sha256':
      return 64;
    case 'shard':
      return encoding.count <= 10 ? 1 : undefined;
    case 'lower':
    case 'upper':
      return width;
    case 'percent':
    case 'trim':
    case 'strip':
      return undefined;
    case 'or':
      return encoding.text.length === width ? width : undefined;
  }
}

function widthOfType(type: ValueType): number | undefined {
  switch (type.kind) {
    case 'string':
      return widthOfText(type);
    case 'integer':
      return widthOfInteger(type);
    case 'timestamp':
      return widths[type.format];
    default:
      return undefined;
  }
}

function widthOfText({ enum: values, pattern, minLength, maxLength }: StringType): number | undefined {
  if (values !== null) return values.every(isAscii) ? onlyOne(values.map((value) => value.length)) : undefined;
  if (pattern === null || !pattern.automaton.transitions.every((list) => list.every(({ max }) => max < 128)))
    return undefined;
  return minLength === maxLength && minLength > 0 ? minLength : widthOfPattern(pattern.automaton);
}

function widthOfInteger({ enum: values, minimum, maximum }: NumberType): number | undefined {
  if (values !== null) return onlyOne(values.map((value) => value.length));
  const natural = minimum !== null && !minimum.startsWith('-');
  return natural && minimum.length === maximum?.length ? minimum.length : undefined;
}

/** The only length of the texts of an automaton, whose states all lead to an end. */
function widthOfPattern({ stateCount, transitions, accepting }: Automaton): number | undefined {
  let states = new Set([0]);
  for (let length = 0; length <= stateCount; length++) {
    const next = new Set([...states].flatMap((state) => (transitions[state] ?? []).map(({ to }) => to)));
    // Where some texts end and others go on, there are two lengths.
    if ([...states].some((state) => accepting[state] === true))
      return next.size === 0 && length > 0 && [...states].every((state) => accepting[state] === true)
        ? length
        : undefined;
    states = next;
  }
  return undefined;
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

function onlyOne(lengths: readonly number[]): number | undefined {
  const [first, second] = new Set(lengths);
  return second === undefined && first !== 0 ? first : undefined;
}
