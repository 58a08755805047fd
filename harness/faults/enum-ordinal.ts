import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const enumOrdinal: Fault = {
  id: 'enum-ordinal',
  summary: 'Values of an enumeration are written as their position.',
  hazard: 'enum-representation',
  seenIn: "TypeScript's numeric enums, Go's iota, Java's ordinal().",
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value, type) =>
      'S' in value && type.kind === 'string' && type.enum !== null ? { N: String(type.enum.indexOf(value.S)) } : value,
    ),
};
