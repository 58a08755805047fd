import { checkIds, operations } from '../check/registry.ts';

/** The shape of `itemproof.yaml`, as JSON Schema 2020-12. `schema/formats/config.schema.json` is written from this object. */

const text = { type: 'string', minLength: 1 } as const;
const reason = { type: 'string', minLength: 10 } as const;
const texts = { type: 'array', items: text, minItems: 1 } as const;

export const configSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://itemproof.dev/schema/formats/config.schema.json',
  title: 'Itemproof configuration, format 1',
  type: 'object',
  properties: {
    format: { const: 1 },
    schema: { ...text, description: 'The schema file.' },
    vectors: { ...text, description: 'The folder of its golden vectors.' },
    store: {
      enum: ['embedded', 'dynamodb-local'],
      description: 'Which store a run uses unless --store says otherwise. Default: embedded.',
    },
    implementations: {
      type: 'object',
      description: 'Who takes part in a run. All other commands need none.',
      propertyNames: {
        pattern: '^[a-z][a-z0-9-]*$',
        not: { const: 'reference' },
        description: 'a name has small letters, digits and "-"; "reference" is that of the reference codec',
      },
      additionalProperties: {
        type: 'object',
        properties: {
          command: {
            type: 'array',
            items: { type: 'string' },
            minItems: 1,
            description: 'The program, which has a name, and its arguments, which may be empty.',
          },
          environment: { type: 'object', additionalProperties: { type: 'string' } },
          needs: {
            type: 'object',
            additionalProperties: text,
            description: 'From a program that must be on the PATH to what to install.',
          },
          build: { ...text, description: 'The command that makes the files which "command" names.' },
          store_needs: {
            type: 'array',
            items: text,
            uniqueItems: true,
            description: 'Capabilities of a store without which its items cannot be written or read there.',
          },
          isolate: {
            type: 'boolean',
            description: 'Its writers change other items too, so it gets tables of its own. Default: false.',
          },
          deadline_seconds: {
            type: 'number',
            exclusiveMinimum: 0,
            maximum: 600,
            description: 'How long one answer may take. Default: 10.',
          },
          gaps: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                ops: { type: 'array', items: { enum: operations }, minItems: 1, uniqueItems: true },
                record_types: { ...texts, uniqueItems: true },
                reason,
              },
              required: ['ops', 'record_types', 'reason'],
              additionalProperties: false,
            },
          },
        },
        required: ['command'],
        patternProperties: { '^x-': true },
        additionalProperties: false,
      },
    },
    known: { $ref: '#/$defs/known', description: 'Cases that fail, and are expected to.' },
    known_files: { ...texts, description: 'Files with more of them, each with one key, "known".' },
  },
  required: ['schema', 'vectors'],
  patternProperties: { '^x-': true },
  additionalProperties: false,
  $defs: {
    known: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          implementation: text,
          check: { enum: checkIds },
          writer: text,
          vectors: { ...texts, uniqueItems: true },
          reason,
        },
        required: ['implementation', 'check', 'vectors', 'reason'],
        additionalProperties: false,
      },
    },
  },
} as const;

/** The shape of a file of known failures. */
export const knownSchema = {
  $schema: configSchema.$schema,
  $id: 'https://itemproof.dev/schema/formats/known.schema.json',
  title: 'Itemproof known failures, format 1',
  type: 'object',
  properties: { known: { $ref: '#/$defs/known' } },
  required: ['known'],
  additionalProperties: false,
  $defs: configSchema.$defs,
} as const;
