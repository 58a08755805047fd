import type { Json } from '../../value/json.ts';
import { checkAttributeValue } from '../attribute-value-check.ts';
import type { ValueCodec } from '../value-codec.ts';

/** Any value at all. A record holds it as DynamoDB JSON, because nothing else tells a number from text. */
export const freeCodec: ValueCodec = {
  write: (value) => checkAttributeValue(value),
  read: (value) => checkAttributeValue(value) as Json,
};
