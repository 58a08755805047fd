import { InvalidValue } from './invalid-value.ts';
import { type TextCodec, text } from './text.ts';
import type { ValueCodec } from './value-codec.ts';

export function listOf<T>(elements: ValueCodec<T>): ValueCodec<readonly T[]> {
  return {
    fromRecord: (json, path) =>
      arrayAt(json, path).map((element, at) => elements.fromRecord(element, `${path}[${at}]`)),
    toRecord: (list) => list.map((element) => elements.toRecord(element)),
    fromAttribute: (attribute, path) =>
      arrayAt(attribute, path).map((element, at) => elements.fromAttribute(element, `${path}[${at}]`)),
    toAttribute: (list) => list.map((element) => elements.toAttribute(element)),
  };
}

/**
 * A map with any keys. It reaches the document client as a Map: in a plain object it would take a key called
 * "constructor" for the object's class.
 */
export function mapOf<T>(values: ValueCodec<T>): ValueCodec<ReadonlyMap<string, T>> {
  return {
    fromRecord: (json, path) => mapAt(json, path, values.fromRecord),
    toRecord: (map) => Object.fromEntries([...map].map(([name, value]) => [name, values.toRecord(value)])),
    fromAttribute: (attribute, path) => mapAt(attribute, path, values.fromAttribute),
    toAttribute: (map) => new Map([...map].map(([name, value]) => [name, values.toAttribute(value)])),
  };
}

/** A string set with at least one member, as DynamoDB has them. */
export function stringSetOf(members: TextCodec): ValueCodec<ReadonlySet<string>> {
  return {
    fromRecord(json, path) {
      const list = arrayAt(json, path);
      const set = new Set(list.map((member) => members.fromRecord(member, path)));
      if (set.size < list.length) throw new InvalidValue(path, 'must not repeat a member');
      return set;
    },
    toRecord: (set) => [...set],
    fromAttribute(attribute, path) {
      if (!(attribute instanceof Set) || attribute.size === 0) throw new InvalidValue(path, 'must be a string set');
      return new Set([...attribute].map((member) => members.fromAttribute(member, path)));
    },
    toAttribute: (set) => set,
  };
}

/** Reads what is an object in JSON, and a map to the document client. */
export function mapAt<T>(
  value: unknown,
  path: string,
  valueAt: (value: unknown, path: string) => T,
): ReadonlyMap<string, T> {
  // The document client's sets, bytes and numbers have classes.
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) {
    throw new InvalidValue(path, 'must be a map');
  }
  return new Map(
    Object.entries(value).map(([name, member]) => [anyText.fromRecord(name, path), valueAt(member, `${path}.${name}`)]),
  );
}

const anyText = text({ allowEmpty: true });

function arrayAt(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new InvalidValue(path, 'must be a list');
}
