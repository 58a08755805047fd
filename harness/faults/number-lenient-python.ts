import type { Fault } from './fault.ts';
import { takingValues } from './support/decorate.ts';
import { pythonInteger } from './support/python-integer.ts';

export const numberLenientPython: Fault = {
  id: 'number-lenient-python',
  summary: 'A lenient parser takes " 7", "+7", "007", "1_0" and "٣" for numbers, and they are stored.',
  hazard: 'num-lenient-parsers',
  seenIn: "Python's int().",
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    takingValues(codec, (value, type) =>
      type.kind === 'integer' && typeof value === 'string' ? pythonInteger(value) : value,
    ),
};
