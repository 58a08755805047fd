import type { Fault } from './fault.ts';
import { takingStored } from './support/decorate.ts';

export const enumUnknownAsFirst: Fault = {
  id: 'enum-unknown-as-first',
  summary: 'An unknown value of an enumeration is read as the first one.',
  hazard: 'enum-unknown',
  seenIn: "Go's iota and proto3: what is unknown is 0.",
  killedBy: 'item-decode-refusal',
  apply: (codec) =>
    takingStored(codec, (value, type) =>
      'S' in value && type.kind === 'string' && type.enum !== null && !type.enum.includes(value.S)
        ? { S: type.enum[0] ?? value.S }
        : value,
    ),
};
