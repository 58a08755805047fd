import { componentTypes } from '../../model/component-types.ts';
import { componentNames, componentsOf } from '../../model/key-pattern.ts';
import type { ComponentToken, KeyPart, RecordKey, RecordType, ScalarType } from '../../model/model.ts';
import { isObject, type JsonObject, ownProperty } from '../../value/json.ts';
import type { DraftRecord } from '../draft.ts';
import { repair, withMember } from '../record.ts';

/** A component of the keys of a record type: its type, and every place that it has in a pattern. */
export type KeyComponent = {
  readonly name: string;
  readonly type: ScalarType;
  readonly places: readonly { readonly part: KeyPart; readonly token: ComponentToken }[];
};

/**
 * The components of the keys of a record type, each once, in the order of the patterns.
 *
 * @param indexes those whose keys are meant; all of them if left out
 */
export function keyComponents(recordType: RecordType, indexes?: ReadonlySet<string>): readonly KeyComponent[] {
  const typeOf = componentTypes(recordType);
  const keys = recordType.keys.filter(({ index }) => indexes?.has(index.name) ?? true);
  const places = keys.flatMap((key) =>
    key.parts.flatMap((part) => componentsOf(part.pattern).map((token) => ({ part, token }))),
  );
  return [...new Set(places.map(({ token }) => token.name))].map((name) => ({
    name,
    type: typeOf(name),
    places: places.filter(({ token }) => token.name === name),
  }));
}

/** What a key is made of; a component that is in two places twice. */
export function componentNamesOf({ parts }: Pick<RecordKey, 'parts'>): readonly string[] {
  return parts.flatMap((part) => componentNames(part.pattern));
}

/** The components on which the partition of a key depends: a local index has the partitions of its table. */
export function partitionComponents(recordType: RecordType, key: RecordKey): readonly string[] {
  return partitionTokens(recordType, key).map(({ name }) => name);
}

/** The same, as they are written in the partition key. */
export function partitionTokens({ keys }: RecordType, key: RecordKey): readonly ComponentToken[] {
  const { parts } = key.index.kind === 'lsi' ? (keys[0] ?? key) : key;
  return parts.filter(({ place }) => place === 'partition').flatMap((part) => componentsOf(part.pattern));
}

/** The members of a record on which its keys depend: components, and what says whether it is in an index. */
export function keyMembers(recordType: RecordType): readonly string[] {
  const conditions = recordType.keys.flatMap((key) => key.when.map((each) => each.component));
  const names = [...keyComponents(recordType).map(({ name }) => name), ...conditions];
  return [...new Set(names.map((name) => name.split('.')[0] ?? name))];
}

/**
 * A copy of a record in which a component has a value; `undefined` takes it away. What follows from it is changed as well.
 *
 * @param name with dots for a member of a map, whose other members stay as they are
 */
export function withComponent(recordType: RecordType, record: JsonObject, name: string, value: unknown): DraftRecord {
  const [first = name, ...inner] = name.split('.');
  return repair(recordType, withMember(record, first, inside(ownProperty(record, first), inner, value)), first);
}

function inside(container: unknown, [first, ...rest]: readonly string[], value: unknown): unknown {
  if (first === undefined) return value;
  const members = isObject(container) ? (container as JsonObject) : {};
  return withMember(members, first, inside(ownProperty(members, first), rest, value));
}
