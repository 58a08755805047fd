import { deprecated, flag, sourceOfTruth, text } from './parts.ts';
import { attributeSource } from './sources.ts';

const statuses = { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string' } } as const;

/** Keys of an attribute, a family or a member that say something about it beside its value. */
export const attributeFacetKeys = {
  classification: {
    enum: ['public', 'internal', 'private', 'sensitive', 'secret'],
    description: 'Who may see the value.',
  },
  export_name: { ...text, description: 'What it is called in an export. Default: its name.', examples: ['full_name'] },
  immutable: { ...flag, description: 'Written once, never changed.', default: false },
  user_editable: { ...flag, description: 'A user may change it, as against the system.' },
  owner: { ...text, description: 'Who answers for the value; text for people.', examples: ['team-crm'] },
  source_of_truth: sourceOfTruth,
  denormalized_from: {
    ...text,
    description: 'A record type, ".", and the attribute of which this is a copy.',
    examples: ['customer.name'],
  },
  source: attributeSource,
  renamed_from: { ...text, description: 'What it was called before.', examples: ['mail'] },
  deprecated,
  transitions: {
    type: 'object',
    minProperties: 1,
    additionalProperties: { type: 'array', uniqueItems: true, items: { type: 'string' } },
    description: 'From each value of the enum, the values that may follow.',
    examples: [{ open: ['sent'], sent: [] }],
  },
  initial: { ...statuses, description: 'The values with which an item starts.', examples: [['open']] },
} as const;

/** Their names. They say nothing about the type, and may stand beside any. */
export const attributeFacetNames: readonly string[] = Object.keys(attributeFacetKeys);
