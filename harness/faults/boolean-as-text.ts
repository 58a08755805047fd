import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const booleanAsText: Fault = {
  id: 'boolean-as-text',
  summary: 'A flag is stored as the text "true" or "false".',
  hazard: 'bool-as-number-or-string',
  seenIn: 'Form data, environment variables, and indexes whose keys cannot be BOOL.',
  killedBy: 'item-encode',
  apply: (codec) => writingValues(codec, (value) => ('BOOL' in value ? { S: String(value.BOOL) } : value)),
};
