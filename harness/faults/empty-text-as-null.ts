import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const emptyTextAsNull: Fault = {
  id: 'empty-text-as-null',
  summary: 'Empty strings are written as NULL.',
  hazard: 'null-empty-string',
  seenIn: 'convertEmptyValues of the AWS SDK for JavaScript.',
  killedBy: 'item-encode',
  apply: (codec) => writingValues(codec, (value) => ('S' in value && value.S === '' ? { NULL: true } : value)),
};
