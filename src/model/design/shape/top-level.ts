import { accessPatternDefinitions, accessPatternsShape } from './access-pattern.ts';
import { changelogShape, decisionsShape } from './decisions.ts';
import { invariantsShape } from './invariants.ts';
import { operationDefinitions, operationsShape } from './operation.ts';
import { closed, text } from './parts.ts';
import { sourcesShape } from './sources.ts';
import { relationShape } from './table.ts';

/** Keys at the top of a schema that say what it is part of, and how far it has come. */
export const topLevelDesignKeys = {
  domain: { ...text, description: 'What the schema is part of; text for people.', examples: ['sales'] },
  owner: { ...text, description: 'Who answers for the schema; text for people.', examples: ['team-sales'] },
  status: {
    enum: ['draft', 'requirements_confirmed', 'design_approved', 'contract_approved'],
    description: 'How far the design has come.',
  },
  relations: {
    type: 'array',
    items: relationShape,
    description: 'Which attributes hold the identifiers of something else.',
    examples: [[{ from: 'order.customer_id', to: 'customer.customer_id' }]],
  },
  invariants: invariantsShape,
  access_patterns: accessPatternsShape,
  operations: operationsShape,
  decisions: decisionsShape,
  changelog: changelogShape,
  sources: sourcesShape,
  profiles: {
    type: 'array',
    uniqueItems: true,
    items: { enum: ['portable', 'standards', 'aws-modeling', 'execution-state'] },
    description: 'Sets of rules that the design is meant to follow.',
  },
  compatibility: {
    ...closed({
      policy: {
        enum: ['backward', 'forward', 'full', 'none'],
        description: 'Who must go on working after a change: new readers, old ones, both or none.',
      },
      pre_1_0: {
        enum: ['allow_breaking', 'strict'],
        description: 'Whether the policy holds for versions below 1.0.0.',
      },
    }),
    description: 'What a change must keep working.',
  },
} as const;

/** Keys of `conventions`. */
export const conventionDesignKeys = {
  attribute_names: {
    enum: ['snake_case', 'camelCase', 'PascalCase'],
    description: 'The style of the names of attributes; another one is a warning.',
  },
  delimiter: { ...text, description: 'What stands between the parts of a key; text for people.', examples: ['#'] },
} as const;

/** What these shapes refer to by name. */
export const designDefinitions = { ...accessPatternDefinitions, ...operationDefinitions } as const;
