import type { Fault } from './fault.ts';
import { takingRecords } from './support/decorate.ts';
import { maximumLength } from './support/types.ts';
import { mapMembers } from './support/walk.ts';

export const textTruncated: Fault = {
  id: 'text-truncated',
  summary: 'Text that is too long is cut.',
  hazard: 'str-length-unit',
  seenIn: 'MySQL outside of strict mode, and s[:256] in Python.',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    takingRecords(codec, (record, recordType) =>
      mapMembers(record, (value, name) =>
        typeof value === 'string' ? [...value].slice(0, maximumLength(recordType, name)).join('') : value,
      ),
    ),
};
