import { deprecated, flag, sourceOfTruth, text } from './parts.ts';

const statuses = { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string' } } as const;

/** Keys of an attribute, a family or a member that say something about it beside its value. */
export const attributeFacetKeys = {
  classification: { enum: ['public', 'internal', 'private', 'sensitive', 'secret'] },
  export_name: text,
  immutable: { ...flag, description: 'Written once, never changed.' },
  user_editable: { ...flag, description: 'A user may change it, as against the system.' },
  owner: text,
  source_of_truth: sourceOfTruth,
  denormalized_from: { ...text, description: 'A record type, ".", and the attribute of which this is a copy.' },
  renamed_from: text,
  deprecated,
  transitions: {
    type: 'object',
    minProperties: 1,
    additionalProperties: { type: 'array', uniqueItems: true, items: { type: 'string' } },
    description: 'From each value of the enum, the values that may follow.',
  },
  initial: { ...statuses, description: 'The values with which an item starts.' },
} as const;

/** Their names. They say nothing about the type, and may stand beside any. */
export const attributeFacetNames: readonly string[] = Object.keys(attributeFacetKeys);
