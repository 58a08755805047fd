import type { Fault } from './fault.ts';
import { takingValues } from './support/decorate.ts';

export const enumCaseFolded: Fault = {
  id: 'enum-case-folded',
  summary: 'Values of an enumeration are compared without case.',
  hazard: 'enum-case',
  seenIn: 'Enum.TryParse(ignoreCase) in .NET, str.lower() before a comparison.',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    takingValues(codec, (value, type) =>
      type.kind === 'string' && typeof value === 'string'
        ? (type.enum?.find((each) => each.toLowerCase() === value.toLowerCase()) ?? value)
        : value,
    ),
};
