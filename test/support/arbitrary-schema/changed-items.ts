import type { AttributeValue, Item } from '../../../src/value/attribute-value.ts';
import { setProperty } from '../../../src/value/json.ts';

/** An item as its writer did not write it, and what is different. */
export type ChangedItem = { readonly what: string; readonly attribute: string; readonly changed: Item };

/** The item without each of its attributes, and with another type in the place of each. */
export function changedItems(item: Item): readonly ChangedItem[] {
  return Object.keys(item).flatMap((attribute): readonly ChangedItem[] => {
    const { [attribute]: value, ...others } = item;
    const retyped = value === undefined ? [] : otherTypes(value);
    return [
      { what: `without ${attribute}`, attribute, changed: others },
      ...retyped.map((other) => ({
        what: `${attribute} as ${Object.keys(other)[0]}`,
        attribute,
        changed: withValue(item, attribute, other),
      })),
    ];
  });
}

function withValue(item: Item, name: string, value: AttributeValue): Item {
  const copy: { [name: string]: AttributeValue } = { ...item };
  setProperty(copy, name, value);
  return copy;
}

/** The value with another type tag, in those that a careless reader takes for the same. */
function otherTypes(value: AttributeValue): readonly AttributeValue[] {
  if ('S' in value) return [{ B: Buffer.from(value.S).toString('base64') }, { SS: [value.S] }, { N: '1' }];
  if ('N' in value) return [{ S: value.N }, { NS: [value.N] }];
  if ('B' in value) return [{ S: value.B }, { BS: [value.B] }];
  if ('BOOL' in value) return [{ S: String(value.BOOL) }, { N: value.BOOL ? '1' : '0' }];
  if ('NULL' in value) return [{ S: '' }, { BOOL: false }];
  if ('SS' in value) return [{ L: value.SS.map((S) => ({ S })) }, { S: String(value.SS[0]) }];
  if ('NS' in value) return [{ L: value.NS.map((N) => ({ N })) }, { SS: value.NS }];
  if ('BS' in value) return [{ L: value.BS.map((B) => ({ B })) }, { SS: value.BS }];
  if ('L' in value) return [{ M: Object.fromEntries(value.L.map((each, index) => [String(index), each])) }];
  return [{ L: Object.values(value.M) }];
}
