import fc from 'fast-check';
import { anyNumber } from '../../model/scalar-type.ts';
import type { AttributeValue, Item } from '../../value/attribute-value.ts';
import { setProperty } from '../../value/json.ts';
import { arbitraryBytes } from './bytes.ts';
import { arbitraryNumber } from './number.ts';

/** Well-formed text. */
const text = fc.string({ unit: 'binary', maxLength: 6 });

/** Names, with those that a careless program takes for something else. */
const name = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', 'S', 'M', 'a.b', ' ') },
);

const number = arbitraryNumber(anyNumber);

/** Sets come in order, as they are written. */
function sorted(values: fc.Arbitrary<string>): fc.Arbitrary<string[]> {
  return fc.uniqueArray(values, { minLength: 1, maxLength: 4 }).map((members) => members.sort());
}

const { value, members } = fc.letrec<{ value: AttributeValue; members: Item }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 4, withCrossShrink: true },
    text.map((S) => ({ S })),
    number.map((N) => ({ N })),
    fc.boolean().map((BOOL) => ({ BOOL })),
    fc.constant<AttributeValue>({ NULL: true }),
    arbitraryBytes(0, 4).map((B) => ({ B })),
    sorted(text).map((SS) => ({ SS })),
    sorted(number).map((NS) => ({ NS })),
    sorted(arbitraryBytes(0, 4)).map((BS) => ({ BS })),
    fc.array(tie('value'), { maxLength: 3 }).map((L) => ({ L })),
    tie('members').map((M) => ({ M })),
  ),
  members: fc.array(fc.tuple(name, tie('value')), { maxLength: 3 }).map(itemOf),
}));

/** DynamoDB JSON of any type, in normal form: numbers without needless zeros, sets in order. */
export function arbitraryAttributeValue(): fc.Arbitrary<AttributeValue> {
  return value;
}

/** A map of anything to anything. */
export function arbitraryDocument(allowEmpty: boolean): fc.Arbitrary<Item> {
  return allowEmpty ? members : members.filter((each) => Object.keys(each).length > 0);
}

function itemOf(entries: readonly (readonly [string, AttributeValue])[]): Item {
  const item: { [name: string]: AttributeValue } = {};
  for (const [key, each] of entries) setProperty(item, key, each);
  return item;
}
