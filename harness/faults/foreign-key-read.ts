import type { Fault } from './fault.ts';
import { tryingAlso } from './support/decorate.ts';
import { readingForeignKeys } from './support/records.ts';

export const foreignKeyRead: Fault = {
  id: 'foreign-key-read',
  summary: 'An item is read as a record type though its key is that of another one, or of none.',
  hazard: 'key-entity-tag-case',
  seenIn: 'Readers that take an item for what they asked for.',
  killedBy: 'item-decode-refusal',
  apply: (codec) => tryingAlso(codec, readingForeignKeys(codec), 'key-pattern'),
};
