import type { Fault } from './fault.ts';
import { writingItems } from './support/decorate.ts';
import { mapMembers } from './support/walk.ts';

export const defaultFromIgnored: Fault = {
  id: 'default-from-ignored',
  summary: 'An attribute whose default is the value of another one is not written.',
  hazard: 'null-missing-vs-default',
  seenIn: "A rule that lives in one program's constructor and nowhere else.",
  killedBy: 'item-encode',
  apply: (codec) =>
    writingItems(codec, (item, recordType, record) =>
      mapMembers(item, (value, name) =>
        recordType.attributes.some(
          (each) => each.name === name && each.defaultFrom !== null && !Object.hasOwn(record, name),
        )
          ? undefined
          : value,
      ),
    ),
};
