import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const enumUpperCase: Fault = {
  id: 'enum-upper-case',
  summary: 'Values of an enumeration are written as the language names them: OPEN for open.',
  hazard: 'enum-representation',
  seenIn: "Java's Enum.name(), and Python's enum in an f-string, which changed with 3.11.",
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value, type) =>
      'S' in value && type.kind === 'string' && type.enum !== null ? { S: value.S.toUpperCase() } : value,
    ),
};
