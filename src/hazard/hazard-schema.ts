import { vectorKinds } from '../vector/vector.ts';
import { effects } from './hazard.ts';

/** The shape of `schema/hazards.yaml`, as JSON Schema 2020-12. `schema/formats/hazards.schema.json` is written from it. */

const sentence = { type: 'string', minLength: 10 } as const;

/** Who can be bitten. One spelling each, so that the register can be searched. */
export const bitten = [
  'every language',
  'Go',
  'Java',
  'JavaScript',
  'Python',
  'Rust',
  'attributevalue (Go)',
  'boto3 (Python)',
  'DynamoDBMapper (Java)',
  'dynamodb-onetable (JavaScript)',
  'ElectroDB (JavaScript)',
  'enhanced client (Java)',
  'PynamoDB (Python)',
  'rust_decimal (Rust)',
  'serde_dynamo (Rust)',
  'util-dynamodb (JavaScript)',
] as const;

function list(items: object): object {
  return { type: 'array', items, minItems: 1, uniqueItems: true };
}

export const hazardSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://itemproof.dev/schema/formats/hazards.schema.json',
  title: 'Itemproof hazard register, format 1',
  type: 'object',
  properties: {
    format: { const: 1 },
    hazards: {
      type: 'object',
      minProperties: 1,
      propertyNames: {
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)+$',
        description: 'a hazard is two or more words of small letters and digits, with "-" between them',
      },
      additionalProperties: {
        type: 'object',
        properties: {
          title: { ...sentence, maxLength: 120, description: 'What goes wrong, in one line.' },
          description: { ...sentence, description: 'What diverges, and what to do about it.' },
          effect: { enum: Object.keys(effects) },
          bites: {
            ...list({ enum: bitten }),
            description: 'Languages and libraries that do it by default or by habit.',
          },
          example: { ...sentence, description: 'One case of it.' },
          detection: {
            type: 'object',
            minProperties: 1,
            properties: {
              vectors: { ...list({ enum: vectorKinds }), description: 'The kinds of vectors that carry it.' },
              diagnostics: { ...list({ type: 'string' }), description: 'The diagnostics that find it in a schema.' },
            },
            additionalProperties: false,
          },
          sources: {
            ...list({ type: 'string', pattern: '^(https://|measured: |reasoned: ).{10,}$' }),
            description:
              'Where it is known from: addresses, "measured: " and with what, or "reasoned: " and from what.',
          },
        },
        required: ['title', 'description', 'effect', 'bites', 'example', 'detection', 'sources'],
        additionalProperties: false,
      },
    },
  },
  required: ['format', 'hazards'],
  additionalProperties: false,
} as const;
