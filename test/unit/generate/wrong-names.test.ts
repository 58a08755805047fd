import { describe, expect, it } from 'vitest';
import { foundIn } from '../../support/mutants.ts';
import { smallSchema } from '../../support/small.ts';

const top = '  tag: { type: string, pattern: "[a-z]+", min_length: 2, max_length: 8, reserved: [none] }';
const grouped = `
"n_{tag}_x": { type: integer, group: tags }
"m_{tag}_x": { type: string_set, items: { type: string }, group: tags }
`;
const single = '"n_{tag}_x": { type: integer }';

/** A program that takes one more name for that of a member. */
const mutants = [
  ['a reserved name', ', reserved: [none]', ''],
  ['a name that is too long', 'max_length: 8', 'max_length: 9'],
  ['a name that is too short', 'min_length: 2', 'min_length: 1'],
  ['any name', '"[a-z]+"', '"[^]*"'],
  ['any name without a delimiter', '"[a-z]+"', '"[^#]+"'],
  ['a name with a letter of any script', '"[a-z]+"', '"[a-zé]+"'],
  ['a name in capitals', '"[a-z]+"', '"[a-zA-Z]+"'],
  ['a name with a digit', '"[a-z]+"', '"[a-z0-9]+"'],
  ['a name with a line feed at the end', '"[a-z]+"', '"[a-z]+\\\\n?"'],
] as const;

describe.each([
  ['of a group', grouped, 'ignore'],
  ['of a group, where nothing unknown is read', grouped, 'reject'],
  ['alone', single, 'ignore'],
])('a family %s (%j, %s)', (_what, attributes, unknown) => {
  const schema = smallSchema(attributes, { top, thing: `unknown_attributes: ${unknown}` });

  it.each(mutants)('vectors find who writes, and who reads, %s', (_name, right, wrong) => {
    const found = foundIn(schema, [right, wrong]).map((each) => each.split(' ')[0]);
    expect(found).toContain('item-encode-refusal');
    expect(found).toContain(unknown === 'reject' ? 'item-decode-refusal' : 'item-decode');
  });

  it('and nothing in a program that is right', () => {
    expect(foundIn(schema)).toEqual([]);
  });
});
