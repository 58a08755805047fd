import { expect, it } from 'vitest';
import { type DesignCase, edited, healthyBackground, reportsOf } from '../../../../support/design.ts';

/** Each rule of how items are rows elsewhere, with an edit of the healthy schema that breaks it. */
const cases: readonly DesignCase[] = [
  [
    '      sk: { holds: SK, type: TEXT, nullable: false }\n',
    '',
    [
      '[missing-key] table.relational (relational): no column holds "SK"; add a column for each attribute of the primary key',
    ],
  ],
  [
    'sk: { holds: SK, type: TEXT, nullable: false }',
    'sk: { holds: PK }',
    [
      '[missing-key] table.relational (relational): no column holds "SK"; add a column for each attribute of the primary key',
      '[value-conflict] table.relational.columns.sk (sk): another column holds "PK" already; keep one of them',
    ],
  ],
  [
    'holds: title, ',
    'holds: titel, ',
    [
      '[reference-unknown] table.relational.columns.title.holds (titel): no record type of the table has the attribute "titel"; did you mean "title"?',
    ],
  ],
  [
    '{ holds: title, description: To search in. }',
    '{ holds: title, nullable: false }',
    [
      '[value-conflict] table.relational.columns.title (title): the column "title" cannot be NULL, and a "book" may have no "title"; add "otherwise:" with what it has then, or remove "nullable: false"',
    ],
  ],
  [
    '{ holds: title, description: To search in. }',
    '{ type: TEXT }',
    [
      '[missing-key] table.relational.columns.title (title): nothing says what the column "title" has; add "holds:" with an attribute, "rest: true", or "otherwise:"',
    ],
  ],
  [
    '{ holds: title, description: To search in. }',
    '{ rest: true }',
    ['[value-conflict] table.relational.columns.data (data): another column has the rest already; keep one of them'],
  ],
  [
    '{ holds: title, description: To search in. }',
    '{ holds: title, rest: true }',
    [
      '[value-conflict] table.relational.columns.title (title): the column "title" has either one attribute or all others; remove "holds", or "rest"',
      '[value-conflict] table.relational.columns.data (data): another column has the rest already; keep one of them',
    ],
  ],
  [
    '      data: { rest: true, type: JSON }\n',
    '',
    [
      '[missing-key] table.relational (relational): no column holds "id", nor 11 more; add columns, or one with "rest: true"',
    ],
  ],
  [
    'holds: title, ',
    'holds: PK, ',
    ['[value-conflict] table.relational.columns.title (title): another column holds "PK" already; keep one of them'],
  ],
  [
    '      title: { holds: title, description: To search in. }\n',
    '      title: { holds: title, description: To search in. }\n      Title: { holds: isbn }\n',
    [
      '[value-conflict] table.relational.columns.Title (Title): "Title" and "title" differ in upper and lower case only, and are one column to a database; give one of them another name',
    ],
  ],
  [
    '      title: { holds: title, description: To search in. }\n',
    '      "": { holds: title, description: To search in. }\n',
    ['[value-invalid] table.relational.columns. (""): "" cannot be a name here; a name has one character or more'],
  ],
];

it.each(cases)('reports all that is wrong after %j became %j', (from, to, reported) => {
  expect(reportsOf(edited(from, to, healthyBackground))).toEqual(reported);
});

it.each([['{ holds: title, description: To search in. }', '{ holds: title, nullable: false, otherwise: nothing }']])(
  'says nothing after %j became %j',
  (from, to) => {
    expect(reportsOf(edited(from, to, healthyBackground))).toEqual([]);
  },
);
