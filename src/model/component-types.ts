import type { Attribute, RecordType, ScalarType, ValueType } from './model.ts';

type Named = Pick<RecordType, 'attributes' | 'components'>;

/** The type of a component: of an attribute, of a member of a map attribute (`readiness.status`), or of a parameter. */
export function typeOfComponent({ attributes, components }: Named, name: string): ValueType | undefined {
  const type = attributeAt(attributes, name.split('.'))?.type;
  return type ?? components.find((each) => each.name === name)?.type;
}

/**
 * Looks up the types of the components of a record type's keys.
 *
 * @throws TypeError for a name that no pattern of this record type has
 */
export function componentTypes(recordType: Named): (name: string) => ScalarType {
  return (name) => {
    const type = typeOfComponent(recordType, name);
    if (type === undefined || !isScalar(type)) throw new TypeError(`"${name}" is no component`);
    return type;
  };
}

/** The attribute at a path of names: the first in a record, the others in maps with members. */
export function attributeAt(attributes: readonly Attribute[], path: readonly string[]): Attribute | undefined {
  let among = attributes;
  let found: Attribute | undefined;
  for (const name of path) {
    found = among.find((each) => each.name === name);
    if (found === undefined) return undefined;
    among = found.type.kind === 'struct' ? found.type.members : [];
  }
  return found;
}

/** Whether values of a type are one text in a record. */
export function isScalar(type: ValueType): type is ScalarType {
  return (
    type.kind === 'string' ||
    type.kind === 'integer' ||
    type.kind === 'decimal' ||
    type.kind === 'timestamp' ||
    type.kind === 'binary'
  );
}
