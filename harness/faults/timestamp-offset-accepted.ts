import type { Fault } from './fault.ts';
import { takingValues } from './support/decorate.ts';
import { isTimestamp } from './support/types.ts';

export const timestampOffsetAccepted: Fault = {
  id: 'timestamp-offset-accepted',
  summary:
    'A timestamp in another spelling is taken, and stored in that of the design, so that only some programs accept it.',
  hazard: 'time-lenient-parsers',
  seenIn: "JavaScript's new Date(text), Python's datetime.fromisoformat() since 3.11.",
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    takingValues(codec, (value, type) =>
      isTimestamp(type, 'iso-seconds', 'iso-milliseconds') && typeof value === 'string'
        ? value.replace(/\+00:00$/, 'Z').replace(' ', 'T')
        : value,
    ),
};
