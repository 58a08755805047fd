import type { Fault } from './fault.ts';
import { takingItems, tryingAlso } from './support/decorate.ts';
import { misreadTypes } from './support/misread.ts';
import { withoutDomain } from './support/types.ts';
import { zeroValues } from './support/zero.ts';

export const missingReadAsZero: Fault = {
  id: 'missing-read-as-zero',
  summary: 'A required attribute that is missing is read as an empty string, 0 or false.',
  hazard: 'null-required-missing',
  seenIn: "Go's zero values: attributevalue.UnmarshalMap says nothing about what is not there.",
  killedBy: 'item-decode-refusal',
  apply: (codec) =>
    tryingAlso(
      codec,
      takingItems(misreadTypes(codec, withoutDomain), (item, recordType) => ({ ...zeroValues(recordType), ...item })),
      'required',
    ),
};
