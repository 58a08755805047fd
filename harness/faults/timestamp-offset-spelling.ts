import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const timestampOffsetSpelling: Fault = {
  id: 'timestamp-offset-spelling',
  summary: 'UTC is spelt "+00:00" where the design has "Z"; keys with one and the other are different keys.',
  hazard: 'time-offset-spelling',
  seenIn: "Python's datetime.isoformat().",
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value, type) =>
      'S' in value && type.kind === 'timestamp' ? { S: value.S.replace(/Z$/, '+00:00') } : value,
    ),
};
