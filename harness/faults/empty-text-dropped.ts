import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const emptyTextDropped: Fault = {
  id: 'empty-text-dropped',
  summary: 'Attributes and members that are empty strings are left out.',
  hazard: 'null-empty-string',
  seenIn: 'Go\'s "omitempty"; code that is older than May 2020, when DynamoDB began to take empty strings.',
  killedBy: 'item-encode',
  apply: (codec) => writingValues(codec, (value) => ('S' in value && value.S === '' ? undefined : value)),
};
