import fc from 'fast-check';
import { compileRules } from '../../item/rules.ts';
import { textInRecord } from '../../item/texts.ts';
import { encodeComponent } from '../../key/encoding/encode.ts';
import { maximumKeyBytes } from '../../key/limits.ts';
import { componentTypes } from '../../model/component-types.ts';
import { isOptional } from '../../model/encoding.ts';
import type { ComponentToken, KeyPart, RecordType, ScalarType } from '../../model/model.ts';
import { Violation } from '../../scalar/violation.ts';
import type { JsonObject } from '../../value/json.ts';
import { utf8Length } from '../../value/text.ts';
import { conform, withDefaults } from '../conform.ts';
import type { DraftRecord } from '../draft.ts';
import { neededAttributes } from '../needed.ts';
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
  const parts = [...recordType.keys.flatMap((key) => key.parts), ...recordType.computed.map((each) => each.part)];
  const delimiters = delimitersOf(parts);
  const typeOf = componentTypes(recordType);
  const keepsRules = compileRules(recordType.rules);
  const without = (name: string): string => delimiters.get(name) ?? '';
  const needed = neededAttributes(recordType);
  const components = recordType.components.map(({ name, type }) =>
    arbitraryValue(type, without(name)).map((value) => [name, value] as const),
  );
  const members = arbitraryMembers(recordType.attributes, arbitraryValue, without, (name) => needed.has(name));
  return fc
    .tuple(fc.tuple(...components), members, arbitraryFamilies(recordType))
    .map(([texts, attributes, families]) =>
      objectOf([...texts, ...Object.entries(attributes), ...Object.entries(families)]),
    )
    .map((record) => conform(recordType, record as DraftRecord) as JsonObject)
    .filter(
      atLast(
        recordType,
        (record) =>
          keepsRules?.(withDefaults(recordType, record)) === undefined &&
          parts.every((part) => fits(part, asWritten(recordType, record), typeOf)),
      ),
    );
}

/** The record with the defaults that its writer stores. */
function asWritten(recordType: RecordType, record: JsonObject): JsonObject {
  const attributes = recordType.attributes.filter((attribute) => attribute.defaultOn !== 'read');
  return withDefaults({ ...recordType, attributes }, record as DraftRecord);
}

/** So many records in a row that are not right are a record type that has hardly any. */
const mostAttempts = 10_000;

/** A filter that does not go on for ever. */
function atLast(recordType: RecordType, isRight: (record: JsonObject) => boolean): (record: JsonObject) => boolean {
  let failed = 0;
  return (record) => {
    const right = isRight(record);
    failed = right ? 0 : failed + 1;
    if (failed > mostAttempts)
      throw new TypeError(`hardly any "${recordType.name}" keeps its rules and can have its keys`);
    return right;
  };
}

/** For each name in a key, the characters that end it there. */
function delimitersOf(parts: readonly KeyPart[]): ReadonlyMap<string, string> {
  const delimiters = new Map<string, string>();
  for (const token of parts.flatMap((part) => part.pattern.tokens)) {
    // What an encoding writes has its own characters, and is looked at when the record is whole.
    if (token.kind === 'component' && token.until !== null && token.encodings.length === 0)
      delimiters.set(token.name, (delimiters.get(token.name) ?? '') + token.until);
  }
  return delimiters;
}

/** Whether the text of a key attribute is short enough for DynamoDB, and no component of it is empty. */
function fits(part: KeyPart, record: JsonObject, typeOf: (name: string) => ScalarType): boolean {
  let bytes = 0;
  for (const token of part.pattern.tokens) {
    const text = token.kind === 'literal' ? token.text : textOf(token, record, typeOf);
    if (text === undefined) return false;
    bytes += utf8Length(text);
  }
  return bytes <= maximumKeyBytes[part.place];
}

/** The text of a component in a key; `undefined` when no key can have it. */
function textOf(token: ComponentToken, record: JsonObject, typeOf: (name: string) => ScalarType): string | undefined {
  const value = textInRecord(record, token.name.split('.'));
  // Where a component is missing, there is no key.
  if (value === undefined && !isOptional(token)) return '';
  const text = encodeComponent(value, token.encodings, typeOf(token.name));
  if (text instanceof Violation || text === '' || (token.until !== null && text.includes(token.until)))
    return undefined;
  return text;
}
