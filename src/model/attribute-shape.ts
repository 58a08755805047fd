/** The keys of attributes, families and members. */
import { attributeFacetKeys } from './design/shape/attribute.ts';
import { flag, scalar, text, texts } from './shape-parts.ts';
import { valueKeys } from './value-shape.ts';

export const attributeKeys = {
  ...valueKeys,
  required: { ...flag, description: 'Every stored item has the attribute.', default: false },
  default: { description: 'The value of an attribute that is missing, as a record has it.', examples: ['open'] },
  default_from: {
    ...text,
    description: 'The attribute whose value is written when this one is missing in a record.',
    examples: ['created_at'],
  },
  default_on: {
    enum: ['write', 'read', 'both'],
    description: 'Whether the writer stores the default, the reader supplies it, or both.',
    default: 'both',
  },
  default_when_empty: { ...flag, description: 'An empty string in a record counts as missing.', default: false },
  present_when: {
    type: 'object',
    additionalProperties: { type: 'array', items: scalar, minItems: 1 },
    minProperties: 1,
    maxProperties: 1,
    description: 'Present exactly when another attribute has one of these values.',
    examples: [{ status: ['sent'] }],
  },
  group: { ...text, description: 'Families of one group have the same members.', examples: ['limits'] },
  excluded_members: { ...texts, description: 'Members that a family never has.', examples: [['total']] },
  computed_from: {
    ...text,
    description: 'A pattern. The writer builds the attribute from others, and readers check it.',
    examples: ['{name:lower}'],
  },
  on_missing: {
    enum: ['error', 'omit'],
    description: 'What becomes of a computed attribute when a component is absent or NULL.',
    default: 'error',
  },
  required_members: { ...texts, description: 'Members that a family always has.', examples: [['wcu']] },
  unit: { ...text, description: 'The unit of the value; text for people and programs.', examples: ['grams'] },
  role: { ...text, description: 'What the value is for; text for people and programs.', examples: ['counter'] },
  ...attributeFacetKeys,
} as const;
