import { type Explanations, example } from './explanation.ts';

const limits = [
  'parameters:',
  "  limit: { type: string, pattern: '[a-z]+', max_length: 9 }",
  "  other: { type: string, pattern: '[a-z]+', max_length: 9 }",
];

/** Codes about attributes, families and their values. */
export const valueExplanations: Explanations = {
  'default-invalid': {
    why: ['A default stands in for a value, so whatever refuses the value refuses every record without it.'],
    example: example(
      { attributes: ['size: { type: integer, minimum: 1, default: 0 }'] },
      { attributes: ['size: { type: integer, minimum: 1, default: 1 }'] },
    ),
  },
  'example-invalid': {
    why: ['People copy examples, and vectors are made from them. One that is not a value misleads both.'],
    example: example(
      { attributes: ["code: { type: string, pattern: '[a-z]+', examples: [A1] }"] },
      { attributes: ["code: { type: string, pattern: '[a-z]+', examples: [abc] }"] },
    ),
  },
  'family-ambiguous': {
    why: [
      'An attribute whose name two families explain belongs to both and to none: a reader cannot know which member it is.',
    ],
    example: example(
      { top: limits, attributes: ['"b_{limit}": { type: integer }', '"b_{other}": { type: integer }'] },
      { top: limits, attributes: ['"b_{limit}": { type: integer }', '"c_{other}": { type: integer }'] },
    ),
  },
  'family-collision': {
    why: [
      'When a member of a family makes the name of another attribute, the item has one attribute where the record has two values.',
      'Reserve the value in the parameter, or change the prefix.',
    ],
    example: example(
      { top: limits, attributes: ['"b_{limit}": { type: integer }', 'b_total: { type: integer }'] },
      { top: limits, attributes: ['"b_{limit}": { type: integer }', 'total: { type: integer }'] },
    ),
  },
  'family-syntax': {
    why: ['The name of a family is text with one variable in braces. With two variables, nothing says where one ends.'],
    example: example(
      { top: limits, attributes: ['"b_{limit}_{other}": { type: integer }'] },
      { top: limits, attributes: ['"b_{limit}_tk": { type: integer }'] },
    ),
  },
  'pattern-invalid': {
    why: [
      '"." , "\\s" and "$" match other characters in other languages, and look-around takes exponential time in some.',
      'Write the characters out in a class. A pattern always matches the whole value.',
    ],
    example: example(
      { attributes: ["code: { type: string, pattern: 'a.c' }"] },
      { attributes: ["code: { type: string, pattern: 'a[a-z]c' }"] },
    ),
  },
  'union-ambiguous': {
    why: [
      'Nothing in a record says which variant of a union a value is, so a reader sees it from the shape: text, true or false, a list, a map.',
      'Two variants of one shape cannot be told apart. Maps may differ by a required member with a "const".',
    ],
    example: example(
      { attributes: ['contact: { type: union, variants: [{ type: string }, { type: integer }] }'] },
      { attributes: ['contact: { type: union, variants: [{ type: string }, { type: list }] }'] },
    ),
  },
};
