import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';
import { mapMembers } from './support/walk.ts';

export const mapKeyProtoLost: Fault = {
  id: 'map-key-proto-lost',
  summary: 'A member named "__proto__" gets lost.',
  hazard: 'map-key-proto',
  seenIn: "JavaScript's plain assignment to an object, as in unmarshall() and in hand-written loops.",
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value) =>
      'M' in value ? { M: mapMembers(value.M, (each, name) => (name === '__proto__' ? undefined : each)) } : value,
    ),
};
