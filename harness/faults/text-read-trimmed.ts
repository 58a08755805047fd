import type { Fault } from './fault.ts';
import { readingValues } from './support/decorate.ts';

export const textReadTrimmed: Fault = {
  id: 'text-read-trimmed',
  summary: 'White space around a text is taken away when it is read.',
  hazard: 'key-whitespace-trim',
  seenIn: 'Readers of data that came from files of fixed width.',
  killedBy: 'item-decode',
  apply: (codec) =>
    readingValues(codec, (value, type) => (type.kind === 'string' && typeof value === 'string' ? value.trim() : value)),
};
