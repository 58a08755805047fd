import { expect, it } from 'vitest';
import { compileSchema } from '../../../src/compile.ts';

function said(prefixes: string, pattern: string): readonly string[] {
  const text = `
table: { name: things, keys: { primary: { partition_key: PK } } }
prefixes: { ${prefixes} }
record_types:
  thing:
    pk_pattern: "${pattern}"
    attributes: { id: { type: string, max_length: 9, required: true } }
`;
  return compileSchema('schema.yaml', text).diagnostics.map(({ code, path }) => `${code} ${path}`);
}

it.each([
  ['one that a key refers to', "thing: 'T#'", '{prefixes.thing}{id}', []],
  ['one with the text of a key', "thing: 'T#', part: 'PART#'", '{prefixes.thing}PART#{id}', []],
  ['one that no key has', "thing: 'T#', part: 'PART#'", '{prefixes.thing}{id}', ['prefix-unused prefixes.part']],
  ['those of a schema whose keys refer to none', "thing: 'T#', part: 'PART#'", 'X#{id}', []],
  [
    'those that a misspelt reference may mean',
    "thing: 'T#', part: 'PART#'",
    '{prefixes.thign}{prefixes.thing}{id}',
    ['reference-unknown record_types.thing.pk_pattern'],
  ],
])('names a prefix that no key begins with: %s', (_what, prefixes, pattern, expected) => {
  expect(said(prefixes, pattern)).toEqual(expected);
});
