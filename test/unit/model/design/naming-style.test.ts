import { expect, it } from 'vitest';
import { compileSchema } from '../../../../src/compile.ts';

const styles = (attributes: string): readonly string[] =>
  compileSchema(
    's.yaml',
    `
conventions: { attribute_names: snake_case }
table:
  name: things
  keys: { primary: { partition_key: PK }, by_user: { partition_key: GSI1PK }, by_owner: { partition_key: ownerId } }
record_types:
  thing:
    indexes: { by_user: {}, by_owner: {} }
    attributes:
      PK: { type: string, max_length: 40, required: true }
      GSI1PK: { type: string, max_length: 40, required: true }
      ${attributes}
`,
  ).diagnostics.flatMap(({ code, message }) => (code === 'naming-style' ? [message] : []));

it('leaves key attributes in capitals alone, and nothing else in capitals', () => {
  expect(styles('owner_id: { type: string }')).toEqual([]);
  expect(styles('SK: { type: string }')).toEqual(['"SK" is not in snake_case']);
});

it('holds other key attributes to the style', () => {
  expect(styles('ownerId: { type: string, max_length: 40, required: true }')).toEqual([
    '"ownerId" is not in snake_case',
  ]);
});
