import type { Fault } from './fault.ts';
import { refusingValues } from './support/decorate.ts';
import { maximumLength } from './support/types.ts';

export const lengthInUtf16: Fault = {
  id: 'length-in-utf16',
  summary: 'Lengths are counted in UTF-16 units, so that some texts are refused that are not too long.',
  hazard: 'str-length-unit',
  seenIn: 'length of JavaScript, Java and C#.',
  killedBy: 'item-encode',
  apply: (codec) =>
    refusingValues(
      codec,
      (value, name, recordType) => typeof value === 'string' && value.length > maximumLength(recordType, name),
    ),
};
