import { type Explanations, example } from './explanation.ts';

const byLabel = 'by_label: { partition_key: LPK, sort_key: LSK }';
const byRealAttributes = 'by_label: { partition_key: label, sort_key: at }';
const at = 'at: { type: timestamp, format: iso-seconds, required: true }';
const day = 'at: { type: timestamp, format: date, required: true }';
const total = 'total: { type: integer, role: counter }';
const window = 'window: { type: string, enum: [hourly, daily], required: true }';
const below = [
  'part:',
  '  pk_pattern: "PART#{id}"',
  '  indexes:',
  '    by_label: { pk: ALL, sk_pattern: "{id}#{day}" }',
  '  attributes:',
  '    id: { type: string, max_length: 40, required: true }',
  '    day: { type: timestamp, format: date, required: true }',
];
const path = "path: { type: string, pattern: '([a-z]{1,60}/){1,20}[a-z]{1,60}', required: true }";
const text = (pattern: string): readonly string[] => [
  'text:',
  `  pk_pattern: "${pattern}"`,
  '  attributes:',
  "    text: { type: string, pattern: '[a-z/]{1,200}#x', required: true }",
];
const label = 'label: { type: string, max_length: 8, required: true }';

/** Codes about keys: of tables, of record types, and what they imply together. */
export const keyExplanations: Explanations = {
  'adjacent-components': {
    why: [
      'With "{a}{b}", the values "x" and "yz" make the same key as "xy" and "z": two records, one item.',
      'Put a literal between them that neither may contain, or give the first one values of one length: "{n:04}".',
    ],
    example: example(
      { pk: 'THING#{id}{label}', attributes: [label] },
      { pk: 'THING#{id}#{label}', attributes: [label] },
    ),
  },
  'component-may-be-absent': {
    why: [
      'A record without the attribute has no key, or a program writes "None", "null" or nothing in its place.',
      'Make the attribute required. In an index, "when" leaves items without it out.',
    ],
    example: example(
      { pk: 'THING#{id}#{label}', attributes: ['label: { type: string, max_length: 8 }'] },
      { pk: 'THING#{id}#{label}', attributes: [label] },
    ),
  },
  'component-not-scalar': {
    why: ['A list, a map or a boolean has no one text, and every language writes another: "True", "true", "[1, 2]".'],
    example: example(
      { pk: 'THING#{id}#{open}', attributes: ['open: { type: boolean, required: true }'] },
      { pk: 'THING#{id}#{open}', attributes: ['open: { type: string, enum: [open, closed], required: true }'] },
    ),
  },
  'component-undeclared': {
    why: [
      'A component that nobody declared may be any text, so nobody refuses one that breaks the key.',
      'Declare it under "parameters", or as an attribute.',
    ],
    example: example(
      { pk: '{tenant}/THING#{id}' },
      {
        top: ['parameters:', "  tenant: { type: string, pattern: '[a-z]+', max_length: 12 }"],
        pk: '{tenant}/THING#{id}',
      },
    ),
  },
  'index-attribute-type': {
    why: [
      'DynamoDB looks at the key attributes of every index whenever an item is written, also of record types that are not meant to be in the index. It refuses the whole item when one of them has another type, is NULL or is empty.',
      'Give the attribute another name, or the type of the key attribute.',
    ],
    example: example(
      { keys: [byLabel], attributes: ['LPK: { type: integer }'] },
      { keys: [byLabel], attributes: ['LPK: { type: string, max_length: 8 }'] },
    ),
  },
  'key-ambiguous': {
    why: [
      'A component that is cut off, or replaced by a shard number, is the same for several values. If nothing behind it in the key tells the records apart, the second one overwrites the first.',
      'Values that differ only in upper and lower case are one on purpose, unless they are listed or are the "id" of the record type.',
      'Put the value into the key as it is, beside what is made of it.',
    ],
    example: example({ pk: 'THING#{id:shard(crc32,4)}' }, { pk: 'THING#{id:shard(crc32,4)}#{id}' }),
  },
  'key-attribute-repeated': {
    why: ['DynamoDB makes no table and no index whose key names one attribute twice.'],
    example: example(
      { keys: ['by_label: { partition_key: LPK, sort_key: LPK }'] },
      { keys: ['by_label: { partition_key: LPK, sort_key: LSK }'] },
    ),
  },
  'key-event-resolution': {
    why: [
      'A record type whose primary key ends in a time of whole seconds has one item for each second. Two events of one second have one key, and the second one overwrites the first, silently.',
      'Add an identifier or a sequence number behind the time. What is reported: the last component is a time, there is no counter (role: counter) in the record, and no component is called "id" or like the record type; of records that are "append_only", also a time that is cut to an hour or more.',
    ],
    example: example(
      { pk: 'THING#{label}#{at}', attributes: [label, at] },
      { pk: 'THING#{label}#{at}#{id}', attributes: [label, at] },
    ),
  },
  'key-lacks-variant': {
    why: [
      'Totals of an hour and of a day that begin at the same moment have the same key, unless the key says which of them it is: the second one overwrites the first.',
      'Put the attribute into the key. What is reported: the last component of the primary key is a time, the record has a counter (role: counter) or the time is longer than a second, and a required enumeration or boolean without a default is not in the key. Attributes called like a state, with transitions, or on which "present_when" depends are left out. Also reported is an enumeration of periods, such as hourly and daily, required or with a default, where a component of the key is the start of one.',
    ],
    example: example(
      { pk: 'THING#{at}', attributes: [at, total, window] },
      { pk: 'THING#{window}#{at}', attributes: [at, total, window] },
    ),
  },
  'prefix-overlap': {
    why: [
      'A query with begins_with returns every item whose sort key starts like that, of whatever record type. A program that expects one type misreads the others, or counts and pages them.',
      'Begin the sort keys of each record type with a literal of its own. What is asked are the queries of "access_patterns"; for record types that none of them returns, everything before the first component that the partition key leaves open.',
    ],
    example: example(
      {
        keys: [byLabel],
        thing: ['indexes:', '  by_label: { pk: ALL, sk_pattern: "T#{id}" }'],
        others: [
          'part:',
          '  pk_pattern: "PART#{at}"',
          '  indexes:',
          '    by_label: { pk: ALL, sk_pattern: "T#PART#{at}" }',
          '  attributes:',
          `    ${day}`,
        ],
      },
      {
        keys: [byLabel],
        thing: ['indexes:', '  by_label: { pk: ALL, sk_pattern: "T#{id}" }'],
        others: [
          'part:',
          '  pk_pattern: "PART#{at}"',
          '  indexes:',
          '    by_label: { pk: ALL, sk_pattern: "PART#{at}" }',
          '  attributes:',
          `    ${day}`,
        ],
      },
    ),
  },
  'prefix-sibling': {
    why: [
      'begins_with "USER#1" returns user 1 with everything below it, and users 10, 11 and 100 too.',
      'End the key of the item itself with a delimiter, or give the component values of one length. Reported are queries of "access_patterns" that end within a component; without them, record types whose sort key goes on from that of another one.',
    ],
    example: example(
      {
        keys: [byLabel],
        thing: ['indexes:', '  by_label: { pk: ALL, sk_pattern: "{id}" }'],
        others: below,
      },
      {
        keys: [byLabel],
        thing: ['indexes:', '  by_label: { pk: ALL, sk_pattern: "{id}#" }'],
        others: below,
      },
    ),
  },
  'prefix-unused': {
    why: [
      'A prefix stands in one place so that all keys begin alike. One that no key begins with is the old name of a prefix, a misspelt one, or left over.',
      'Keys may refer to it, or be written with its text. A schema whose keys refer to none lists them for readers alone.',
    ],
    example: example(
      { pk: '{prefixes.thing}{id}', top: ["prefixes: { thing: 'THING#', part: 'PART#' }"] },
      { pk: '{prefixes.thing}{id}', top: ["prefixes: { thing: 'THING#' }"] },
    ),
  },
  'index-sort-key-missing': {
    why: [
      'DynamoDB leaves an item out of an index when one of its key attributes is missing, and says nothing. Queries then find less than there is.',
    ],
    example: example(
      { keys: [byLabel], thing: ['indexes:', '  by_label: { pk_pattern: "L#{label}" }'], attributes: [label] },
      {
        keys: [byLabel],
        thing: ['indexes:', '  by_label: { pk_pattern: "L#{label}", sk_pattern: "{id}" }'],
        attributes: [label],
      },
    ),
  },
  'index-unlisted': {
    why: [
      'DynamoDB looks at attributes and not at schemas: a query of the index returns the item, and nobody has checked its key there.',
      'Name the index under "indexes". It needs no pattern where attributes of the item fill it.',
    ],
    example: example(
      { keys: [byRealAttributes], attributes: [label, at] },
      { keys: [byRealAttributes], thing: ['indexes: { by_label: {} }'], attributes: [label, at] },
    ),
  },
  'index-unknown': {
    why: [
      'Key attributes of an index that the table does not have are ordinary attributes: nothing can be queried by them.',
    ],
    example: example(
      {
        keys: [byLabel],
        thing: ['indexes:', '  by_lable: { pk_pattern: "L#{label}", sk_pattern: "{id}" }'],
        attributes: [label],
      },
      {
        keys: [byLabel],
        thing: ['indexes:', '  by_label: { pk_pattern: "L#{label}", sk_pattern: "{id}" }'],
        attributes: [label],
      },
    ),
  },
  'key-collision': {
    why: [
      'Two record types that can build one key overwrite each other, and a reader cannot tell which of them an item is.',
      'The message shows a key that both build. Give each type a literal of its own.',
    ],
    example: example(
      {
        others: [
          'other:',
          '  pk_pattern: "THING#{code}"',
          '  attributes:',
          '    code: { type: string, max_length: 8, required: true }',
        ],
      },
      {
        others: [
          'other:',
          '  pk_pattern: "OTHER#{code}"',
          '  attributes:',
          '    code: { type: string, max_length: 8, required: true }',
        ],
      },
    ),
  },
  'key-missing': {
    why: [
      'An item needs every attribute of the primary key, and has no other. A pattern for a key attribute that is not there would do nothing.',
    ],
    example: example({ thing: ['sk: "#META"'] }, {}),
  },
  'key-order': {
    why: [
      'A sort key that is text is compared character by character, so 10 comes before 9 and ranges are wrong.',
      'Use a sort key of type N, or write the number with leading zeros; with as many digits in all record types that are read together.',
    ],
    example: example(
      {
        keys: ['by_size: { partition_key: SPK, sort_key: SSK }'],
        thing: ['indexes:', '  by_size: { pk: SIZES, sk_pattern: "{size}" }'],
        attributes: ['size: { type: integer, minimum: 0, maximum: 99, required: true }'],
      },
      {
        keys: ['by_size: { partition_key: SPK, sort_key: { name: SSK, type: N } }'],
        thing: ['indexes:', '  by_size: { pk: SIZES, sk_pattern: "{size}" }'],
        attributes: ['size: { type: integer, minimum: 0, maximum: 99, required: true }'],
      },
    ),
  },
  'key-pattern-syntax': {
    why: ['A key pattern is literal text with the names of components in braces. "{{" and "}}" are braces themselves.'],
    example: example({ pk: 'THING#{id' }, { pk: 'THING#{id}' }),
  },
  'key-size': {
    why: [
      'DynamoDB takes 2048 bytes as a partition key and 1024 as a sort key, and refuses a longer one when it is written: one record at a time, in production.',
      'Bound the components with "max_length"; a character takes up to four bytes.',
    ],
    example: example(
      { id: '{ type: string, max_length: 800, required: true }' },
      { id: '{ type: string, max_length: 400, required: true }' },
    ),
  },
  'keys-not-compared': {
    why: [
      'Whether two record types can build one key is found out with the automata of their patterns, and a large repeat count makes many states: each on its own is small enough, both together are not.',
      'Lengths are no part of the automata, so "max_length" costs nothing. Keys that begin with different literals need no comparison.',
    ],
    example: example(
      { pk: '{path}#{id}', attributes: [path], others: text('{text}') },
      { pk: '{path}#{id}', attributes: [path], others: text('TEXT#{text}') },
    ),
  },
  'encoding-invalid': {
    why: [
      'An encoding says how a value is written in a key, and each works on some types only: padding on integers, dates on timestamps.',
      'One that cannot work would build keys that nobody can read back.',
    ],
    example: example({ pk: 'THING#{id:02}' }, { pk: 'THING#{id:lower}' }),
  },
};
