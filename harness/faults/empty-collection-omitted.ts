import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const emptyCollectionOmitted: Fault = {
  id: 'empty-collection-omitted',
  summary: 'Empty lists and maps are left out.',
  hazard: 'null-empty-list',
  seenIn: 'Go\'s "omitempty", and skip_serializing_if = "Vec::is_empty" in Rust.',
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value) =>
      ('L' in value && value.L.length === 0) || ('M' in value && Object.keys(value.M).length === 0) ? undefined : value,
    ),
};
