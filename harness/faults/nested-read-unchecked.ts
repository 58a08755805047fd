import type { Fault } from './fault.ts';
import { asReader, misreadInside } from './support/misread.ts';
import { withoutChecks } from './support/types.ts';

export const nestedReadUnchecked: Fault = {
  id: 'nested-read-unchecked',
  summary: 'Attributes are checked when they are read, and what is inside of maps and lists is taken as it is stored.',
  hazard: 'null-required-missing',
  seenIn: 'Readers that copy maps: unmarshall() of util-dynamodb, and dict in Python.',
  killedBy: 'item-decode-refusal',
  apply: (codec) => asReader(codec, misreadInside(codec, withoutChecks)),
};
