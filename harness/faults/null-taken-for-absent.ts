import type { Fault } from './fault.ts';
import { takingRecords } from './support/decorate.ts';
import { mapMembers } from './support/walk.ts';

export const nullTakenForAbsent: Fault = {
  id: 'null-taken-for-absent',
  summary: 'A NULL in a record is taken for absent.',
  hazard: 'null-vs-absent',
  seenIn: 'JavaScript\'s "== null", and languages that have only one of the two.',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    takingRecords(codec, (record) => mapMembers(record, (value) => (value === null ? undefined : value))),
};
