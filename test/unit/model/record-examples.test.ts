import { expect, it } from 'vitest';
import { compileSchema } from '../../../src/compile.ts';
import { smallSchema } from '../../support/small.ts';

const messagesOf = (examples: string): readonly string[] =>
  compileSchema(
    'schema.yaml',
    smallSchema('n: { type: integer, minimum: 1, required: true }', { thing: `examples: ${examples}` }),
  ).diagnostics.map(({ code, position, message }) => `${position.line} ${code}: ${message}`);

it('accepts examples that a writer accepts', () => {
  expect(messagesOf('[{ id: a, n: 1 }, { id: b, n: 2 }]')).toEqual([]);
});

it('refuses an example that a writer refuses', () => {
  expect(messagesOf('[{ id: a, n: 1 }, { id: a, n: 0 }]')).toEqual([
    '10 example-invalid: the example is no record of "thing": /n: expected at least 1, and found "0"',
  ]);
  expect(messagesOf('[{ n: 1 }]')).toEqual([
    '10 example-invalid: the example is no record of "thing": /id: expected a value, because it is part of the key, and found nothing',
  ]);
});
