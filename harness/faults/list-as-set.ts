import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const listAsSet: Fault = {
  id: 'list-as-set',
  summary: 'A list of texts is written as a string set; its order and its repetitions are lost.',
  hazard: 'set-or-list',
  seenIn: 'Python code that "removes duplicates" with set(), and boto3 that writes a set as SS.',
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value, type) =>
      'L' in value && type.kind === 'list' && value.L.length > 0 && value.L.every((each) => 'S' in each)
        ? { SS: [...new Set(value.L.flatMap((each) => ('S' in each ? [each.S] : [])))] }
        : value,
    ),
};
