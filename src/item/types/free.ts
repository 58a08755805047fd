import { Violation } from '../../scalar/violation.ts';
import type { Json } from '../../value/json.ts';
import { checkAttributeValue } from '../attribute-value-check.ts';
import type { ValueCodec } from '../value-codec.ts';

/**
 * Any value at all. A record holds it as DynamoDB JSON, because nothing else tells a number from text. NULL in its place
 * is `null` in a record, as everywhere, so that it has one spelling.
 *
 * @param depth how many maps and lists are around it
 */
export function freeCodec(depth: number): ValueCodec {
  return {
    write: (value) => {
      const checked = checkAttributeValue(value, depth);
      return 'NULL' in checked ? new Violation('nullable', value, 'null, which is how a record says NULL') : checked;
    },
    read: (value) => checkAttributeValue(value, depth) as Json,
  };
}
