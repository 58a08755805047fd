import { expect, it } from 'vitest';
import { compileSchema } from '../../../src/compile.ts';

const schema = `
table: { name: things, keys: { primary: { partition_key: PK }, by_n: { partition_key: { name: N, type: N } } } }
sources: { db: { tables: { t: { columns: [a], unique: [[a]] } } } }
decisions: { keys: { choice: these, justification: They are short., kind: key_design, concerns: [table.keys] } }
record_types:
  thing:
    source: [db.t]
    pk_pattern: 'T#{id}'
    indexes: { by_n: { pk_pattern: '{n}' } }
    attributes:
      id: { type: string, max_length: 40, required: true, source: db.t.a }
      n: { type: integer, minimum: 0, maximum: 9, required: true }
`;

/** What is said of the schema with these changes, in the order of the file. */
function said(...changes: readonly (readonly [from: string, to: string])[]): readonly string[] {
  const text = changes.reduce((before, [from, to]) => before.replace(from, to), schema);
  return compileSchema('schema.yaml', text).diagnostics.map(({ code, path, message }) => `${code} ${path}: ${message}`);
}

it('says nothing of it as it is', () => {
  expect(said()).toEqual([]);
});

it('says of a table that is there twice that alone', () => {
  expect(said(['source: [db.t]', 'source: [db.t, db.t]'])).toEqual([
    'value-invalid record_types.thing.source[1]: "source" has "db.t" twice',
  ]);
});

it('says beside what is there twice which names are unknown', () => {
  expect(said(['unique: [[a]]', 'unique: [[a], [z, z], [y], [a]]'])).toEqual([
    'reference-unknown sources.db.tables.t.unique[1][0]: "t" has no column "z"',
    'value-invalid sources.db.tables.t.unique[1][1]: "unique[1]" has "z" twice',
    'reference-unknown sources.db.tables.t.unique[2][0]: "t" has no column "y"',
    'value-invalid sources.db.tables.t.unique[3]: "unique" has ["a"] twice',
  ]);
});

it('says beside the kind of a decision what it does not concern', () => {
  expect(said(['kind: key_design', 'kind: keys'], ['[table.keys]', '[table.nothing, elsewhere]'])).toEqual([
    'value-invalid decisions.keys.kind: "kind" cannot be "keys"',
    'reference-unknown decisions.keys.concerns[0]: there is nothing at "table.nothing" in this schema',
    'reference-unknown decisions.keys.concerns[1]: there is nothing at "elsewhere" in this schema',
  ]);
});

it('says clearly that a key attribute is no text', () => {
  expect(said(["'{n}'", "'N#{n}'"])).toEqual([
    'value-conflict record_types.thing.indexes.by_n.pk_pattern: the key attribute "N" is a number, and "N#{n}" builds none',
  ]);
});

it('a decision may concern what is wrong', () => {
  expect(
    said(
      ['[table.keys]', '[table.billing_mode, decisions.keys.kind]'],
      ['kind: key_design', 'kind: keys'],
      ['name: things', 'name: things, billing_mode: X'],
    ),
  ).toEqual([
    'value-invalid table.billing_mode: "billing_mode" cannot be "X"',
    'value-invalid decisions.keys.kind: "kind" cannot be "keys"',
  ]);
});
