import type { JsonValue } from '../../../../kits/typescript/index.ts';

/**
 * One kind of value in its three forms: the application's `T`, a member of a record (JSON), and an attribute as
 * the document client has it. Both directions into `T` check everything and throw InvalidValue.
 */
export interface ValueCodec<T> {
  fromRecord(json: unknown, path: string): T;
  toRecord(value: T): JsonValue;
  fromAttribute(attribute: unknown, path: string): T;
  toAttribute(value: T): unknown;
}

/** The same values under another type of the application. */
export function mapped<Inner, Outer>(
  codec: ValueCodec<Inner>,
  outer: (value: Inner, path: string) => Outer,
  inner: (value: Outer) => Inner,
): ValueCodec<Outer> {
  return {
    fromRecord: (json, path) => outer(codec.fromRecord(json, path), path),
    toRecord: (value) => codec.toRecord(inner(value)),
    fromAttribute: (attribute, path) => outer(codec.fromAttribute(attribute, path), path),
    toAttribute: (value) => codec.toAttribute(inner(value)),
  };
}

/** `null` is stored as NULL, which is not the same as no attribute. */
export function nullable<T>(codec: ValueCodec<T>): ValueCodec<T | null> {
  return {
    fromRecord: (json, path) => (json === null ? null : codec.fromRecord(json, path)),
    toRecord: (value) => (value === null ? null : codec.toRecord(value)),
    fromAttribute: (attribute, path) => (attribute === null ? null : codec.fromAttribute(attribute, path)),
    toAttribute: (value) => (value === null ? null : codec.toAttribute(value)),
  };
}
