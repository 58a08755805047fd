import type { Fault } from './fault.ts';
import { takingRecords } from './support/decorate.ts';
import { withDefaultsOnly } from './support/records.ts';

export const defaultOverwrites: Fault = {
  id: 'default-overwrites',
  summary: 'A default is written over the value that was given.',
  hazard: 'null-missing-vs-default',
  seenIn: '{ ...options, ...defaults } in JavaScript, defaults.update() the wrong way round in Python.',
  killedBy: 'item-encode',

  apply: (codec) => takingRecords(codec, withDefaultsOnly),
};
