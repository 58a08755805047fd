import { operations } from '../check/registry.ts';

/** The messages of the adapter protocol, as JSON Schema 2020-12. `schema/formats/protocol.schema.json` is written from this object. */

const text = { type: 'string' } as const;
const id = { type: 'integer', minimum: 1 } as const;
const object = { type: 'object' } as const;
const attributesByRecordType = { type: 'object', additionalProperties: { type: 'array', items: text } } as const;

function message(properties: { readonly [name: string]: object }, optional: readonly string[] = []): object {
  return { type: 'object', properties, required: Object.keys(properties).filter((name) => !optional.includes(name)) };
}

function request(op: string, members: { readonly [name: string]: object }): object {
  return message({ id, op: { const: op }, ...members });
}

const store = message({
  endpoint: text,
  region: text,
  access_key_id: text,
  secret_access_key: text,
  tables: { type: 'object', additionalProperties: text },
});

const capability = { oneOf: [{ const: true }, { type: 'array', items: text }] } as const;

export const protocolSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://itemproof.dev/schema/formats/protocol.schema.json',
  title: 'Itemproof adapter protocol, version 1',
  anyOf: [{ $ref: '#/$defs/request' }, { $ref: '#/$defs/answer' }],
  $defs: {
    request: {
      oneOf: [
        request('hello', {
          protocol: { const: 1 },
          schema: message({ name: text, version: text, digest: text }),
          store: { oneOf: [store, { type: 'null' }] },
          now: text,
        }),
        request('key.build', { record_type: text, record: object }),
        request('key.parse', { record_type: text, index: text, key: object }),
        request('item.encode', { record_type: text, record: object }),
        request('item.decode', { record_type: text, item: object }),
        request('item.put', { record_type: text, record: object }),
        request('item.get', { record_type: text, components: { type: 'object', additionalProperties: text } }),
        request('bye', {}),
      ],
    },
    answer: { oneOf: [{ $ref: '#/$defs/ok' }, { $ref: '#/$defs/error' }, { $ref: '#/$defs/unsupported' }] },
    ok: { ...message({ id, ok: object }), not: { anyOf: [{ required: ['error'] }, { required: ['unsupported'] }] } },
    error: {
      ...message({
        id,
        error: message({
          class: { enum: ['invalid-record', 'invalid-key', 'invalid-item', 'not-found', 'internal'] },
          message: text,
        }),
      }),
      not: { anyOf: [{ required: ['ok'] }, { required: ['unsupported'] }] },
    },
    unsupported: {
      ...message({ id, unsupported: text }),
      not: { anyOf: [{ required: ['ok'] }, { required: ['error'] }] },
    },
    hello: message(
      {
        implementation: text,
        language: text,
        version: text,
        runtime: text,
        capabilities: {
          type: 'object',
          properties: Object.fromEntries(operations.map((op) => [op, capability])),
          additionalProperties: false,
        },
        window: { type: 'integer', minimum: 1, maximum: 1024 },
        schema_digest: text,
        generated: attributesByRecordType,
        not_read: attributesByRecordType,
      },
      ['runtime', 'window', 'schema_digest', 'generated', 'not_read'],
    ),
  },
} as const;
