import { amount, closed, count, flag, own, prose, text, texts } from './parts.ts';
import { relationalShape } from './relational.ts';

const variable = { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_]*$' } as const;
const policy = { enum: ['Retain', 'Delete', 'Snapshot'] } as const;

/** Units per second, of a table or of a global index. */
export const capacityShape = closed(
  {
    read: { ...count, description: 'Read units per second.', examples: [20] },
    write: { ...count, description: 'Write units per second.', examples: [10] },
    autoscaling: {
      ...closed(
        {
          minimum: { ...count, description: 'The smallest capacity, in units per second.', examples: [10] },
          maximum: { ...count, description: 'The largest capacity, in units per second.', examples: [200] },
          target_utilization: {
            type: 'integer',
            minimum: 20,
            maximum: 90,
            description: 'How much of the capacity is to be used, in percent.',
            examples: [70],
          },
        },
        ['minimum', 'maximum', 'target_utilization'],
      ),
      description: 'How the capacity follows the load.',
    },
  },
  ['read', 'write'],
);

/** Keys of a table that say how it is deployed, and who looks after it. */
export const tableDesignKeys = {
  name: {
    type: ['string', 'object'],
    minLength: 1,
    properties: {
      template: { ...text, description: 'Text with variables in braces.' },
      values: {
        type: 'object',
        additionalProperties: text,
        description: 'The values of the variables.',
        examples: [{ domain: 'sales' }],
      },
      env: { ...variable, description: 'The environment variable that holds the whole name.' },
      prefix_env: { ...variable, description: 'The environment variable that holds what stands before the suffix.' },
      suffix: { ...text, description: 'What stands after the prefix and a "-".' },
      local: { ...text, description: 'The name outside production when no variable is set.' },
    },
    patternProperties: own,
    additionalProperties: false,
    description: 'The name in DynamoDB: text, a template, or where the environment has it.',
    examples: ['orders', { env: 'ORDERS_TABLE', local: 'Orders' }],
  },
  domain: { ...text, description: 'What the table is part of; text for people.', examples: ['sales'] },
  justification: { ...prose, description: 'Why there is such a table; text for people.' },
  owner: { ...text, description: 'Who answers for the table; text for people.', examples: ['team-sales'] },
  lifecycle_owner: {
    enum: ['cloudformation', 'terraform', 'application', 'local'],
    description: 'Who makes and deletes the table.',
  },
  capacity: {
    ...capacityShape,
    description: 'The capacity of a table that is PROVISIONED.',
    examples: [{ read: 20, write: 10 }],
  },
  point_in_time_recovery: {
    type: ['boolean', 'object'],
    properties: {
      days: {
        type: 'integer',
        minimum: 1,
        maximum: 35,
        description: 'How many days back the table can be restored.',
        examples: [14],
      },
    },
    required: ['days'],
    patternProperties: own,
    additionalProperties: false,
    description: 'The table can be restored as it was at any moment of the last 35 days, or of fewer.',
    default: false,
    examples: [true, { days: 14 }],
  },
  encryption: {
    enum: ['aws-owned', 'aws-managed', 'customer-managed'],
    description: 'Whose key encrypts the table.',
  },
  table_class: {
    enum: ['STANDARD', 'STANDARD_INFREQUENT_ACCESS'],
    description: 'Whether storage or requests are to be cheap.',
  },
  deletion_protection: { ...flag, description: 'DynamoDB refuses to delete the table.', default: false },
  deletion_policy: { ...policy, description: 'What becomes of the table when its stack goes.' },
  update_replace_policy: { ...policy, description: 'What becomes of the table when its stack replaces it.' },
  backup: {
    ...closed({
      on_demand_before: {
        ...texts,
        description: 'What calls for a backup by hand.',
        examples: [['index changes']],
      },
      archive: { ...prose, description: 'What is kept, and for how long; text for people.' },
    }),
    description: 'When the table is backed up, and what is kept.',
  },
  relational: relationalShape,
  renamed_from: { ...text, description: 'What the table was called before.', examples: ['bundles'] },
} as const;

/** Parts of a relation: two ends, and how many of one belong to one of the other. */
export const relationShape = closed(
  {
    from: { ...text, description: 'A record type, ".", and the path of the attribute that refers.' },
    to: { ...text, description: 'A record type, ".", and the path of the attribute that is referred to.' },
    cardinality: {
      enum: ['one_to_one', 'many_to_one', 'one_to_many', 'many_to_many'],
      description: 'How many of one end belong to how many of the other.',
      default: 'many_to_one',
    },
    counts: {
      ...closed({
        average: { ...amount, description: 'How many there are on average.', examples: [3.5] },
        maximum: { ...amount, description: 'How many there are at most.', examples: [1000] },
      }),
      description: 'How many there are of the many.',
    },
    required: {
      ...flag,
      description: 'There is always something to refer to, when the reference is written.',
      default: false,
    },
    on_missing: {
      enum: ['reject', 'ignore', 'orphan_allowed'],
      description: 'What is to be done about a reference to nothing.',
      default: 'reject',
    },
    description: { ...prose, description: 'What refers to what; text for people.' },
  },
  ['from', 'to'],
);
