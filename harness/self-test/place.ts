import { innerAttributes, innerTypes } from '../../src/model/inner-types.ts';
import { componentsOf } from '../../src/model/key-pattern.ts';
import type { Attribute, Encoding, Family, Model, RecordType, StringType, ValueType } from '../../src/model/model.ts';
import { isEpochFormat } from '../../src/value/timestamp.ts';

/** Everything in a schema that a fault can be about. */
type Inventory = {
  readonly recordTypes: readonly RecordType[];
  /** Members of maps too. */
  readonly attributes: readonly Attribute[];
  readonly families: readonly Family[];
  /** Of attributes, components and families and the names of their members, and what is inside of them. */
  readonly types: readonly ValueType[];
  /** In keys and computed attributes. */
  readonly encodings: readonly Encoding[];
};

type Needs = (inventory: Inventory) => boolean;

/** A type of one of these kinds. What has no schema may hold a value of each. */
function kind(...kinds: readonly ValueType['kind'][]): Needs {
  const wanted = new Set<string>([...kinds, 'any', 'document']);
  return ({ types }) => types.some((type) => wanted.has(type.kind));
}

function text(has: (type: StringType) => boolean): Needs {
  return ({ types }) => types.some((type) => type.kind === 'string' && has(type));
}

function attribute(has: (attribute: Attribute) => boolean): Needs {
  return ({ attributes }) => attributes.some(has);
}

function encoding(wanted: Encoding['kind']): Needs {
  return ({ encodings }) => encodings.some((each) => each.kind === wanted);
}

const epoch: Needs = ({ types }) => types.some((type) => type.kind === 'timestamp' && isEpochFormat(type.format));

/**
 * What a schema needs to have a place for the faults whose ids match. Rather too much counts as a place than too little: of
 * what has no line here, nobody says that it has none.
 */
const needs: readonly (readonly [RegExp, Needs])[] = [
  [/^binary-/, kind('binary', 'binary_set')],
  [/^boolean-/, kind('boolean')],
  [/^(?:empty-)?set-/, kind('string_set', 'number_set', 'binary_set')],
  [/^list-/, kind('list')],
  [/^document-/, kind()],
  [/^map-key-/, kind('map')],
  [/^empty-collection-/, kind('list', 'map', 'struct')],
  [/^number-(?!from-digits)/, kind('integer', 'decimal', 'number_set', 'timestamp')],
  [/^nested-/, kind('list', 'map', 'struct', 'union', 'string_set', 'number_set', 'binary_set')],
  [/^timestamp-/, kind('timestamp')],
  [/^(?:epoch-as-text|ttl-in-milliseconds|milliseconds-as-seconds)$/, epoch],
  [/^enum-/, text((type) => type.enum !== null)],
  [/^pattern-/, text((type) => type.pattern !== null)],
  [/^length-/, text((type) => type.maxLength !== null || type.minLength > 1)],
  [/^reserved-/, text((type) => type.reserved.length > 0)],
  [/^default-/, attribute((each) => each.default !== undefined || each.defaultFrom !== null)],
  [/^default-from-/, attribute((each) => each.defaultFrom !== null)],
  [/^default-when-empty-/, attribute((each) => each.defaultWhenEmpty)],
  [/^present-when-/, attribute((each) => each.presentWhen !== null)],
  [/^family-/, ({ families }) => families.length > 0],
  [/^family-group-/, ({ families }) => families.some((each) => each.group !== null)],
  [/^family-required-/, ({ families }) => families.some((each) => each.requiredMembers.length > 0)],
  [/^computed-/, ({ recordTypes }) => recordTypes.some((each) => each.computed.length > 0)],
  [/^rules-/, ({ recordTypes }) => recordTypes.some((each) => each.rules.length > 0)],
  [/^index-key-/, ({ recordTypes }) => recordTypes.some((each) => each.keys.length > 1)],
  [/^key-(?:pad-|parse-pad-|parse-unpadded)/, encoding('pad')],
  [/^key-hash-/, encoding('sha256')],
  [/^key-(?:day-local-zone|week-year)$/, encoding('time')],
];

/** Whether a schema has anything that a fault could be about, as far as that can be told from its id. */
export function hasPlace(fault: string, { recordTypes }: Model): boolean {
  const inventory = inventoryOf(recordTypes);
  return needs.every(([faults, isThere]) => !faults.test(fault) || isThere(inventory));
}

function inventoryOf(recordTypes: readonly RecordType[]): Inventory {
  const families = recordTypes.flatMap((each) => each.families);
  const slots = recordTypes.flatMap((each) => [...each.attributes, ...each.components, ...each.families]);
  const types = [...slots.map(({ type }) => type), ...families.map(({ domain }) => domain)].flatMap(withInner);
  const patterns = recordTypes.flatMap(({ keys, computed }) => [
    ...keys.flatMap(({ parts }) => parts.map(({ pattern }) => pattern)),
    ...computed.map(({ part }) => part.pattern),
  ]);
  return {
    recordTypes,
    attributes: [...recordTypes.flatMap((each) => each.attributes), ...types.flatMap(innerAttributes)],
    families,
    types,
    encodings: patterns.flatMap(componentsOf).flatMap(({ encodings }) => encodings),
  };
}

function withInner(type: ValueType): readonly ValueType[] {
  const inner = [...innerTypes(type), ...innerAttributes(type).map((each) => each.type)];
  return [type, ...inner.flatMap(withInner)];
}
