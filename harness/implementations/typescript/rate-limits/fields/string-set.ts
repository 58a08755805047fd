import { stringSetOf } from '../values/collections.ts';
import type { TextCodec } from '../values/text.ts';
import { type Field, withDefault } from './field.ts';

/** DynamoDB has no empty set: the attribute disappears with its last member. */
export function possiblyEmptySet(name: string, members: TextCodec): Field<ReadonlySet<string>> {
  const field = withDefault(name, stringSetOf(members), new Set<string>());
  return {
    ...field,
    toItem(set, item) {
      if (set.size > 0) field.toItem(set, item);
    },
  };
}
