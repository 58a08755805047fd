import type { Fault } from './fault.ts';
import { takingStored, tryingAlso } from './support/decorate.ts';

export const timestampReadUnchecked: Fault = {
  id: 'timestamp-read-unchecked',
  summary: 'What is no timestamp is read as one.',
  hazard: 'time-calendar',
  seenIn: 'Readers that keep timestamps as strings.',
  killedBy: 'item-decode-refusal',
  apply: (codec) =>
    tryingAlso(
      codec,
      takingStored(codec, (value, type) =>
        'S' in value && type.kind === 'timestamp' ? { S: value.S.replace('1900-02-29', '1900-03-01') } : value,
      ),
    ),
};
