import { amount, closed, count, flag, own, prose, text, texts } from './parts.ts';

const variable = { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_]*$' } as const;
const policy = { enum: ['Retain', 'Delete', 'Snapshot'] } as const;

/** Keys of a table that say how it is deployed, and who looks after it. */
export const tableDesignKeys = {
  name: {
    type: ['string', 'object'],
    minLength: 1,
    properties: {
      template: { ...text, description: 'Text with variables in braces.' },
      values: { type: 'object', additionalProperties: text, description: 'The values of the variables.' },
      env: { ...variable, description: 'The environment variable that holds the whole name.' },
      prefix_env: { ...variable, description: 'The environment variable that holds what stands before the suffix.' },
      suffix: { ...text, description: 'What stands after the prefix and a "-".' },
      local: { ...text, description: 'The name outside production when no variable is set.' },
    },
    patternProperties: own,
    additionalProperties: false,
    description: 'The name in DynamoDB: text, a template, or where the environment has it.',
  },
  domain: text,
  justification: prose,
  owner: text,
  lifecycle_owner: { enum: ['cloudformation', 'terraform', 'application', 'local'] },
  capacity: closed(
    {
      read: count,
      write: count,
      autoscaling: closed(
        { minimum: count, maximum: count, target_utilization: { type: 'integer', minimum: 20, maximum: 90 } },
        ['minimum', 'maximum', 'target_utilization'],
      ),
    },
    ['read', 'write'],
  ),
  point_in_time_recovery: {
    type: ['boolean', 'object'],
    properties: { days: { type: 'integer', minimum: 1, maximum: 35 } },
    required: ['days'],
    patternProperties: own,
    additionalProperties: false,
  },
  encryption: { enum: ['aws-owned', 'aws-managed', 'customer-managed'] },
  table_class: { enum: ['STANDARD', 'STANDARD_INFREQUENT_ACCESS'] },
  deletion_protection: flag,
  deletion_policy: policy,
  update_replace_policy: policy,
  backup: closed({ on_demand_before: texts, archive: prose }),
} as const;

/** Parts of a relation: two ends, and how many of one belong to one of the other. */
export const relationShape = closed(
  {
    from: { ...text, description: 'A record type, ".", and the path of the attribute that refers.' },
    to: { ...text, description: 'A record type, ".", and the path of the attribute that is referred to.' },
    cardinality: { enum: ['one_to_one', 'many_to_one', 'one_to_many', 'many_to_many'] },
    counts: closed({ average: amount, maximum: amount }),
    required: flag,
    on_missing: { enum: ['reject', 'ignore', 'orphan_allowed'] },
    description: prose,
  },
  ['from', 'to'],
);
