import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { publishedFormats } from '../../src/formats.ts';

// The program compiles its schemas without looking whether they are schemas; here it is looked at.

const metaSchema = 'https://json-schema.org/draft/2020-12/schema';

it.each([...publishedFormats])('%s is a JSON Schema 2020-12', (_path, schema) => {
  const ajv = new Ajv2020({ allErrors: true });
  expect(schema).toHaveProperty('$schema', metaSchema);
  ajv.validateSchema(schema);
  expect(ajv.errors ?? []).toEqual([]);
});

it('what is no JSON Schema is noticed', () => {
  const ajv = new Ajv2020({ allErrors: true });
  ajv.validateSchema({ $schema: metaSchema, type: 'text', properties: [] });
  expect((ajv.errors ?? []).map(({ instancePath }) => instancePath)).toEqual(
    expect.arrayContaining(['/type', '/properties']),
  );
});
