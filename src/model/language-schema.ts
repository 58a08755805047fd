/**
 * The shape of a schema file, as JSON Schema 2020-12. What shape cannot say - references, patterns, domains - is
 * checked by `normalise.ts`. `schema/language.schema.json` is written from this object, for editors: a `default` here
 * tells people what holds without the key, and `normalise.ts` is what makes it so.
 */

import { attributeKeys } from './attribute-shape.ts';
import { conditionShapes } from './condition-shape.ts';
import { defaultNow } from './design/shape/access-pattern.ts';
import { conventionDesignKeys, designDefinitions, topLevelDesignKeys } from './design/shape/top-level.ts';
import { recordIndexShape, recordTypeShape } from './record-type-shape.ts';
import { own, text, unknownAttributes } from './shape-parts.ts';
import { keyShape, keysShape, tableShape } from './table-shape.ts';
import { parameterKeys, valueKeys } from './value-shape.ts';
import { versionShape } from './version-shape.ts';

/** A text for people that says something. Of a reason that is too short that alone is said. */
const notBlank = { type: 'string', pattern: '\\S', $comment: 'write more than spaces' } as const;
const reason = { ...notBlank, pattern: '\\S|^[^]{0,9}$', minLength: 10 } as const;

export const languageSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://itemproof.dev/schema/language.schema.json',
  title: 'Itemproof schema, format 1',
  type: 'object',
  properties: {
    format: { const: 1, description: 'The version of the language.', default: 1 },
    name: {
      type: 'string',
      pattern: '^[a-z][a-z0-9-]*$',
      description: 'The name of the contract. Default: the name of the first table.',
      examples: ['rate-limits'],
    },
    version: {
      ...versionShape,
      description: 'The version of the contract: three numbers, and a suffix if you like.',
      default: '0.0.0',
      examples: ['1.4.0', '2.0.0-rc.1'],
    },
    description: { ...text, description: 'What the contract is about; text for people.' },
    conventions: {
      type: 'object',
      properties: {
        unknown_attributes: {
          ...unknownAttributes,
          description: 'What becomes of attributes that the schema does not explain.',
          default: 'ignore',
        },
        ...conventionDesignKeys,
      },
      patternProperties: own,
      additionalProperties: false,
      description: 'Settings for every record type.',
    },
    prefixes: {
      type: 'object',
      additionalProperties: text,
      description: 'Names for the literals in keys; {prefixes.name} in a pattern is that literal.',
      examples: [{ order: 'ORDER#' }],
    },
    parameters: {
      type: 'object',
      additionalProperties: { $ref: '#/$defs/parameter' },
      description: 'Named value domains, to which attributes and components of keys refer.',
      examples: [{ tenant: { type: 'string', pattern: '[a-z]+' } }],
    },
    table: { $ref: '#/$defs/table', description: 'The table, if there is one. Else write "tables".' },
    tables: {
      type: 'object',
      minProperties: 1,
      additionalProperties: { $ref: '#/$defs/table' },
      description: 'The tables by name, if there are several. Else write "table".',
    },
    keys: { $ref: '#/$defs/keys', description: 'The keys of the table; may stand here or in "table".' },
    record_types: {
      type: 'object',
      minProperties: 1,
      propertyNames: {
        pattern: '^[A-Za-z][A-Za-z0-9_-]*$',
        description: 'a name has letters, digits, "_" and "-", and starts with a letter',
      },
      additionalProperties: { $ref: '#/$defs/recordType' },
      description: 'The kinds of items, by name.',
    },
    ...topLevelDesignKeys,
    waivers: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          rule: { ...text, description: 'The code of the diagnostic.', examples: ['component-undeclared'] },
          at: {
            ...text,
            description: 'The place: the "path" of the diagnostic.',
            examples: ['record_types.order.pk_pattern'],
          },
          reason: { ...reason, description: 'Why it is meant, in ten characters or more.' },
          owner: { ...notBlank, description: 'Who answers for it; text for people.', examples: ['team-orders'] },
          until: {
            ...versionShape,
            description: 'The version of the schema from which on nothing is waived. Default: there is none.',
            examples: ['2.0.0'],
          },
        },
        required: ['rule', 'at', 'reason'],
        patternProperties: own,
        additionalProperties: false,
      },
      description: 'Rules that the schema breaks on purpose.',
    },
  },
  required: ['record_types'],
  patternProperties: own,
  additionalProperties: false,
  $defs: {
    value: { type: 'object', properties: valueKeys, patternProperties: own, additionalProperties: false },
    parameter: {
      type: 'object',
      properties: parameterKeys,
      required: ['type'],
      patternProperties: own,
      additionalProperties: false,
    },
    attribute: { type: 'object', properties: attributeKeys, patternProperties: own, additionalProperties: false },
    accessPatternParameter: {
      type: 'object',
      properties: { ...valueKeys, default: attributeKeys.default, default_now: defaultNow },
      patternProperties: own,
      additionalProperties: false,
    },
    ...designDefinitions,
    keys: keysShape,
    key: keyShape,
    table: tableShape,
    recordType: recordTypeShape,
    ...conditionShapes,
    recordIndex: recordIndexShape,
  },
} as const;
