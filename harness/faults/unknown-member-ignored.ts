import type { Fault } from './fault.ts';
import { takingRecords } from './support/decorate.ts';
import { isMember } from './support/records.ts';
import { mapMembers } from './support/walk.ts';

export const unknownMemberIgnored: Fault = {
  id: 'unknown-member-ignored',
  summary: 'A member that the record type does not have is ignored, so that a misspelt one is never written.',
  hazard: 'attr-typo',
  seenIn: "Pydantic's default, JSON.parse() and structs in Go.",
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    takingRecords(codec, (record, recordType) =>
      mapMembers(record, (value, name) => (isMember(recordType, name) ? value : undefined)),
    ),
};
