import type { KeyToken, RecordType, ScalarType, TableKey } from '../model/model.ts';

/** A place in a key pattern that a value fills. */
export type ComponentToken = Extract<KeyToken, { readonly kind: 'component' }>;

/** Looks up the type of the text that stands in the place of a component. */
export type TypeOfToken = (token: ComponentToken) => ScalarType;

const lookups = new WeakMap<RecordType, (name: string) => ScalarType>();

/** Looks up the type of a component of a record type's keys. */
export function componentTypes(recordType: RecordType): (name: string) => ScalarType {
  const known = lookups.get(recordType);
  if (known !== undefined) return known;
  const types = new Map(
    [...recordType.components, ...recordType.attributes].map(({ name, type }) => [name, type as ScalarType]),
  );
  const lookup = (name: string): ScalarType =>
    types.get(name) ?? { kind: 'integer', minimum: null, maximum: null, enum: null, examples: [] };
  lookups.set(recordType, lookup);
  return lookup;
}

/** The types of what is written in keys, which is the value itself. */
export function tokenTypes(recordType: RecordType): TypeOfToken {
  const typeOf = componentTypes(recordType);
  return (token) => typeOf(token.name);
}

/** Whether values stand in a key as they are, and so can be told apart there. */
export function isWrittenAsIs(token: ComponentToken): boolean {
  return !('encodings' in token && Array.isArray(token.encodings) && token.encodings.length > 0);
}

/** What a value looks like in the place of a component: the value itself. `undefined` for a value that cannot stand there. */
export function tokenWriter(_token: ComponentToken, _type: ScalarType): (value: string) => string | undefined {
  return (value) => value;
}

/** The attributes that a key of a table consists of, the partition key first. */
export function keyAttributes(key: TableKey): readonly TableKey['partitionKey'][] {
  return key.sortKey === null ? [key.partitionKey] : [key.partitionKey, key.sortKey];
}

/** The names of attributes that an item can have beside those of families. */
export function fixedNames(recordType: RecordType): readonly string[] {
  return [
    ...recordType.attributes.map((attribute) => attribute.name),
    ...recordType.table.keys.flatMap((key) => keyAttributes(key).map((attribute) => attribute.name)),
  ];
}

const digests = new WeakMap<ScalarType, string>();

/** A text that is the same for two types when they have the same values. */
export function typeDigest(type: ScalarType): string {
  const known = digests.get(type);
  if (known !== undefined) return known;
  const pattern = type.kind === 'string' ? (type.pattern?.source ?? null) : undefined;
  const digest = JSON.stringify({ ...type, pattern, examples: undefined });
  digests.set(type, digest);
  return digest;
}
