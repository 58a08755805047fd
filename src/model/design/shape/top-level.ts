import { accessPatternDefinitions, accessPatternsShape } from './access-pattern.ts';
import { operationDefinitions, operationsShape } from './operation.ts';
import { closed, text } from './parts.ts';
import { relationShape } from './table.ts';

/** Keys at the top of a schema that say what it is part of, and how far it has come. */
export const topLevelDesignKeys = {
  domain: text,
  owner: text,
  status: { enum: ['draft', 'requirements_confirmed', 'design_approved', 'contract_approved'] },
  relations: { type: 'array', items: relationShape },
  access_patterns: accessPatternsShape,
  operations: operationsShape,
  profiles: {
    type: 'array',
    uniqueItems: true,
    items: { enum: ['portable', 'standards', 'aws-modeling', 'execution-state'] },
  },
  compatibility: closed({
    policy: { enum: ['backward', 'forward', 'full', 'none'] },
    pre_1_0: { enum: ['allow_breaking', 'strict'] },
  }),
} as const;

/** Keys of `conventions`. */
export const conventionDesignKeys = {
  attribute_names: { enum: ['snake_case', 'camelCase', 'PascalCase'] },
  delimiter: text,
} as const;

/** What these shapes refer to by name. */
export const designDefinitions = { ...accessPatternDefinitions, ...operationDefinitions } as const;
