import type { Fault } from './fault.ts';
import { refusingComponents } from './support/keys.ts';

export const keyAbsentTextRefused: Fault = {
  id: 'key-absent-text-refused',
  summary: 'A component that reads "undefined", "None" or "null" is refused, as if it were absent.',
  hazard: 'key-null-interpolation',
  seenIn: 'Guards against keys that interpolation has spoilt: if (!id || id === "undefined") throw ...',
  killedBy: 'key-build',

  apply: (codec) => refusingComponents(codec, (text) => ['undefined', 'None', 'null'].includes(text)),
};
