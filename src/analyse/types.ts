import type { RecordType, ScalarType } from '../model/model.ts';

/** Looks up the type of a component of a record type's keys. */
export function componentTypes(recordType: RecordType): (name: string) => ScalarType {
  const types = new Map(
    [...recordType.components, ...recordType.attributes].map(({ name, type }) => [name, type as ScalarType]),
  );
  return (name) => types.get(name) ?? { kind: 'integer', minimum: null, maximum: null, enum: null, examples: [] };
}
