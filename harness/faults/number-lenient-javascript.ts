import type { Fault } from './fault.ts';
import { takingValues } from './support/decorate.ts';

export const numberLenientJavascript: Fault = {
  id: 'number-lenient-javascript',
  summary: 'A lenient parser takes an empty string for 0, and "1e3" and "7.0" for integers.',
  hazard: 'num-lenient-parsers',
  seenIn: "JavaScript's Number().",
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    takingValues(codec, (value, type) =>
      type.kind === 'integer' &&
      typeof value === 'string' &&
      Number.isInteger(Number(value)) &&
      Number.isSafeInteger(Number(value))
        ? String(Number(value))
        : value,
    ),
};
