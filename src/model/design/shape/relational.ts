import { named } from '../../shape-parts.ts';
import { closed, flag, prose, text } from './parts.ts';

/** The same items as rows of a relational database. */
export const relationalShape = {
  ...closed(
    {
      kind: { ...text, description: 'What kind of database it is; text for people.', examples: ['sqlite'] },
      table: { ...text, description: 'The name of the table there.', examples: ['orders'] },
      description: { ...prose, description: 'Why there is such a table; text for people.' },
      columns: {
        type: 'object',
        minProperties: 1,
        propertyNames: named,
        additionalProperties: closed({
          holds: { ...text, description: 'The attribute whose value the column has.', examples: ['PK'] },
          rest: {
            ...flag,
            description: 'The column has all attributes that no other column holds, as one JSON object.',
            default: false,
          },
          type: { ...text, description: 'The type of the column; text for people.', examples: ['TEXT'] },
          nullable: { ...flag, description: 'The column may be NULL.', default: true },
          otherwise: {
            ...text,
            description: 'What the column has when no attribute says so.',
            examples: ['time of the write'],
          },
          description: { ...prose, description: 'What the column is for; text for people.' },
        }),
        description: 'The columns of the table there, by name.',
        examples: [{ pk: { holds: 'PK' }, data: { rest: true, type: 'JSON' } }],
      },
    },
    ['table', 'columns'],
  ),
  description: 'How the same items are rows of a relational database.',
  examples: [{ table: 'orders', columns: { pk: { holds: 'PK' }, sk: { holds: 'SK' }, data: { rest: true } } }],
} as const;
