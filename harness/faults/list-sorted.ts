import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const listSorted: Fault = {
  id: 'list-sorted',
  summary: 'A list is sorted before it is written.',
  hazard: 'list-order',
  seenIn: 'Writers that make their output "deterministic".',
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value) =>
      'L' in value
        ? { L: [...value.L].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1)) }
        : value,
    ),
};
