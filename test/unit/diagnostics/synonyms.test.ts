import { expect, it } from 'vitest';
import { didYouMeanWord } from '../../../src/diagnostics/synonyms.ts';

const types = ['string', 'integer', 'decimal', 'union', 'string_set', 'number_set'];

it.each([
  ['strin', 'did you mean "string"?'],
  ['oneOf', 'did you mean "union"?'],
  ['number', 'did you mean "integer" or "decimal"?'],
  ['set', 'did you mean "string_set" or "number_set"?'],
  ['bool', 'there is "string", "integer", "decimal", "union", "string_set", "number_set"'],
  ['nonsense', 'there is "string", "integer", "decimal", "union", "string_set", "number_set"'],
])('of %s: %s', (name, expected) => {
  expect(didYouMeanWord(name, types)).toBe(expected);
});
