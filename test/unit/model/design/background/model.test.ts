import { expect, it } from 'vitest';
import { edited, healthyBackground, modelOf, reportsOf } from '../../../../support/design.ts';

const { design } = modelOf(healthyBackground);
const found = <Named extends { readonly name: string }>(all: readonly Named[], name: string): Named | undefined =>
  all.find((each) => each.name === name);

it('the healthy schema is clean', () => {
  expect(reportsOf(healthyBackground)).toEqual([]);
});

it('columns are found in tables whose names have dots', () => {
  const total = design.attributes.find(({ recordType, path }) => recordType === 'order' && path === 'total');
  expect(total?.source).toEqual({
    columns: [{ database: 'shop', table: 'main.orders', column: 'total' }],
    join: null,
    transformation: null,
    justification: null,
  });
  expect(found(design.recordTypes, 'order')?.source).toEqual([{ database: 'shop', table: 'main.orders' }]);
});

it('a joined value has the columns of both tables', () => {
  const author = design.attributes.find(({ path }) => path === 'author');
  expect(author?.source).toEqual({
    columns: ['name', 'id'].map((column) => ({ database: 'shop', table: 'authors', column })),
    join: {
      local: { database: 'shop', table: 'books', column: 'author_id' },
      source: { database: 'shop', table: 'authors', column: 'id' },
    },
    transformation: null,
    justification: 'Shown with every book.',
  });
});

it('databases, decisions and changes are there with their places', () => {
  expect(found(design.sources, 'shop')?.tables[0]).toMatchObject({ name: 'books', unique: [['id'], ['isbn']] });
  expect(found(design.decisions, 'keys')).toMatchObject({ kind: 'other', alternatives: [], rollback: null });
  expect(design.decisions[0]).toMatchObject({
    kind: 'denormalization',
    tradeOffs: ['every change is a transaction'],
    monitoring: ['cancelled transactions'],
    concerns: ['record_types.book.unique', 'record_types.book.attributes.isbn', 'waivers[0]'],
    at: { path: 'decisions.lookup' },
  });
  expect(design.changelog).toMatchObject([
    { version: '1.2.0', description: 'Books have a title.', breaking: false, migration: null },
    { version: '1.1.0', breaking: true, migration: 'All items are written again.' },
  ]);
  expect(found(design.recordTypes, 'book')).toMatchObject({ estimatedItemBytes: 300 });
});

it('an invariant has its two ends, and what is counted', () => {
  expect(design.invariants.map(({ at, ...rest }) => rest)).toEqual([
    {
      name: 'lines',
      description: 'Lines that are gone do not count.',
      attribute: { recordType: 'order', path: 'line_count' },
      operator: 'equals',
      amount: { kind: 'count', recordType: 'line', path: null },
      match: [{ path: 'order_id', equals: 'id' }],
      where: {
        kind: 'all',
        conditions: [
          {
            kind: 'test',
            path: 'status',
            operator: 'in',
            operands: ['open', 'sent'].map((literal) => ({ kind: 'literal', literal })),
          },
          { kind: 'test', path: 'note', operator: 'exists', operands: [{ kind: 'literal', literal: false }] },
        ],
      },
    },
    {
      name: 'total',
      description: '',
      attribute: { recordType: 'order', path: 'total' },
      operator: 'at_least',
      amount: { kind: 'sum', recordType: 'line', path: 'price' },
      match: [{ path: 'order_id', equals: 'id' }],
      where: null,
    },
    {
      name: 'cheapest',
      description: '',
      attribute: { recordType: 'order', path: 'cheapest' },
      operator: 'at_most',
      amount: { kind: 'minimum', recordType: 'line', path: 'price' },
      match: [],
      where: null,
    },
  ]);
});

it('a table elsewhere has its columns in order', () => {
  expect(
    design.tables[0]?.relational?.columns.map(({ name, holds, rest, nullable, otherwise }) => [
      name,
      holds,
      rest,
      nullable,
      otherwise,
    ]),
  ).toEqual([
    ['pk', 'PK', false, false, null],
    ['sk', 'SK', false, false, null],
    ['title', 'title', false, true, null],
    ['data', null, true, true, null],
    ['written_at', null, false, false, 'time of the write'],
  ]);
});

const digestAfter = (from: string, to: string): string => modelOf(edited(from, to, healthyBackground)).digest;
const { digest } = modelOf(healthyBackground);

it.each([
  ['where data is from', 'shop.books.title }', 'shop.books.title, description: x }'],
  ['a decision', 'choice: One table.', 'choice: Some tables.'],
  ['what changed', '1.2.0: Books have a title.', '1.2.0: Books have titles.'],
  ['a transformation', 'transformation: As text.', 'transformation: In hex.'],
  ['rows elsewhere', 'written_at: {', 'stored_at: {'],
  ['an estimate', 'estimated_item_bytes: 300', 'estimated_item_bytes: 301'],
])('the digest does not see %s', (_what, from, to) => {
  expect(digestAfter(from, to)).toBe(digest);
});

it.each([
  ['who must hold to it', 'attribute: order.cheapest', 'attribute: order.total'],
  ['how it is compared', 'at_most: { minimum', 'at_least: { minimum'],
  ['what is compared', '{ minimum: line.price }', '{ maximum: line.price }'],
  ['which others count', 'in: [open, sent]', 'in: [open, gone]'],
  ['what sees to uniqueness', 'strategy: application, d', 'strategy: deterministic_id, d'],
])('the digest sees of an invariant and of what is unique %s', (_what, from, to) => {
  const text = edited(from, to, healthyBackground).replace(
    '    source: shop.books\n',
    '    source: shop.books\n    id: id\n',
  );
  const before = healthyBackground.replace('    source: shop.books\n', '    source: shop.books\n    id: id\n');
  expect(modelOf(text).digest).not.toBe(modelOf(before).digest);
});
