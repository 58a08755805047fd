import type { Fault } from './fault.ts';
import { takingRecords, tryingAlso } from './support/decorate.ts';
import { misreadTypes } from './support/misread.ts';
import { withoutDomain } from './support/types.ts';
import { zeroMembers } from './support/zero.ts';

export const missingWrittenAsZero: Fault = {
  id: 'missing-written-as-zero',
  summary: 'A required attribute that is missing is written as an empty string, 0 or false.',
  hazard: 'null-required-missing',
  seenIn: 'Go structs, and Java classes with primitive fields.',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    tryingAlso(
      codec,
      takingRecords(misreadTypes(codec, withoutDomain), (record, recordType) => ({
        ...zeroMembers(recordType),
        ...record,
      })),
      'required',
    ),
};
