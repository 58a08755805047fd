import { expect, it } from 'vitest';
import { type DesignCase, edited, healthyBackground, modelOf, reportsOf } from '../../../../support/design.ts';

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
      '[source-unmapped] sources.shop.tables.books.columns[2] (title): no attribute is made of the column "title"; write "source: shop.books.title" in the attribute or parameter that is',
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
      '[source-unmapped] sources.shop.tables.main.orders.columns[0] (id): no attribute is made of the column "id"; write "source: shop.main.orders.id" in the attribute or parameter that is',
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
  [
    'source: shop.books.title }',
    "source: shop.books.title, computed_from: '{isbn:upper}' }",
    [
      '[value-conflict] record_types.book.attributes.title.source (source): "title" is computed from other attributes, and not made of a column; remove "source", or "computed_from"',
    ],
  ],
  [
    `columns: [shop.authors.name, shop.authors.id]
          join: { local_column: shop.books.author_id, source_column: shop.authors.id }`,
    `columns: shop.books.title
          join: { local_column: shop.books.author_id, source_column: shop.books.author_id }`,
    [
      '[value-conflict] record_types.book.attributes.author.source.join.source_column (shop.books.author_id): "author_id" is joined to itself, which finds the row that is there already; name the column of the other row, or remove "join"',
    ],
  ],
];

it.each(cases)('reports all that is wrong after %j became %j', (from, to, reported) => {
  expect(reportsOf(edited(from, to, healthyBackground))).toEqual(reported);
});

it('takes the column that a join looks for to be the one that it starts from', () => {
  const joined = edited('[shop.authors.name, shop.authors.id]', 'shop.authors.name', healthyBackground);
  expect(reportsOf(joined)).toEqual([]);
  const other = edited('authors: { columns: [id, name] }', 'authors: { columns: [id, name, born] }', joined);
  expect(reportsOf(other)).toEqual([
    '[source-unmapped] sources.shop.tables.authors.columns[2] (born): no attribute is made of the column "born"; write "source: shop.authors.born" in the attribute or parameter that is',
  ]);
});

it('takes a table that is joined to itself', () => {
  const joined = edited(
    `columns: [shop.authors.name, shop.authors.id]
          join: { local_column: shop.books.author_id, source_column: shop.authors.id }`,
    `columns: shop.books.title
          join: { local_column: shop.books.author_id, source_column: shop.books.id }`,
    healthyBackground,
  );
  expect(reportsOf(joined).filter((each) => !each.includes('authors'))).toEqual([]);
});

/** A schema whose keys have a parameter that is no attribute, and may be made of columns. */
function rooms(source: string): string {
  return `
table: { name: rooms, keys: { primary: { partition_key: PK } } }
sources:
  hotel:
    tables:
      rooms: { columns: [house, number], unique: [[house, number]] }
      guests: { columns: [house, name], unique: [[name]] }
parameters:
  house: { type: string, pattern: '[a-z]+', max_length: 20${source} }
record_types:
  room:
    pk_pattern: '{house}#ROOM#{number}'
    source: hotel.rooms
    attributes:
      number: { type: integer, required: true, source: hotel.rooms.number }
  guest:
    pk_pattern: 'GUEST#{name}'
    source: hotel.guests
    attributes:
      name: { type: string, max_length: 40, required: true, source: hotel.guests.name }
      house: { parameter: house, source: hotel.guests.house }
`;
}

it('knows of which column a component is made that is a parameter and no attribute', () => {
  expect(reportsOf(rooms(', source: hotel.rooms.house'))).toEqual([]);
  expect(reportsOf(rooms(', source: [hotel.rooms.house]'))).toEqual([]);
  expect(reportsOf(rooms(''))).toEqual([
    '[source-unmapped] sources.hotel.tables.rooms.columns[0] (house): no attribute is made of the column "house"; write "source: hotel.rooms.house" in the attribute or parameter that is',
  ]);
  expect(modelOf(rooms(', source: hotel.rooms.house')).design.recordTypes[0]?.componentSources).toEqual([
    { component: 'house', columns: [{ database: 'hotel', table: 'rooms', column: 'house' }] },
  ]);
});

it('sees that rows are told apart by a key with such a component, and not by one without', () => {
  const twice = rooms(', source: hotel.rooms.house').replace(
    'unique: [[house, number]]',
    'unique: [[house], [number]]',
  );
  expect(reportsOf(twice).map((each) => each.split(':')[0])).toEqual([
    '[source-not-unique] sources.hotel.tables.rooms.unique[0] ([house])',
    '[source-not-unique] sources.hotel.tables.rooms.unique[1] ([number])',
  ]);
});

it.each([
  [
    'hotel.guests.house',
    '[value-conflict] parameters.house.source (hotel.guests.house): rows of "guests" become no record type that has the component "{house}" and no attribute "house"; write "source:" in the attribute that the column becomes, or "source: hotel.guests" in the record type',
  ],
  [
    'hotel.rooms.hose',
    '[reference-unknown] parameters.house.source (hotel.rooms.hose): "rooms" has no column "hose"; did you mean "house"?',
  ],
])('reports that a parameter is made of %s, once', (column, said) => {
  expect(reportsOf(rooms(`, source: ${column}`))).toEqual([said]);
});

it('says nothing of the column of a parameter where the table of a record type is misspelt', () => {
  const misspelt = edited('source: hotel.rooms\n', 'source: hotel.roms\n', rooms(', source: hotel.rooms.house'));
  expect(reportsOf(misspelt).map((each) => each.split(' ', 2).join(' '))).toEqual([
    '[reference-unknown] record_types.room.source',
  ]);
});

it('keeps the digest where a parameter says of which column it is made', () => {
  expect(modelOf(rooms(', source: hotel.rooms.house')).digest).toBe(modelOf(rooms('')).digest);
});
