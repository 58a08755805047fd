import type { Fault } from './fault.ts';
import { readingValues } from './support/decorate.ts';

export const numberReadAsFloat: Fault = {
  id: 'number-read-as-float',
  summary: 'Integers are read as floating-point numbers, whose text has a point: "5.0".',
  hazard: 'num-go-interface-float64',
  seenIn: "Python's str(float(…)) and Java's Double.toString().",
  killedBy: 'item-decode',
  apply: (codec) =>
    readingValues(codec, (value, type) =>
      type.kind === 'integer' && typeof value === 'string' ? `${value}.0` : value,
    ),
};
