import fc from 'fast-check';
import { maximumKeyBytes } from '../../key/limits.ts';
import { componentNames } from '../../model/key-pattern.ts';
import type { KeyPart, RecordType } from '../../model/model.ts';
import { type JsonObject, ownProperty } from '../../value/json.ts';
import { utf8Length } from '../../value/text.ts';
import { objectOf } from './collection.ts';
import { arbitraryFamilies } from './families.ts';
import { arbitraryMembers } from './members.ts';
import { arbitraryValue } from './value.ts';

/**
 * The valid records of a record type, in normal form: numbers without needless zeros, no family without members. They
 * shrink to few attributes with short and ordinary values.
 *
 * @throws TypeError when a value that a key needs cannot exist
 */
export function arbitraryRecord(recordType: RecordType): fc.Arbitrary<JsonObject> {
  const delimiters = delimitersOf(recordType);
  const without = (name: string): string => delimiters.get(name) ?? '';
  const always = new Set(
    recordType.keys
      .filter((key) => key.when === null)
      .flatMap((key) => key.parts.flatMap((part) => componentNames(part.pattern))),
  );
  const components = recordType.components.map(({ name, type }) =>
    arbitraryValue(type, without(name)).map((value) => [name, value] as const),
  );
  const members = arbitraryMembers(recordType.attributes, arbitraryValue, without, (name) => always.has(name));
  return fc
    .tuple(fc.tuple(...components), members, arbitraryFamilies(recordType))
    .map(([texts, attributes, families]) =>
      objectOf([...texts, ...Object.entries(attributes), ...Object.entries(families)]),
    )
    .filter((record) => recordType.keys.every((key) => key.parts.every((part) => fits(part, record))));
}

/** For each name in a key, the characters that end it there. */
function delimitersOf(recordType: RecordType): ReadonlyMap<string, string> {
  const delimiters = new Map<string, string>();
  for (const token of recordType.keys.flatMap((key) => key.parts.flatMap((part) => part.pattern.tokens))) {
    if (token.kind === 'component' && token.until !== null)
      delimiters.set(token.name, (delimiters.get(token.name) ?? '') + token.until);
  }
  return delimiters;
}

/** Whether the text of a key attribute is short enough for DynamoDB, and no component of it is empty. */
function fits(part: KeyPart, record: JsonObject): boolean {
  const bytes = part.pattern.tokens.reduce(
    (sum, token) =>
      sum + utf8Length(token.kind === 'literal' ? token.text : String(ownProperty(record, token.name) ?? '')),
    0,
  );
  return bytes <= maximumKeyBytes[part.place];
}
