import { expect, it } from 'vitest';
import { generateVectors } from '../../src/generate/vectors.ts';
import { compileCodec } from '../../src/item/codec.ts';
import { verifyVectors } from '../../src/vector/verify.ts';
import { compileContract, compileContractText, contracts, contractText } from './support/contracts.ts';

/** How many tables and record types each contract has, so that none goes missing unnoticed. */
const expected: { readonly [name: string]: { readonly tables: number; readonly recordTypes: number } } = {
  'bookstore/schema': { tables: 5, recordTypes: 5 },
  'dialogue/rfc-0058': { tables: 1, recordTypes: 14 },
  'dialogue/schema': { tables: 1, recordTypes: 5 },
  'document/schema': { tables: 1, recordTypes: 3 },
  'execution-state/history/v1-bundles': { tables: 10, recordTypes: 11 },
  'execution-state/schema': { tables: 16, recordTypes: 52 },
  'rate-limits/history/0.1.0': { tables: 1, recordTypes: 2 },
  'rate-limits/schema': { tables: 1, recordTypes: 13 },
};

/** The first proposal of the rate limiter is kept word for word, with what is wrong in it. */
const unwaived = ['rate-limits/history/0.1.0'];

it('every shipped file is one of the contracts', () => {
  expect(contracts).toEqual(Object.keys(expected));
});

it.each(contracts)('%s compiles, with nothing to say that is not waived', (name) => {
  const { model, diagnostics } = compileContract(name);
  const said = diagnostics.filter(({ severity }) => severity === 'error' || !unwaived.includes(name));
  expect(said.map(({ path, code, message }) => `${path}: ${message} [${code}]`)).toEqual([]);
  expect({ tables: model?.tables.length, recordTypes: model?.recordTypes.length }).toEqual(expected[name]);
});

it.each(contracts)('%s generates vectors for every record type, and its codec agrees with them', (name) => {
  const { model } = compileContract(name);
  if (model === undefined) throw new TypeError(`${name} does not compile`);
  const codec = compileCodec(model);
  const files = generateVectors(codec);
  expect(new Set(files.map((file) => file.record_type))).toEqual(new Set(model.recordTypes.map((each) => each.name)));
  expect(files.flatMap((file) => verifyVectors(codec, file))).toEqual([]);
});

it.each(contracts)('%s: its codec accepts every example, and reads it back', (name) => {
  const { model } = compileContract(name);
  if (model === undefined) throw new TypeError(`${name} does not compile`);
  const codec = compileCodec(model);
  for (const { name: recordType, examples } of model.design.recordTypes) {
    for (const { literal } of examples) {
      const item = codec.encode(recordType, literal);
      if (!item.ok) throw new TypeError(`an example of ${recordType} is refused: ${item.error.message}`);
      // A book has the key attributes of both tables of the bookstore, so only its table tells what it is.
      const decoded = codec.decode(item.value, recordType);
      expect(decoded).toMatchObject({ ok: true, value: { recordType, record: literal } });
    }
  }
});

it('a contract with a mistake in it does not pass', () => {
  const mistaken = contractText('dialogue/schema').replace('returns: [tension_event]', 'returns: [tension_events]');
  expect(mistaken).not.toBe(contractText('dialogue/schema'));
  const { model, diagnostics } = compileContractText(mistaken);
  expect(model).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toEqual(['reference-unknown']);
});
