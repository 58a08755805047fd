import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';
import { isTimestamp } from './support/types.ts';

export const millisecondsAsSeconds: Fault = {
  id: 'milliseconds-as-seconds',
  summary: 'Milliseconds since 1970 are written as seconds.',
  hazard: 'time-unit',
  seenIn: "Python's int(time.time()), Go's time.Now().Unix().",
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value, type) =>
      'N' in value && isTimestamp(type, 'epoch-milliseconds') ? { N: (BigInt(value.N) / 1000n).toString() } : value,
    ),
};
