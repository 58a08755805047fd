import type { Fault } from './fault.ts';
import { writingItems } from './support/decorate.ts';
import { mapMembers } from './support/walk.ts';

export const defaultNotWritten: Fault = {
  id: 'default-not-written',
  summary: 'A default that the writer must store is left to the readers.',
  hazard: 'null-missing-vs-default',
  seenIn: 'Defaults in the constructor of a class that only readers go through.',
  killedBy: 'item-encode',
  apply: (codec) =>
    writingItems(codec, (item, recordType, record) =>
      mapMembers(item, (value, name) =>
        recordType.attributes.some(
          (each) => each.name === name && each.default !== undefined && !Object.hasOwn(record, name),
        )
          ? undefined
          : value,
      ),
    ),
};
