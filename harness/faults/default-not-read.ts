import type { Fault } from './fault.ts';
import { readingRecords } from './support/decorate.ts';
import { mapMembers } from './support/walk.ts';

export const defaultNotRead: Fault = {
  id: 'default-not-read',
  summary: 'An attribute that is missing is read as absent, not as its default.',
  hazard: 'null-missing-vs-default',
  seenIn: 'Readers written after every writer stored the attribute; item.get("status") in Python.',
  killedBy: 'item-decode',
  apply: (codec) =>
    readingRecords(codec, (record, _recordType, { defaulted }) =>
      mapMembers(record, (value, name) => (defaulted.includes(name) ? undefined : value)),
    ),
};
