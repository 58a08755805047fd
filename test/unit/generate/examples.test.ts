import { expect, it } from 'vitest';
import { samplesOf, typicalValue } from '../../../src/generate/values/samples.ts';
import type { ValueType } from '../../../src/model/model.ts';
import { modelOf } from '../../support/design.ts';
import { smallSchema } from '../../support/small.ts';

const parameters = `
  state: { type: string, enum: [open, closed, lost], examples: [closed] }
  free: { type: integer, minimum: 1 }
`;

function schema(attribute: string): string {
  return smallSchema(`a: ${attribute}`).replace('parameters:', `parameters:${parameters.trimEnd()}`);
}

function typeOf(attribute: string): ValueType {
  const [recordType] = modelOf(schema(attribute)).recordTypes;
  const found = recordType?.attributes.find(({ name }) => name === 'a');
  if (found === undefined) throw new TypeError('no attribute');
  return found.type;
}

it.each([
  ['of a text', '{ type: string, examples: [seven] }', 'seven'],
  ['of a number', '{ type: integer, examples: [77] }', '77'],
  ['of a time', '{ type: timestamp, format: date, examples: [2031-12-24] }', '2031-12-24'],
  ['of bytes', '{ type: binary, examples: [SGVsbG8=] }', 'SGVsbG8='],
  ['beside a parameter that has one', '{ parameter: state, examples: [lost] }', 'lost'],
  ['beside a parameter that has none', '{ parameter: free, examples: [12] }', '12'],
  ['of the parameter alone', '{ parameter: state }', 'closed'],
])('an example %s stands for the type', (_what, attribute, expected) => {
  expect(typicalValue(typeOf(attribute))).toBe(expected);
});

it('an example of bytes takes none of the other values away', () => {
  const values = (attribute: string): readonly unknown[] => samplesOf(typeOf(attribute)).map(({ value }) => value);
  expect(values('{ type: binary, examples: [SGVsbG8=] }')).toEqual(values('{ type: binary }'));
});

it.each([
  ['of bytes', '{ type: binary }', '{ type: binary, examples: [AA==] }'],
  ['beside a parameter', '{ parameter: state }', '{ parameter: state, examples: [lost] }'],
])('examples %s do not change the digest', (_what, without, attribute) => {
  expect(modelOf(schema(attribute)).digest).toBe(modelOf(schema(without)).digest);
});
