import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const setAsList: Fault = {
  id: 'set-as-list',
  summary: 'A set is written as a list.',
  hazard: 'set-or-list',
  seenIn:
    "JavaScript's arrays, JSON, and every serializer without a word for sets: serde_dynamo writes L unless told otherwise.",
  killedBy: 'item-encode',
  apply: (codec) => writingValues(codec, (value) => ('SS' in value ? { L: value.SS.map((S) => ({ S })) } : value)),
};
