import fc from 'fast-check';
import type { Attribute, ValueType } from '../../model/model.ts';
import { scalarCheck } from '../../scalar/scalar-check.ts';
import { type Json, type JsonObject, ownProperty } from '../../value/json.ts';
import { objectOf } from './collection.ts';

type ArbitraryValue = (type: ValueType, without?: string) => fc.Arbitrary<Json>;

/** What is drawn for one attribute: a value, and what stands in its place if it can. */
type Draw = { readonly value: Json; readonly stated: Json | undefined };

/**
 * The attributes of a record type or the members of a struct: present, absent, NULL and empty wherever the schema allows it.
 *
 * @param without for an attribute, the characters that its value must not contain
 * @param inKey whether an attribute is part of a key that every item has, so that it must be there
 */
export function arbitraryMembers(
  attributes: readonly Attribute[],
  arbitraryValue: ArbitraryValue,
  without: (name: string) => string,
  inKey: (name: string) => boolean = () => false,
): fc.Arbitrary<JsonObject> {
  const draws = attributes.map((attribute) => drawOf(attribute, arbitraryValue, without(attribute.name), inKey));
  return fc.tuple(...draws).map((drawn) => settle(attributes, drawn, without));
}

function drawOf(
  attribute: Attribute,
  arbitraryValue: ArbitraryValue,
  without: string,
  inKey: (name: string) => boolean,
): fc.Arbitrary<Draw> {
  const { type } = attribute;
  const values = arbitraryValue(type, without);
  const special: fc.Arbitrary<Json | undefined>[] = [];
  if (mayBeAbsent(attribute, inKey)) special.push(fc.constant(undefined));
  if (attribute.nullable) special.push(fc.constant(null));
  if (attribute.defaultWhenEmpty && mayBeAbsent(attribute, inKey)) special.push(fc.constant(''));
  if (isOmittedWhenEmpty(type) && !attribute.required && attribute.presentWhen === null) special.push(fc.constant([]));
  const drawn = values.map((value): Draw => ({ value, stated: value }));
  if (special.length === 0) return drawn;
  const instead = fc.tuple(fc.oneof(...special), values).map(([stated, value]): Draw => ({ value, stated }));
  return fc.oneof({ withCrossShrink: true }, { arbitrary: instead, weight: 1 }, { arbitrary: drawn, weight: 2 });
}

function isOmittedWhenEmpty(type: ValueType): boolean {
  return 'emptySet' in type && type.emptySet === 'omit';
}

function mayBeAbsent(attribute: Attribute, inKey: (name: string) => boolean): boolean {
  if (attribute.presentWhen !== null) return false;
  return hasWriteDefault(attribute) || !(attribute.required || inKey(attribute.name));
}

function hasWriteDefault({ default: value, defaultFrom, defaultOn }: Attribute): boolean {
  return defaultOn !== 'read' && (value !== undefined || defaultFrom !== null);
}

/** Brings what was drawn into agreement: presence that follows from another attribute, and defaults that must exist. */
function settle(
  attributes: readonly Attribute[],
  drawn: readonly Draw[],
  without: (name: string) => string,
): JsonObject {
  const settled: { [name: string]: Json } = Object.create(null) as { [name: string]: Json };
  const pairs = attributes.map((attribute, index) => ({ attribute, draw: drawn[index] }));
  for (const { attribute, draw } of pairs) {
    if (attribute.presentWhen === null && draw?.stated !== undefined) settled[attribute.name] = draw.stated;
  }
  for (const { attribute, draw } of pairs) {
    if (attribute.presentWhen !== null || draw === undefined) continue;
    const stated = settled[attribute.name];
    const missing = stated === undefined || (stated === '' && attribute.defaultWhenEmpty);
    if (missing && !isSupplied(attribute, settled, without(attribute.name))) settled[attribute.name] = draw.value;
  }
  for (const { attribute, draw } of pairs) {
    if (attribute.presentWhen === null || draw === undefined) continue;
    const { attribute: name, values } = attribute.presentWhen;
    const condition = attributes.find((each) => each.name === name);
    if (values.includes(String(written(condition, settled)))) settled[attribute.name] = draw.stated ?? draw.value;
  }
  return objectOf(Object.entries(settled));
}

/** Whether an attribute that is missing may stay so. */
function isSupplied(attribute: Attribute, record: JsonObject, without: string): boolean {
  const { defaultFrom, defaultOn, required, type } = attribute;
  if (defaultFrom === null || defaultOn === 'read') return true;
  const source = record[defaultFrom];
  if (source === undefined) return !required;
  if (typeof source !== 'string' || (type.kind !== 'string' && type.kind !== 'integer' && type.kind !== 'timestamp'))
    return false;
  return scalarCheck(type)(source) === undefined && [...without].every((each) => !source.includes(each));
}

/** The value of an attribute that a writer stores. */
function written(attribute: Attribute | undefined, record: JsonObject): Json | undefined {
  if (attribute === undefined) return undefined;
  const stated = ownProperty(record, attribute.name);
  if (stated !== undefined && !(stated === '' && attribute.defaultWhenEmpty)) return stated;
  if (attribute.defaultOn === 'read') return undefined;
  return attribute.defaultFrom === null ? attribute.default : record[attribute.defaultFrom];
}
