import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { languageSchema } from '../../../src/model/language-schema.ts';
import { shapeOf } from '../../../src/model/shape.ts';
import { isObject } from '../../../src/value/json.ts';
import { modelOf } from '../../support/design.ts';

// The annotations of the language, which editors show: they refuse nothing, so nothing else would notice a wrong one.

type Property = { readonly pointer: string; readonly schema: { readonly [keyword: string]: unknown } };

const properties = propertiesOf(languageSchema, '');
const defaults = properties.filter(({ schema }) => Object.hasOwn(schema, 'default'));

it('every key is described in a sentence', () => {
  const silent = properties.filter(({ schema }) => !/^["A-Z].*\.$/.test(String(schema['description'])));
  expect(silent.map(({ pointer }) => pointer)).toEqual([]);
  expect(properties.length).toBeGreaterThan(300);
});

it('every default and every example is a value of its key', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, validateSchema: false });
  ajv.addSchema(languageSchema);
  const wrong = properties.flatMap(({ pointer, schema }) => {
    const { default: absent = [], examples = [] } = schema;
    const values = [...(Object.hasOwn(schema, 'default') ? [absent] : []), ...(examples as readonly unknown[])];
    const accepts = ajv.getSchema(`${languageSchema.$id}#${pointer}`);
    return values.filter((value) => accepts?.(value) !== true).map((value) => [pointer, value]);
  });
  expect(wrong).toEqual([]);
});

it('the validator writes no default into a document', () => {
  const document = { table: { keys: { primary: { partition_key: 'PK' } } }, record_types: { thing: { pk: 'THING' } } };
  const before = structuredClone(document);
  expect(shapeOf(languageSchema).errorsOf(document)).toEqual([]);
  expect(document).toEqual(before);
});

const base = `
table:
  name: shop
  ttl: expires_at
  relational: { table: orders, columns: { pk: { holds: PK }, sk: { holds: SK }, data: { otherwise: nothing }, more: { rest: true } } }
  keys:
    primary: { partition_key: PK, sort_key: SK }
    by_customer: { partition_key: GSI1PK, sort_key: { name: GSI1SK } }
conventions: {}
decisions: { keys: { choice: these, justification: They are short. } }
changelog: { 0.0.0: { description: The first one. } }
parameters:
  size: { type: integer, minimum: 0 }
  labels: { type: string_set }
record_types:
  customer:
    pk_pattern: "CUSTOMER#{customer_id}"
    sk: "#META"
    attributes:
      customer_id: { type: string, max_length: 20, required: true }
  order:
    pk_pattern: "ORDER#{id}"
    sk: "#META"
    ttl: { attribute: expires_at }
    attributes:
      id: { type: string, max_length: 20, required: true }
      customer_id: { type: string }
      expires_at: { type: timestamp, format: epoch-seconds, required: true }
      amount: { type: integer }
      total: { type: integer, export_name: sum }
      size: { parameter: size }
      names: { parameter: labels }
      labels: { type: string_set }
      status: { type: string, default: open }
      upper: { type: string, computed_from: "{status:upper}" }
      numbers: { type: list, items: { type: integer } }
      sets: { type: list, items: { type: string_set } }
relations:
  - { from: order.customer_id, to: customer.customer_id }
access_patterns:
  orders: { operation: query, returns: [order], parameters: { size: { type: integer }, labels: { type: string_set } } }
  in_steps: { steps: [{ operation: query, returns: [order] }] }
operations:
  place: { type: put, record_type: order }
  several:
    type: transaction
    reason: They belong together.
    steps: [{ type: put, record_type: order }, { type: delete, record_type: customer }]
`;

/** Where in the schema above the keys of a mapping can be written, by the place of the mapping in the language. */
const places: { readonly [pointer: string]: string } = {
  '': '',
  '/properties/conventions': 'conventions',
  '/properties/relations/items': 'relations/0',
  '/properties/decisions/additionalProperties': 'decisions/keys',
  '/properties/changelog/additionalProperties/oneOf/1': 'changelog/0.0.0',
  '/$defs/table/properties/relational/properties/columns/additionalProperties': 'table/relational/columns/data',
  '/$defs/value': 'record_types/order/attributes/numbers/items',
  '/$defs/value/properties/empty_set': 'record_types/order/attributes/sets/items',
  '/$defs/parameter': 'parameters/size',
  '/$defs/parameter/properties/empty_set': 'parameters/labels',
  '/$defs/attribute': 'record_types/order/attributes/amount',
  '/$defs/attribute/properties/empty_set': 'record_types/order/attributes/labels',
  '/$defs/attribute/properties/default_on': 'record_types/order/attributes/status',
  '/$defs/attribute/properties/default_when_empty': 'record_types/order/attributes/status',
  '/$defs/attribute/properties/immutable': 'record_types/order/attributes/total',
  '/$defs/attribute/properties/deprecated': 'record_types/order/attributes/total',
  '/$defs/attribute/properties/on_missing': 'record_types/order/attributes/upper',
  '/$defs/accessPatternParameter': 'access_patterns/orders/parameters/size',
  '/$defs/accessPatternParameter/properties/empty_set': 'access_patterns/orders/parameters/labels',
  '/$defs/accessPattern': 'access_patterns/orders',
  '/$defs/accessPatternStep': 'access_patterns/in_steps/steps/0',
  '/$defs/operation': 'operations/place',
  '/$defs/operationStep': 'operations/several/steps/0',
  '/$defs/key': 'table/keys/by_customer',
  '/$defs/key/properties/partition_key/oneOf/0/oneOf/1': 'table/keys/by_customer/sort_key',
  '/$defs/key/properties/partition_key/oneOf/1/items/oneOf/1': 'table/keys/by_customer/sort_key',
  '/$defs/key/properties/sort_key/oneOf/0/oneOf/1': 'table/keys/by_customer/sort_key',
  '/$defs/key/properties/sort_key/oneOf/1/items/oneOf/1': 'table/keys/by_customer/sort_key',
  '/$defs/table': 'table',
  '/$defs/recordType': 'record_types/order',
  '/$defs/recordType/properties/ttl': 'record_types/order/ttl',
};

describe('a default is what holds without the key', () => {
  const unwritten = meaningOf(parse(base));

  it.each(defaults.map(({ pointer, schema }) => [pointer, schema['default']]))('%s: %j', (pointer, value) => {
    expect(JSON.parse(meaningOf(written(String(pointer), value)))).toEqual(JSON.parse(unwritten));
  });

  it('another value means something else', () => {
    const others = new Map(defaults.map(({ pointer, schema }) => [pointer, otherThan(schema)] as const));
    const same = [...others].filter(([pointer, value]) => {
      return value !== undefined && meaningOrRefusal(written(pointer, value)) === unwritten;
    });
    // The component of the computed attribute is always there.
    expect(same.map(([pointer]) => pointer)).toEqual(['/$defs/attribute/properties/on_missing']);
  });
});

/** The schema above with a key. */
function written(pointer: string, value: unknown): unknown {
  const [, mapping = '', key = ''] = /^(.*)\/properties\/([^/]+)$/.exec(pointer) ?? [];
  const path = places[pointer] ?? places[mapping];
  if (path === undefined) throw new TypeError(`say in "places" where ${pointer} can be written`);
  const document: unknown = parse(base);
  let target = document as { [name: string]: unknown };
  for (const name of path.split('/').filter((each) => each !== ''))
    target = target[name] as { [name: string]: unknown };
  target[key] = value;
  return document;
}

/** A value of a key that is not the default, where one is easily found. */
function otherThan({ default: value, enum: values, type }: Property['schema']): unknown {
  if (Array.isArray(values)) return values.find((each) => each !== value);
  return type === 'boolean' ? !value : undefined;
}

/** All that a schema means, but for the places in its file. */
function meaningOf(document: unknown): string {
  return JSON.stringify(modelOf(stringify(document)), (key, value: unknown) => {
    if (key === 'at') return undefined;
    return value instanceof Map ? [...value] : value;
  });
}

function meaningOrRefusal(document: unknown): string {
  try {
    return meaningOf(document);
  } catch (error) {
    return String(error);
  }
}

/** The keys of every mapping of a JSON Schema, however deep, without those that references lead to. */
function propertiesOf(schema: unknown, pointer: string): readonly Property[] {
  if (Array.isArray(schema)) return schema.flatMap((each, index) => propertiesOf(each, `${pointer}/${index}`));
  if (!isObject(schema)) return [];
  return Object.entries(schema).flatMap(([keyword, value]): readonly Property[] => {
    const at = `${pointer}/${keyword}`;
    if (['default', 'examples', 'enum', 'const', 'patternProperties'].includes(keyword)) return [];
    if (keyword !== 'properties' && keyword !== '$defs') return propertiesOf(value, at);
    const each = Object.entries(value as { readonly [name: string]: Property['schema'] });
    return each.flatMap(([name, inner]) => [
      ...(keyword === 'properties' ? [{ pointer: `${at}/${name}`, schema: inner }] : []),
      ...propertiesOf(inner, `${at}/${name}`),
    ]);
  });
}
