import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const booleanAsNumber: Fault = {
  id: 'boolean-as-number',
  summary: 'A flag is stored as 1 or 0.',
  hazard: 'bool-as-number-or-string',
  seenIn: 'DynamoDBMapper for Java, which wrote Boolean as N by default.',
  killedBy: 'item-encode',
  apply: (codec) => writingValues(codec, (value) => ('BOOL' in value ? { N: value.BOOL ? '1' : '0' } : value)),
};
