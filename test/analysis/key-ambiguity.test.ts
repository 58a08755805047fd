import { expect, it } from 'vitest';
import { confusedValues } from '../../src/analyse/key-ambiguity.ts';
import { compileSchema } from '../../src/compile.ts';
import { compileCodec } from '../../src/item/codec.ts';
import { tableOf } from './support.ts';

function confused(
  declaration: string,
  write: (value: string) => string | undefined,
): ReturnType<typeof confusedValues> {
  const source = tableOf(
    `  a: { pk_pattern: "A#{value}", sk: A, attributes: { value: { ${declaration}, required: true } } }\n`,
  );
  const { model } = compileSchema('s.yaml', source);
  const [recordType] = model?.recordTypes ?? [];
  if (recordType === undefined) throw new Error('the schema is wrong');
  return confusedValues(recordType, 'value', (values) => write(values.get('value') ?? ''));
}

const text = 'type: string, max_length: 20';
const number = 'type: integer, minimum: 0, maximum: 99';

it.each([
  ['text cut off', text, (value: string) => value.slice(0, 1)],
  ['text without what is around it', text, (value: string) => value.trim()],
  ['text without its delimiters', text, (value: string) => value.replaceAll('#', '')],
  ['the rest of a division', number, (value: string) => String(Number(value) % 10)],
  ['times of one day', 'type: timestamp, format: iso-seconds', (value: string) => value.slice(0, 10)],
] as const)('finds two values that one key stands for: %s', (_what, declaration, write) => {
  const found = confused(declaration, write);
  expect(found).toBeDefined();
  expect(found?.first).not.toBe(found?.second);
  expect(write(found?.first ?? '')).toBe(write(found?.second ?? ' '));
});

it.each([
  ['as it is', text, (value: string) => value],
  ['escaped', text, (value: string) => value.replace(/[%#]/g, encodeURIComponent)],
  ['in lower case, on purpose', text, (value: string) => value.toLowerCase()],
  ['padded', number, (value: string) => value.padStart(2, '0')],
  ['refused where it would be confused', text, (value: string) => (value.includes('#') ? undefined : value)],
  ['times as they are', 'type: timestamp, format: iso-seconds', (value: string) => value],
] as const)('says nothing of values that keep their difference: %s', (_what, declaration, write) => {
  expect(confused(declaration, write)).toBeUndefined();
});

it('has nothing to say where a delimiter may occur in a value: the codec refuses it there, so no key has two meanings', () => {
  const source = tableOf(
    '  a: { pk_pattern: "A#{x}#{y}", sk: A, attributes: { x: { type: string, required: true, max_length: 9 }, y: { type: string, required: true, max_length: 9 } } }\n',
  );
  const { model, diagnostics } = compileSchema('s.yaml', source);
  expect(diagnostics).toEqual([]);
  if (model === undefined) throw new Error('the schema is wrong');
  const codec = compileCodec(model);
  expect(codec.buildKeys('a', { x: 'p', y: 'q#r' }).ok).toBe(true);
  expect(codec.buildKeys('a', { x: 'p#q', y: 'r' }).ok).toBe(false);
});
