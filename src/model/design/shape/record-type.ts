import { condition } from '../../shape-parts.ts';
import { versionShape } from '../../version-shape.ts';
import { closed, count, deprecated, flag, own, prose, sourceOfTruth, text, texts } from './parts.ts';
import { recordSource } from './sources.ts';

/** DynamoDB stores no larger item than one of 400 KiB. */
const bytesOfItem = { type: 'integer', minimum: 1, maximum: 409_600 } as const;

/** Somebody by name, or with more to be said of it. */
function nameOr<const Properties extends object>(properties: Properties) {
  return {
    type: ['string', 'object'],
    minLength: 1,
    properties,
    required: ['name'],
    patternProperties: own,
    additionalProperties: false,
  } as const;
}

/** Keys of a record type that say what it is for, how long it lives, and who writes and reads it. */
export const recordTypeDesignKeys = {
  unique: {
    type: 'array',
    minItems: 1,
    items: closed(
      {
        attributes: { ...texts, description: 'The attributes that no two items share.', examples: [['email']] },
        strategy: {
          enum: ['table', 'item', 'key', 'deterministic_id', 'application'],
          description:
            'What sees to it: lookup items in another table or in this one, the key, the id, or the writer, who looks first.',
        },
        record_type: { ...text, description: 'The record type of the lookup items.' },
        when: {
          ...condition,
          description: 'Only items with these attributes, and these values, are unique.',
        },
        description: { ...prose, description: 'Why it is unique; text for people.' },
      },
      ['attributes', 'strategy'],
    ),
    description: 'What no two items share.',
    examples: [[{ attributes: ['email'], strategy: 'item', record_type: 'email' }]],
  },
  ttl: {
    ...closed(
      {
        attribute: { ...text, description: 'The attribute of Time to Live.', examples: ['expires_at'] },
        from: { ...text, description: 'The timestamp from which the time counts.' },
        after: {
          ...closed({
            days: { ...count, description: 'Days.', examples: [30] },
            hours: { ...count, description: 'Hours.', examples: [12] },
            minutes: { ...count, description: 'Minutes.', examples: [30] },
            seconds: { ...count, description: 'Seconds.', examples: [45] },
          }),
          minProperties: 1,
          description: 'The time after which an item expires; the units are added up.',
          examples: [{ days: 30 }],
        },
        formula: {
          ...text,
          description: 'How the time is calculated, where "after" cannot say it; text for people.',
          examples: ['changed_at + keep_days × 86400'],
        },
        uses: {
          ...texts,
          description: 'The attributes that the formula depends on.',
          examples: [['changed_at', 'keep_days']],
        },
        expired: {
          enum: ['absent', 'returned'],
          description: 'What a reader makes of an item that is expired and still stored.',
          default: 'absent',
        },
        description: { ...prose, description: 'Why items expire; text for people.' },
      },
      ['attribute'],
    ),
    description: 'When items expire.',
    examples: [{ attribute: 'expires_at', from: 'changed_at', after: { days: 30 } }],
  },
  lifecycle: { enum: ['ephemeral', 'durable'], description: 'Whether items expire, and need "ttl".' },
  justification: { ...prose, description: 'Why there are such items; text for people.' },
  retention: { ...prose, description: 'How long items are kept; text for people.' },
  owner: { ...text, description: 'Who answers for the items; text for people.', examples: ['team-sales'] },
  writers: {
    type: 'array',
    minItems: 1,
    items: nameOr({
      name: { ...text, description: 'The name of the writer.', examples: ['importer'] },
      mode: {
        enum: ['replace', 'merge', 'append'],
        description: 'Whether it writes whole items, parts, or new ones. Default: replace; append if append_only.',
      },
      description: { ...prose, description: 'What it does; text for people.' },
    }),
    description: 'Who writes such items. Default: anybody.',
    examples: [['api', { name: 'importer', mode: 'merge' }]],
  },
  readers: {
    type: 'array',
    minItems: 1,
    items: nameOr({
      name: { ...text, description: 'The name of the reader.', examples: ['dashboard'] },
      description: { ...prose, description: 'What it does with them; text for people.' },
    }),
    description: 'Who reads such items. Default: anybody.',
    examples: [['api', { name: 'dashboard', description: 'Shows them once a minute.' }]],
  },
  read_only: {
    type: ['boolean', 'object'],
    properties: {
      since: { ...versionShape, description: 'The version from which on nothing writes them.', examples: ['2.0.0'] },
      reason: { ...prose, description: 'Why nothing writes them; text for people.' },
    },
    patternProperties: own,
    additionalProperties: false,
    description: 'Items of an earlier design are still there and are read; nothing writes them any more.',
    default: false,
    examples: [true, { since: '2.0.0', reason: 'Carts are kept by another service.' }],
  },
  source_of_truth: sourceOfTruth,
  source: recordSource,
  id: { ...text, description: 'The attribute that identifies an item to the application.', examples: ['order_id'] },
  version: { ...count, description: 'The version of the record type.', examples: [2] },
  renamed_from: { ...text, description: 'What the record type was called before.', examples: ['client'] },
  deprecated,
  append_only: { ...flag, description: 'Items are put, and never changed or deleted.', default: false },
  max_item_bytes: {
    ...bytesOfItem,
    description: 'The size that no item is to exceed, in bytes.',
    default: 409_600,
    examples: [4096],
  },
  estimated_item_bytes: {
    ...bytesOfItem,
    description: 'How large an item is expected to be, in bytes.',
    examples: [300],
  },
  export: {
    ...closed(
      {
        file: { ...text, description: 'The name of the file.', examples: ['customers.jsonl'] },
        omit: { ...texts, description: 'Attributes that are left out.', examples: [['password_hash']] },
        redact: { ...texts, description: 'Attributes whose values are made unreadable.', examples: [['email']] },
        sort: { ...text, description: 'The attribute by which records are sorted.', examples: ['customer_id'] },
      },
      ['file'],
    ),
    description: 'What becomes of the records in an export.',
  },
  examples: {
    type: 'array',
    minItems: 1,
    items: { type: 'object' },
    description: 'Records, as JSON.',
    examples: [[{ customer_id: 'C1' }]],
  },
} as const;
