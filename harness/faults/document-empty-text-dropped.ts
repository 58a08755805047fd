import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';
import { mapMembers } from './support/walk.ts';

export const documentEmptyTextDropped: Fault = {
  id: 'document-empty-text-dropped',
  summary: 'Empty strings in free-form content are left out.',
  hazard: 'null-empty-string',
  seenIn: 'Recursive "clean up" helpers.',
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value, type) =>
      type.kind === 'document' && 'M' in value
        ? { M: mapMembers(value.M, (each) => ('S' in each && each.S === '' ? undefined : each)) }
        : value,
    ),
};
