import type { Fault } from './fault.ts';
import { readingValues } from './support/decorate.ts';
import { isNumeric } from './support/types.ts';

export const numberReadThroughDouble: Fault = {
  id: 'number-read-through-double',
  summary: 'Numbers are read through a double.',
  hazard: 'num-js-fraction-loss-on-read',
  seenIn: 'unmarshall() of @aws-sdk/util-dynamodb without wrapNumbers.',
  killedBy: 'item-decode',
  apply: (codec) =>
    readingValues(codec, (value, type) =>
      isNumeric(type) && typeof value === 'string' ? String(Number(value)) : value,
    ),
};
