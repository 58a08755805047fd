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

/** Refuses the text of a key attribute that is too long for its place. */
export function checkKeyLength(text: string, { place, attribute }: KeyPart): Violation | undefined {
  const limit = maximumKeyBytes[place];
  // No UTF-16 unit takes more than three bytes, so short keys need no count.
  if (text.length * 3 <= limit) return undefined;
  const bytes = attribute.type === 'B' ? base64Length(text) : utf8Length(text);
  if (bytes <= limit) return undefined;
  return new Violation('key-too-long', text, `at most ${limit} bytes in a ${place} key`);
}
