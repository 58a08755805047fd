import { closed, count, deprecated, flag, own, prose, sourceOfTruth, text, texts } from './parts.ts';

/** Keys of a record type that say what it is for, how long it lives, and who writes it. */
export const recordTypeDesignKeys = {
  unique: {
    type: 'array',
    minItems: 1,
    items: closed(
      {
        attributes: texts,
        strategy: { enum: ['table', 'item', 'key', 'deterministic_id'] },
        record_type: { ...text, description: 'The record type of the lookup items.' },
        when: {
          oneOf: [text, texts, { type: 'object', minProperties: 1 }],
          description: 'Only items with these attributes, and these values, are unique.',
        },
        description: prose,
      },
      ['attributes', 'strategy'],
    ),
  },
  ttl: closed(
    {
      attribute: text,
      from: { ...text, description: 'The timestamp from which the time counts.' },
      after: {
        ...closed({ days: count, hours: count, minutes: count, seconds: count }),
        minProperties: 1,
      },
      expired: { enum: ['absent', 'returned'], description: 'What a reader makes of an item that is expired.' },
      description: prose,
    },
    ['attribute'],
  ),
  lifecycle: { enum: ['ephemeral', 'durable'] },
  retention: prose,
  owner: text,
  writers: {
    type: 'array',
    minItems: 1,
    items: {
      type: ['string', 'object'],
      minLength: 1,
      properties: { name: text, mode: { enum: ['replace', 'merge', 'append'] }, description: prose },
      required: ['name'],
      patternProperties: own,
      additionalProperties: false,
    },
  },
  source_of_truth: sourceOfTruth,
  id: { ...text, description: 'The attribute that identifies an item to the application.' },
  version: count,
  renamed_from: text,
  deprecated,
  append_only: flag,
  max_item_bytes: { type: 'integer', minimum: 1, maximum: 409_600 },
  export: closed({ file: text, omit: texts, redact: texts, sort: text }, ['file']),
  examples: { type: 'array', minItems: 1, items: { type: 'object' }, description: 'Records, as JSON.' },
} as const;
