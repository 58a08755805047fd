import { closed, ids, prose, text, texts } from './parts.ts';

/** Another database, from whose rows items are made: what is in it, so that nothing of it is forgotten. */
export const sourcesShape = {
  type: 'object',
  minProperties: 1,
  propertyNames: ids,
  additionalProperties: closed(
    {
      kind: { ...text, description: 'What kind of database it is; text for people.', examples: ['mysql'] },
      description: { ...prose, description: 'What the database is for; text for people.' },
      tables: {
        type: 'object',
        minProperties: 1,
        additionalProperties: closed(
          {
            description: { ...prose, description: 'What the rows are; text for people.' },
            columns: { ...texts, description: 'The names of all columns.', examples: [['id', 'isbn', 'title']] },
            unique: {
              type: 'array',
              minItems: 1,
              uniqueItems: true,
              items: texts,
              description: 'The columns that no two rows share, as a list of lists. The primary key is one of them.',
              examples: [[['id'], ['isbn']]],
            },
          },
          ['columns'],
        ),
        description: 'The tables of the database, by name.',
        examples: [{ books: { columns: ['id', 'isbn'] } }],
      },
    },
    ['tables'],
  ),
  description: 'Databases from which the items come, by name.',
  examples: [{ shop: { kind: 'mysql', tables: { books: { columns: ['id', 'isbn'], unique: [['id'], ['isbn']] } } } }],
} as const;

const column = { ...text, examples: ['shop.books.isbn'] } as const;

/** The tables of which the items of a record type are made. */
export const recordSource = {
  oneOf: [text, texts],
  description: 'The tables of "sources" whose rows become such items: a database, ".", and a table.',
  examples: ['shop.books', ['shop.orders', 'shop.invoices']],
} as const;

/** The columns that become a component of a key. */
export const parameterSource = {
  oneOf: [text, texts],
  description:
    'The columns of "sources" that become it where it is a component of a key and no attribute: a database, ".", a table, ".", and a column.',
  examples: ['shop.books.tenant', ['shop.books.tenant', 'shop.orders.tenant']],
} as const;

/** The columns that become an attribute. */
export const attributeSource = {
  oneOf: [
    text,
    texts,
    closed(
      {
        columns: {
          oneOf: [text, texts],
          description: 'The columns that become the value.',
          examples: ['shop.authors.name'],
        },
        join: {
          ...closed(
            {
              local_column: { ...column, description: 'The column of a row of the record type.' },
              source_column: { ...column, description: 'The column that has the same value in the other table.' },
            },
            ['local_column', 'source_column'],
          ),
          description: 'How the row of another table is found.',
          examples: [{ local_column: 'shop.books.author_id', source_column: 'shop.authors.id' }],
        },
        transformation: { ...prose, description: 'What is done to the values; text for people.' },
        justification: { ...prose, description: 'Why the value is copied; text for people.' },
      },
      ['columns'],
    ),
  ],
  description: 'The columns of "sources" that become the value: a database, ".", a table, ".", and a column.',
  examples: [
    'shop.books.isbn',
    {
      columns: 'shop.authors.name',
      join: { local_column: 'shop.books.author_id', source_column: 'shop.authors.id' },
    },
  ],
} as const;
