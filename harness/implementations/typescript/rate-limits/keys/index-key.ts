import { InvalidValue } from '../values/invalid-value.ts';
import type { KeyParts, KeyText } from './key-text.ts';

/** The attributes of one key and their text. */
export type KeyAttributes = { readonly [attribute: string]: string };

/** The key of a record type, in the table or in one of its indexes. */
export interface IndexKey<T> {
  readonly attributes: readonly string[];
  readonly properties: ReadonlySet<string>;
  /** `undefined` when the record is not in the index. */
  readonly build: (value: T) => KeyAttributes | undefined;
  /** Takes the key out of anything that has its attributes, such as an item. */
  readonly parse: (attributes: { readonly [attribute: string]: unknown }) => KeyParts;
}

/** The key of an index that has every record of the type. */
export function indexKey<T>(texts: { readonly [attribute: string]: KeyText<T> }): IndexKey<T> {
  const entries = Object.entries(texts);
  return {
    attributes: Object.keys(texts),
    properties: new Set(entries.flatMap(([, text]) => text.properties)),
    build: (value) => Object.fromEntries(entries.map(([attribute, text]) => [attribute, text.build(value)])),
    parse(attributes) {
      const parts: { [property: string]: unknown } = {};
      for (const [attribute, text] of entries) {
        const written = attributes[attribute];
        if (typeof written !== 'string') throw new InvalidValue(attribute, 'must be there, as a string');
        for (const [property, part] of Object.entries(text.parse(written, attribute))) {
          if (Object.hasOwn(parts, property) && !isSame(parts[property], part)) {
            throw new InvalidValue(attribute, `has another ${property} than the rest of the key`);
          }
          parts[property] = part;
        }
      }
      return parts;
    },
  };
}

/** The key of a sparse index: `select` tells a record that is in it. */
export function sparseIndexKey<T, Member>(
  select: (value: T) => Member | undefined,
  index: IndexKey<Member>,
): IndexKey<T> {
  return {
    ...index,
    build(value) {
      const member = select(value);
      return member === undefined ? undefined : index.build(member);
    },
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return String(one) === String(other);
}
