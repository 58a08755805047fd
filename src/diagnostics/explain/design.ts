import { type Explanations, example, type Parts } from './explanation.ts';

const byLabel = 'by_label: { partition_key: LPK, sort_key: LSK, projection: KEYS_ONLY }';
const label = 'label: { type: string, max_length: 8, required: true }';
const indexed: Parts = {
  keys: [byLabel],
  thing: ['indexes:', '  by_label: { pk_pattern: "L#{label}", sk_pattern: "AT#{id}" }'],
  attributes: [label, 'note: { type: string, max_length: 90 }'],
};

/** The same index, in which a partition is known by two components. */
const narrow = ['indexes:', '  by_label: { pk_pattern: "L#{label}#{id}", sk: X }'];

/** A query of the index by label, with some keys of its own. */
function query(...lines: readonly string[]): Parts {
  const head = [
    'access_patterns:',
    '  by_label:',
    '    operation: query',
    '    index: by_label',
    '    returns: [thing]',
  ];
  return { ...indexed, top: [...head, ...lines.map((line) => `    ${line}`)] };
}

/** An update of a thing, with some keys of its own. */
function update(...lines: readonly string[]): Parts {
  const head = ['operations:', '  change:', '    record_type: thing', '    type: update'];
  return {
    attributes: [label, 'count: { type: integer, minimum: 0 }'],
    top: [...head, ...lines.map((line) => `    ${line}`)],
  };
}

/** Things that were rows of another database, with some keys of the record type. */
function fromRows(thing: readonly string[], columns = 'id, code'): Parts {
  return {
    top: ['sources:', `  shop: { tables: { things: { columns: [${columns}], unique: [[code]] } } }`],
    thing: ['source: shop.things', ...thing],
    id: '{ type: string, max_length: 40, required: true, source: shop.things.id }',
    attributes: ['code: { type: string, required: true, source: shop.things.code }'],
  };
}

function globalIndexes(count: number): readonly string[] {
  return Array.from(
    { length: count },
    (_, index) => `by_${index + 1}: { partition_key: G${index + 1}PK, reserved: true }`,
  );
}

const partition = 'partition: { label: new }';
const owner = (type: string): Parts => ({
  attributes: [`owner: { type: ${type} }`],
  top: ['relations:', '  - { from: thing.owner, to: thing.id }'],
});

/** Codes about how a table is read, changed and kept. */
export const designExplanations: Explanations = {
  'consistency-unavailable': {
    why: [
      'A global index lags behind its table, and DynamoDB refuses a strong read of it.',
      'Read the table or a local index, or live with what was true a moment ago.',
    ],
    example: example(query(partition, 'consistency: strong'), query(partition, 'consistency: eventual')),
  },
  'id-not-in-key': {
    why: ['Two items may have the same identifier unless it is part of the primary key, which alone is unique.'],
    example: example({ thing: ['id: label'], attributes: [label] }, { thing: ['id: id'], attributes: [label] }),
  },
  'index-quota': {
    why: [
      'An account may have 20 global indexes on a table until AWS raises that quota; a deployment of the 21st is refused.',
      'Several questions can share one index when their keys start differently. Waive this where the quota is larger.',
    ],
    example: example({ keys: globalIndexes(21) }, { keys: globalIndexes(20) }),
  },
  'key-update': {
    why: [
      'The primary key of an item never changes: DynamoDB refuses the update. Delete the item, and put another one.',
    ],
    example: example(update('set: { id: other }'), update('set: { label: other }')),
  },
  'naming-style': {
    why: [
      'Where attributes have several styles, people write the one that they remember, and DynamoDB takes it as another attribute.',
    ],
    example: example(
      { top: ['conventions: { attribute_names: snake_case }'], attributes: ['sentAt: { type: string }'] },
      { top: ['conventions: { attribute_names: snake_case }'], attributes: ['sent_at: { type: string }'] },
    ),
  },
  'partition-incomplete': {
    why: ['A query reads one partition. Without all components of its key, nobody can say which one.'],
    example: example(
      { ...query(partition), thing: narrow },
      { ...query('partition: { label: new, id: a1 }'), thing: narrow },
    ),
  },
  'projection-missing': {
    why: [
      'An index returns what it projects, and nothing says that the rest is missing.',
      'Project the attribute, or read it from the table.',
    ],
    example: example(query(partition, 'projection: [note]'), query(partition, 'projection: [LPK, PK]')),
  },
  'relation-type': {
    why: ['A reference of another type than what it refers to never finds it: the number 7 is not the text "7".'],
    example: example(owner('integer'), owner('string')),
  },
  'sort-mismatch': {
    why: ['A condition that no sort key can meet finds nothing, and looks like an empty result.'],
    example: example(
      query(partition, 'sort: { begins_with: "TA#" }'),
      query(partition, 'sort: { begins_with: "AT#" }'),
    ),
  },
  'source-not-unique': {
    why: [
      'The database from which the items come refuses a second row with the value. DynamoDB refuses nothing but a second primary key.',
      'Say in "unique" what sees to it: lookup items, the key, an id that is made of the value, or the writer who looks first.',
    ],
    example: example(fromRows([]), fromRows(['unique: [{ attributes: [code], strategy: application }]'])),
  },
  'source-unmapped': {
    why: [
      'Whoever moves the rows moves what the schema names. A column that no attribute is made of stays behind, and nobody notices.',
      'A column that is left behind on purpose is waived, with the reason.',
    ],
    example: example(
      fromRows(['unique: [{ attributes: [code], strategy: application }]'], 'id, code, colour'),
      fromRows(['unique: [{ attributes: [code], strategy: application }]'], 'id, code'),
    ),
  },
  'transition-unreachable': {
    why: [
      'A value that no path leads to from the beginning is never there: a transition to it was forgotten, or the value is dead.',
    ],
    example: example(
      {
        attributes: [
          'state: { type: string, enum: [open, sent, closed], initial: [open], transitions: { open: [closed], sent: [closed], closed: [] } }',
        ],
      },
      {
        attributes: [
          'state: { type: string, enum: [open, sent, closed], initial: [open], transitions: { open: [sent], sent: [closed], closed: [] } }',
        ],
      },
    ),
  },
  'ttl-not-seconds': {
    why: [
      'DynamoDB reads Time to Live as seconds since 1970. Milliseconds are a date in fifty thousand years, text is none: the item stays.',
    ],
    example: example(
      { table: ['ttl: expires_at'], attributes: ['expires_at: { type: timestamp, format: epoch-milliseconds }'] },
      { table: ['ttl: expires_at'], attributes: ['expires_at: { type: timestamp, format: epoch-seconds }'] },
    ),
  },
  'ttl-unused': {
    why: [
      'Time to Live reads an attribute that no item has, so nothing ever expires: most often, its name is misspelt.',
    ],
    example: example(
      { table: ['ttl: expire_at'], attributes: ['expires_at: { type: timestamp, format: epoch-seconds }'] },
      { table: ['ttl: expires_at'], attributes: ['expires_at: { type: timestamp, format: epoch-seconds }'] },
    ),
  },
  'update-overlap': {
    why: ['DynamoDB refuses an update in which two changes touch one attribute, since their order is not defined.'],
    example: example(update('set: { count: 1 }', 'add: { count: 1 }'), update('add: { count: 1 }')),
  },
  'update-type': {
    why: [
      'ADD works on numbers and sets, DELETE on sets, appending on lists. On anything else DynamoDB refuses the update.',
    ],
    example: example(update('add: { label: x }'), update('set: { label: x }')),
  },
};
