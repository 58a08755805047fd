import { errorMembers, item, keys, object, text } from './shapes.ts';
import { vectorKinds } from './vector.ts';

/** The shape of a vector file, as JSON Schema 2020-12. `schema/formats/vector.schema.json` is written from this object. */

const entry = {
  type: 'object',
  properties: { record: object, key: item },
  required: ['record', 'key'],
  additionalProperties: false,
} as const;

const described = {
  id: { type: 'string', pattern: '^[A-Za-z0-9_-]+/[A-Za-z0-9_-]+$' },
  description: { type: 'string', minLength: 1 },
  origin: { const: 'added' },
  scenario: { type: 'string', pattern: '^[a-z0-9-]+$' },
  // A pointer may have line feeds, which "." takes in no language alike.
  subject: { type: 'string', pattern: '^(/|$)' },
  hazards: { type: 'array', items: text, uniqueItems: true },
} as const;

const provenance: readonly string[] = ['origin', 'scenario', 'subject'];

function vector(properties: { readonly [name: string]: object }, optional: readonly string[] = []): object {
  const all: { readonly [name: string]: object } = { ...described, ...properties };
  return {
    type: 'object',
    properties: all,
    required: Object.keys(all).filter((name) => !provenance.includes(name) && !optional.includes(name)),
    // What nobody added shows a scenario.
    if: { not: { properties: { origin: true }, required: ['origin'] } },
    // biome-ignore lint/suspicious/noThenProperty: "then" is a keyword of JSON Schema
    then: { properties: { scenario: true, subject: true }, required: ['scenario', 'subject'] },
    additionalProperties: false,
  };
}

const error = {
  type: 'object',
  properties: errorMembers,
  required: Object.keys(errorMembers),
  additionalProperties: false,
} as const;

/** Which shape the vectors have follows from the file's `kind`. */
function branch(kind: string, shape: string): object {
  return {
    if: { properties: { kind: { const: kind } } },
    // biome-ignore lint/suspicious/noThenProperty: "then" is a keyword of JSON Schema
    then: { properties: { vectors: { type: 'array', items: { $ref: `#/$defs/${shape}` } } } },
  };
}

export const vectorSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://itemproof.dev/schema/formats/vector.schema.json',
  title: 'Itemproof vectors, format 1',
  type: 'object',
  properties: {
    format: { const: 1 },
    schema: text,
    record_type: text,
    digest: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
    kind: { enum: vectorKinds },
    vectors: { type: 'array' },
  },
  required: ['format', 'schema', 'record_type', 'digest', 'kind', 'vectors'],
  additionalProperties: false,
  allOf: [
    branch('items', 'item'),
    branch('keys', 'keys'),
    branch('order', 'order'),
    branch('reads', 'read'),
    branch('refusals', 'refusal'),
  ],
  $defs: {
    item: vector({ record: object, keys, item, read: object }, ['read']),
    keys: vector({ record: object, keys }),
    order: vector({ index: text, entries: { type: 'array', items: entry, minItems: 2 } }),
    read: vector({ item, record: object }),
    refusal: {
      type: 'object',
      required: ['op'],
      properties: { op: { enum: ['key.build', 'key.parse', 'item.encode', 'item.decode'] } },
      oneOf: [
        vector({ op: { enum: ['key.build', 'item.encode'] }, record: object, error }),
        vector({ op: { const: 'key.parse' }, index: text, key: object, error }),
        vector({ op: { const: 'item.decode' }, item: object, error }),
      ],
    },
  },
} as const;

/** One part of the path of a file; no part is "." or "..", and no system takes it for more than one. */
const part = '[^./\\\\\\x00-\\x1f][^/\\\\\\x00-\\x1f]*';

/** A path that leads to a file in the folder of its manifest, and is written in one way. */
export const listedPath = `^${part}(/${part})*$`;

/** The shape of a manifest. */
export const manifestSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://itemproof.dev/schema/formats/manifest.schema.json',
  title: 'Itemproof vector manifest, format 1',
  type: 'object',
  properties: {
    format: { const: 1 },
    schema: {
      type: 'object',
      properties: { name: text, version: text, digest: text },
      required: ['name', 'version', 'digest'],
      additionalProperties: false,
    },
    suite_sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    files: {
      type: 'object',
      propertyNames: {
        pattern: listedPath,
        description:
          'a manifest lists files of its own folder, as "order/items.json": no name in a path starts with "."',
      },
      additionalProperties: {
        type: 'object',
        properties: {
          vectors: { type: 'integer', minimum: 0 },
          added: { type: 'integer', minimum: 1 },
          sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
        },
        required: ['vectors', 'sha256'],
        additionalProperties: false,
      },
    },
  },
  required: ['format', 'schema', 'suite_sha256', 'files'],
  additionalProperties: false,
} as const;
