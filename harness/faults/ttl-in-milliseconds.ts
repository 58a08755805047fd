import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';
import { isTimestamp } from './support/types.ts';

export const ttlInMilliseconds: Fault = {
  id: 'ttl-in-milliseconds',
  summary: 'Seconds since 1970 are written as milliseconds, so that Time to Live deletes nothing for 50000 years.',
  hazard: 'time-unit',
  seenIn: 'Date.now() in JavaScript, System.currentTimeMillis() in Java; DynamoDB wants seconds.',
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value, type) =>
      'N' in value && isTimestamp(type, 'epoch-seconds') ? { N: `${value.N}000` } : value,
    ),
};
