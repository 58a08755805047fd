import type { Fault } from './fault.ts';
import { asWriter, misread } from './support/misread.ts';

export const indexKeyOfOtherAttribute: Fault = {
  id: 'index-key-of-other-attribute',
  summary: 'Whether an item is in a sparse index is decided by another attribute than the one that the key is made of.',
  hazard: 'gsi-sparse',
  seenIn: 'An "if" that was copied from the index above, and asks for the attribute of that one.',
  killedBy: 'key-build',

  apply: (codec) =>
    asWriter(
      codec,
      misread(codec, (recordType) => ({
        ...recordType,
        keys: recordType.keys.map((key) => {
          const deciding = key.when.map((each) => each.component);
          const other = recordType.attributes.find(
            ({ name, required, nullable }) => !deciding.includes(name) && (nullable || !required),
          );
          return deciding.length === 0 || other === undefined
            ? key
            : { ...key, when: [{ component: other.name, values: null }] };
        }),
      })),
    ),
};
