import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const emptyCollectionAsNull: Fault = {
  id: 'empty-collection-as-null',
  summary: 'Empty lists and maps are written as NULL.',
  hazard: 'null-empty-map',
  seenIn: "Go's nil slices and maps.",
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value) =>
      ('L' in value && value.L.length === 0) || ('M' in value && Object.keys(value.M).length === 0)
        ? { NULL: true }
        : value,
    ),
};
