import type { KeyPart } from '../model/model.ts';
import { Violation } from '../scalar/violation.ts';
import { base64Length } from '../value/base64.ts';
import { utf8Length } from '../value/text.ts';

/**
 * The longest key values that DynamoDB accepts, in bytes of UTF-8. A computed attribute that is part of no key has only
 * the limit of its item, 400 KB.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-partition-sort-keys
 */
export const maximumKeyBytes = { partition: 2048, sort: 1024, computed: 409_600 } as const;

/** Compiles the check that refuses the text of a key attribute which is too long for its place. */
export function compileKeyLength({ place, attribute }: KeyPart): (text: string) => Violation | undefined {
  const limit = maximumKeyBytes[place];
  const bytesOf = attribute.type === 'B' ? base64Length : utf8Length;
  return (text) => {
    // No UTF-16 unit takes more than three bytes, so short keys need no count.
    if (text.length * 3 <= limit || bytesOf(text) <= limit) return undefined;
    return new Violation('key-too-long', text, `at most ${limit} bytes in a ${place} key`);
  };
}
