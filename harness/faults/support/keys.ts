import type { Codec } from '../../../src/item/codec.ts';
import { componentNames } from '../../../src/model/key-pattern.ts';
import type { Encoding, KeyPart, KeyToken, RecordType } from '../../../src/model/model.ts';
import type { AttributeValue, Item } from '../../../src/value/attribute-value.ts';
import { refusingValues } from './decorate.ts';

/** The names of everything that stands in a key of a record type. */
export function componentsOfKeys({ keys }: RecordType): readonly string[] {
  return [...new Set(keys.flatMap((key) => key.parts.flatMap((part) => componentNames(part.pattern))))];
}

/** Refuses records with a component to which a check of its own objects. */
export function refusingComponents(codec: Codec, objects: (text: string) => boolean): Codec {
  return refusingValues(
    codec,
    (value, name, recordType) =>
      typeof value === 'string' && componentsOfKeys(recordType).includes(name) && objects(value),
  );
}

/** A pattern whose first two components have changed places, where it has two. */
export function exchangeComponents(tokens: readonly KeyToken[]): readonly KeyToken[] {
  const [first, second] = tokens.filter((token) => token.kind === 'component');
  if (first === undefined || second === undefined) return tokens;
  return tokens.map((token) =>
    token === first ? { ...second, until: first.until } : token === second ? { ...first, until: second.until } : token,
  );
}

type Pad = Extract<Encoding, { readonly kind: 'pad' }>;

/** A pattern with other encodings in the place of each padding. */
export function withPad(tokens: readonly KeyToken[], change: (pad: Pad) => readonly Encoding[]): readonly KeyToken[] {
  return tokens.map((token) =>
    token.kind === 'literal'
      ? token
      : { ...token, encodings: token.encodings.flatMap((each) => (each.kind === 'pad' ? change(each) : [each])) },
  );
}

export function hasPad({ pattern }: KeyPart): boolean {
  return pattern.tokens.some(
    (token) => token.kind === 'component' && token.encodings.some((each) => each.kind === 'pad'),
  );
}

/** A key attribute in which a text stands for each component that is absent. */
export function withTextForAbsent(part: KeyPart, text: string): KeyPart {
  const tokens = part.pattern.tokens.map(
    (token): KeyToken =>
      token.kind === 'literal' ? token : { ...token, encodings: [...token.encodings, { kind: 'or', text }] },
  );
  return { ...part, pattern: { ...part.pattern, tokens } };
}

/** A value for each key attribute of a sparse index that an item is not in. */
export function absentIndexKeys(item: Item, { keys }: RecordType, value: AttributeValue): Item {
  const names = keys
    .filter(({ when }) => when.length > 0)
    .flatMap((key) => key.parts.map((part) => part.attribute.name));
  return Object.fromEntries(names.filter((name) => !Object.hasOwn(item, name)).map((name) => [name, value]));
}
