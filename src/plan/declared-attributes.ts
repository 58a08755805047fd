import { suggest } from '../diagnostics/suggest.ts';
import { keyAttributeNames } from '../model/key-attributes.ts';
import { componentNames } from '../model/key-pattern.ts';
import type { Model, RecordType } from '../model/model.ts';
import { memberOf } from '../scalar/family-member.ts';

type Lists = { readonly [recordType: string]: readonly string[] };

/** What an adapter says in its answer to `hello` about attributes that are not compared. */
export type Declared = { readonly generated?: Lists; readonly not_read?: Lists };

/**
 * What is wrong with the attributes that an implementation declares as `generated` and `not_read`: names of nothing, which
 * excuse nothing, and names of what has to be compared.
 */
export function checkDeclared(
  name: string,
  model: Model,
  { generated = {}, not_read = {} }: Declared,
): readonly string[] {
  return [
    ...complaintsOf(`${name} declares as generated`, model, generated, whyNotGenerated),
    ...complaintsOf(`${name} declares as not_read`, model, not_read, whyNotUnread),
  ];
}

/** Why an attribute may not be declared, or `undefined` where it may. */
type WhyNot = (recordType: RecordType, attribute: string) => string | undefined;

function complaintsOf(start: string, model: Model, lists: Lists, whyNot: WhyNot): readonly string[] {
  return Object.entries(lists).flatMap(([listed, attributes]) => {
    const recordType = model.recordTypes.find((each) => each.name === listed);
    if (recordType === undefined)
      return [
        `${start} attributes of "${listed}", and there is no such record type${meant(listed, model.recordTypes)}`,
      ];
    return attributes.flatMap((attribute) => {
      const why = whyNot(recordType, attribute);
      return why === undefined ? [] : [`${start} "${attribute}" of ${listed}, and ${why}`];
    });
  });
}

/** An item has each member of a family under a name of its own, and a record all of them under the name of the family. */
const whyNotGenerated: WhyNot = (recordType, attribute) => {
  const { attributes, families } = recordType;
  if (isIn(families, attribute))
    return 'an item has no attribute of that name; list the attributes of its members, each by its name';
  if (namesInPrimaryKey(recordType).includes(attribute)) return 'the primary key has it, which is compared as it is';
  if (isIn(attributes, attribute)) return undefined;
  const why = whyNeither(recordType, attribute);
  if (why !== undefined) return why;
  return families.some((each) => memberOf(each, attribute) !== undefined) ? undefined : noSuch(attribute, attributes);
};

const whyNotUnread: WhyNot = (recordType, attribute) => {
  const { attributes, families } = recordType;
  if (isIn(attributes, attribute) || isIn(families, attribute)) return undefined;
  const why = whyNeither(recordType, attribute);
  if (why !== undefined) return why;
  const family = families.find((each) => memberOf(each, attribute) !== undefined);
  return family === undefined
    ? noSuch(attribute, [...attributes, ...families])
    : `a record has no member of that name; list the family, "${family.name}"`;
};

/** Why something that a record type has, and not as an attribute of records, may not be declared. */
function whyNeither({ components, computed, table }: RecordType, attribute: string): string | undefined {
  if (isIn(components, attribute)) return 'it is a component of keys, which are compared as they are';
  if (table.keys.some((key) => keyAttributeNames(key).includes(attribute)))
    return 'it is a key attribute, and keys are compared as they are';
  return isIn(computed, attribute) ? 'its value follows from other attributes' : undefined;
}

/** The attributes of the primary key, and what they are built from. */
function namesInPrimaryKey({ keys }: RecordType): readonly string[] {
  return keys
    .filter(({ index }) => index.kind === 'primary')
    .flatMap(({ index, parts }) => [
      ...keyAttributeNames(index),
      // Of a member of a map, the map.
      ...parts.flatMap(({ pattern }) => componentNames(pattern).map((each) => each.split('.')[0] ?? each)),
    ]);
}

function isIn(named: readonly { readonly name: string }[], name: string): boolean {
  return named.some((each) => each.name === name);
}

function noSuch(attribute: string, declarable: readonly { readonly name: string }[]): string {
  return `there is no such attribute${meant(attribute, declarable)}`;
}

function meant(name: string, named: readonly { readonly name: string }[]): string {
  const best = suggest(
    name,
    named.map((each) => each.name),
  );
  return best === undefined ? '' : `; did you mean "${best}"?`;
}
