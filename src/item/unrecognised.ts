import { keyAttributeNames } from '../model/key-attributes.ts';
import type { ComputedAttribute, Model } from '../model/model.ts';
import { Violation } from '../scalar/violation.ts';
import { ownProperty } from '../value/json.ts';
import type { RecordCodec } from './record-codec.ts';

type ItemLike = { readonly [name: string]: unknown };

/**
 * What to say of an item that is of no record type: its key is that of none, or its discriminator is.
 *
 * @param keyed those whose primary key it has
 */
export function unrecognised(model: Model, item: ItemLike, keyed: readonly RecordCodec[]): Violation {
  const wanted = keyed.flatMap(({ recordType }) =>
    recordType.computed.filter(({ discriminator }) => discriminator).map((each) => ({ ...each, of: recordType.name })),
  );
  if (wanted.length === 0)
    return new Violation('record-type', keyOf(model, item), 'a primary key of one of the record types');
  const found = Object.fromEntries(
    wanted.flatMap(({ name }) => {
      const value = ownProperty(item, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const choices = wanted.map((each) => `"${each.name}" is "${textOf(each)}" for ${each.of}`).join(', ');
  return new Violation(
    'record-type',
    { ...keyOf(model, item), ...found },
    `the discriminator of a record type with this primary key (${choices})`,
  );
}

/** The key attributes of an item as they are, for a message. */
export function keyOf(model: Model, item: ItemLike): ItemLike {
  const names = new Set(model.tables.flatMap((table) => table.keys.slice(0, 1).flatMap(keyAttributeNames)));
  return Object.fromEntries(
    Object.keys(item)
      .filter((name) => names.has(name))
      .map((name) => [name, item[name]]),
  );
}

/** A discriminator is a constant. */
function textOf({ part }: ComputedAttribute): string {
  return part.pattern.tokens.map((token) => (token.kind === 'literal' ? token.text : '')).join('');
}
