import type { Fault } from './fault.ts';
import { readingValues } from './support/decorate.ts';

export const listReadWithoutRepetitions: Fault = {
  id: 'list-read-without-repetitions',
  summary: 'What occurs twice in a list is read once.',
  hazard: 'list-order',
  seenIn: 'Readers whose field is a set: Set<String> in Java, HashSet in Rust.',
  killedBy: 'item-decode',
  apply: (codec) =>
    readingValues(codec, (value, type) =>
      type.kind === 'list' && Array.isArray(value)
        ? [...new Map(value.map((each) => [JSON.stringify(each), each])).values()]
        : value,
    ),
};
