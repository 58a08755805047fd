import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';
import { isTimestamp } from './support/types.ts';

export const epochAsText: Fault = {
  id: 'epoch-as-text',
  summary: 'Seconds since 1970 are stored as text, which Time to Live ignores.',
  hazard: 'time-native-type',
  seenIn: "Java's InstantAsStringAttributeConverter, the default of the Enhanced Client.",
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value, type) =>
      'N' in value && isTimestamp(type, 'epoch-seconds') ? { S: value.N } : value,
    ),
};
