import { type Explanations, example } from './explanation.ts';

const byLabel = 'by_label: { partition_key: LPK, sort_key: LSK }';
const label = 'label: { type: string, max_length: 8, required: true }';

/** Codes about keys: of tables, of record types, and what they imply together. */
export const keyExplanations: Explanations = {
  'adjacent-components': {
    why: [
      'With "{a}{b}", the values "x" and "yz" make the same key as "xy" and "z": two records, one item.',
      'Put a literal between them that neither may contain.',
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
      'Use a sort key of type N, or write the number with leading zeros.',
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
  'encoding-invalid': {
    why: [
      'An encoding says how a value is written in a key, and each works on some types only: padding on integers, dates on timestamps.',
      'One that cannot work would build keys that nobody can read back.',
    ],
    example: example({ pk: 'THING#{id:02}' }, { pk: 'THING#{id:lower}' }),
  },
};
