import { expect, it } from 'vitest';
import { type DesignCase, edited, healthyBackground, reportsOf } from '../../../../support/design.ts';

/** Each rule of where the data is from, with an edit of the healthy schema that breaks it. */
const cases: readonly DesignCase[] = [
  [
    'source: shop.books\n',
    'source: shop.boks\n',
    ['[reference-unknown] record_types.book.source (shop.boks): "shop" has no table "boks"; did you mean "books"?'],
  ],
  [
    'source: shop.books\n',
    'source: shops.books\n',
    [
      '[reference-unknown] record_types.book.source (shops.books): there is no database "shops" in "sources"; did you mean "shop"?',
    ],
  ],
  [
    'source: shop.books.title',
    'source: shop.books.titel',
    [
      '[reference-unknown] record_types.book.attributes.title.source (shop.books.titel): "books" has no column "titel"; did you mean "title"?',
    ],
  ],
  [
    'source: shop.books.title',
    'source: shop.books',
    [
      '[reference-unknown] record_types.book.attributes.title.source (shop.books): "books" is a table of "shop", and no column of it is named; add ".", and the name of a column',
    ],
  ],
  [
    'source: shop.books.title',
    'source: shop.book.title',
    [
      '[reference-unknown] record_types.book.attributes.title.source (shop.book.title): "shop" has no table "book"; did you mean "books"?',
    ],
  ],
  [
    'source: shop.books.title',
    'source: shp.books.title',
    [
      '[reference-unknown] record_types.book.attributes.title.source (shp.books.title): there is no database "shp" in "sources"; did you mean "shop"?',
    ],
  ],
  [
    'source: shop.books.title',
    'source: shop.authors.name',
    [
      '[value-conflict] record_types.book.attributes.title.source (shop.authors.name): rows of "authors" do not become this record type; add "join:" to say how the row is found, or "shop.authors" to the "source" of the record type',
    ],
  ],
  [
    'source: shop.books.title }',
    'user_editable: true }',
    [
      '[source-unmapped] sources.shop.tables.books.columns[2] (title): no attribute is made of the column "title"; write "source: shop.books.title" in the attribute that is',
    ],
  ],
  [
    '    source: [shop.main.orders]\n',
    '',
    [
      '[value-conflict] record_types.order.attributes.id.source (shop.main.orders.id): rows of "main.orders" do not become this record type; add "join:" to say how the row is found, or "shop.main.orders" to the "source" of the record type',
      '[value-conflict] record_types.order.attributes.total.source (shop.main.orders.total): rows of "main.orders" do not become this record type; add "join:" to say how the row is found, or "shop.main.orders" to the "source" of the record type',
    ],
  ],
  [
    ' source: shop.main.orders.id }',
    ' user_editable: true }',
    [
      '[source-unmapped] sources.shop.tables.main.orders.columns[0] (id): no attribute is made of the column "id"; write "source: shop.main.orders.id" in the attribute that is',
    ],
  ],
  [
    'local_column: shop.books.author_id',
    'local_column: shop.main.orders.id',
    [
      '[value-conflict] record_types.book.attributes.author.source.join.local_column (shop.main.orders.id): rows of "main.orders" do not become this record type; start at a column of a row that does',
    ],
  ],
  [
    'source_column: shop.authors.id',
    'source_column: shop.authors.nr',
    [
      '[reference-unknown] record_types.book.attributes.author.source.join.source_column (shop.authors.nr): "authors" has no column "nr"; there is "id", "name"',
    ],
  ],
  [
    'source_column: shop.authors.id',
    'source_column: shop.main.orders.id',
    [
      '[value-conflict] record_types.book.attributes.author.source.columns[0] (shop.authors.name): the join finds rows of "main.orders", and this is a column of "authors"; join the table of the column',
      '[value-conflict] record_types.book.attributes.author.source.columns[1] (shop.authors.id): the join finds rows of "main.orders", and this is a column of "authors"; join the table of the column',
    ],
  ],
  [
    'unique: [[id], [isbn]]',
    'unique: [[id], [isbm]]',
    [
      '[reference-unknown] sources.shop.tables.books.unique[1][0] (isbm): "books" has no column "isbm"; did you mean "isbn"?',
    ],
  ],
  [
    '{ attributes: [isbn], strategy',
    '{ attributes: [isbn, title], strategy',
    [
      '[source-not-unique] sources.shop.tables.books.unique[1] ([isbn]): no two rows share "isbn", and two items of "book" can share "isbn"; add "unique: [{ attributes: [isbn], strategy: … }]" to "book"',
    ],
  ],
  [
    'strategy: application,',
    'strategy: application, when: title,',
    [
      '[source-not-unique] sources.shop.tables.books.unique[1] ([isbn]): no two rows share "isbn", and two items of "book" can share "isbn"; add "unique: [{ attributes: [isbn], strategy: … }]" to "book"',
    ],
  ],
  [
    'strategy: application,',
    'strategy: application, record_type: line,',
    [
      '[value-conflict] record_types.book.unique[0].record_type (line): "strategy: application" has no lookup items; remove "record_type", or choose "table" or "item"',
    ],
  ],
  [
    '      authors: { columns: [id, name] }',
    '      authors: { columns: [id, name] }\n      shelves: { columns: [id] }',
    [
      '[source-unmapped] sources.shop.tables.shelves (shelves): no record type is made of the rows of "shelves"; write "source: shop.shelves" in the record type that is',
    ],
  ],
  [
    'columns: [id, name]',
    'colums: [id, name]',
    ['[unknown-key] sources.shop.tables.authors.colums (colums): unknown key "colums"; did you mean "columns"?'],
  ],
  [
    'estimated_item_bytes: 300',
    'estimated_item_bytes: 5000',
    [
      '[value-conflict] record_types.book.estimated_item_bytes (5000): an item may have 4096 bytes at most; correct the estimate, or "max_item_bytes"',
    ],
  ],
  [
    'unique: [[id], [isbn]]',
    'unique: [[id], [isbn], [id, isbn], [title]]',
    [
      '[source-not-unique] sources.shop.tables.books.unique[3] ([title]): no two rows share "title", and two items of "book" can share "title"; add "unique: [{ attributes: [title], strategy: … }]" to "book"',
    ],
  ],
];

it.each(cases)('reports all that is wrong after %j became %j', (from, to, reported) => {
  expect(reportsOf(edited(from, to, healthyBackground))).toEqual(reported);
});
