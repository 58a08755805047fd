import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';
import { isTimestamp } from './support/types.ts';

export const timestampTrailingZerosDropped: Fault = {
  id: 'timestamp-trailing-zeros-dropped',
  summary: 'Zeros at the end of a fraction are left out: "05.12Z" for "05.120Z".',
  hazard: 'time-precision',
  seenIn: "Go's time.RFC3339Nano.",
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value, type) =>
      'S' in value && isTimestamp(type, 'iso-milliseconds', 'rfc3339')
        ? { S: value.S.replace(/(?<=\.\d*[1-9])0+(?=Z)/, '') }
        : value,
    ),
};
