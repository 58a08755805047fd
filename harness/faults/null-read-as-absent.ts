import type { Fault } from './fault.ts';
import { takingItems } from './support/decorate.ts';
import { mapMembers } from './support/walk.ts';

export const nullReadAsAbsent: Fault = {
  id: 'null-read-as-absent',
  summary: 'NULL is read as absent, or as the default, where the design has no NULL.',
  hazard: 'null-vs-absent',
  seenIn: 'serde\'s Option, Jackson, and "item.get(name) or default" in Python.',
  killedBy: 'item-decode-refusal',
  apply: (codec) => takingItems(codec, (item) => mapMembers(item, (value) => ('NULL' in value ? undefined : value))),
};
