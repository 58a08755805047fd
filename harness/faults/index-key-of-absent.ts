import type { Fault } from './fault.ts';
import { withTextForAbsent } from './support/keys.ts';
import { asWriter, misread } from './support/misread.ts';

export const indexKeyOfAbsent: Fault = {
  id: 'index-key-of-absent',
  summary: 'An item is in a sparse index though the attribute of its key is absent: the key says "None".',
  hazard: 'gsi-sparse',
  seenIn: 'f"PARENT#{parent_id}" without a condition around it.',
  killedBy: 'key-build',
  apply: (codec) =>
    asWriter(
      codec,
      misread(codec, (recordType) => ({
        ...recordType,
        keys: recordType.keys.map((key) =>
          key.when.length === 0
            ? key
            : { ...key, when: [], parts: key.parts.map((part) => withTextForAbsent(part, 'None')) },
        ),
      })),
    ),
};
