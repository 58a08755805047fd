import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { recordSchema } from '../../../src/emit/json-schema/record.ts';
import { generateVectors } from '../../../src/generate/vectors.ts';
import type { RecordType } from '../../../src/model/model.ts';
import { allRecordTypes } from '../../support/schemas.ts';
import { smallCodec } from '../../support/small.ts';

// A validator of JSON Schema knows nothing of Itemproof, so it is an independent judge of records.

/** Rules of the codec that JSON Schema has no words for; a record that breaks one of them passes. */
const beyond = new Set([
  'minimum',
  'maximum',
  'number',
  'timestamp',
  'key-too-long',
  'family-group',
  'family-collision',
  'unicode',
  'duplicate',
  'nesting',
  'rule',
  'multiple-of',
  'scale',
  'max-bytes',
]);

/** That a decimal is one of some numbers, each of which has many texts, it cannot say either. */
function isBeyond({ rule, path }: { readonly rule: string; readonly path: string }, recordType: RecordType): boolean {
  const attribute = recordType.attributes.find(({ name }) => path === `/${name}`);
  return beyond.has(rule) || (rule === 'enum' && attribute?.type.kind === 'decimal');
}

function judge(schema: object): ValidateFunction {
  const validator = new Ajv2020({ allErrors: true, strictTypes: false });
  addFormats.default(validator);
  return validator.compile(schema);
}

it.each(allRecordTypes)(
  '%s: what the codec accepts is valid, and what it refuses is not',
  (_name, codec, recordType) => {
    const validate = judge(recordSchema(recordType));
    let judged = 0;
    for (const file of generateVectors(codec)) {
      if (file.record_type !== recordType.name) continue;
      for (const vector of file.vectors) {
        if ('record' in vector && !('error' in vector)) {
          expect(validate(vector.record), `${vector.id}: ${JSON.stringify(validate.errors)}`).toBe(true);
          judged++;
        } else if ('error' in vector && 'record' in vector && !isBeyond(vector.error, recordType)) {
          expect(validate(vector.record), `${vector.id} breaks ${vector.error.rule}`).toBe(false);
          judged++;
        }
      }
    }
    expect(judged).toBeGreaterThan(0);
  },
);

const attributes = `
state: { type: string, enum: [open, closed], default: open, required: true }
closed_at: { type: timestamp, format: epoch-seconds, present_when: { state: [closed] } }
open_note: { type: string, max_length: 3, present_when: { state: [open] } }
proof: { type: binary, min_length: 3, max_length: 3, nullable: true }
label: { type: string, reserved: [no], pattern: 'a|no', default: a, default_when_empty: true }
parts: { type: map, members: { size: { type: integer, required: true }, rest: { type: any } } }
"b_{limit}": { type: integer, required_members: [rpm] }
`;
const open = { id: 'x', open_note: 'abc', 'b_{limit}': { rpm: '1' } };

it.each([
  ['complete', { ...open, proof: 'AAAA', label: 'a', parts: { size: '1', rest: { L: [{ S: 'x' }] } } }, true],
  ['a default that is left out', open, true],
  ['empty, which counts as missing', { ...open, label: '' }, true],
  ['NULL', { ...open, proof: null }, true],
  ['closed', { id: 'x', state: 'closed', closed_at: '1', 'b_{limit}': { rpm: '1' } }, true],
  ['closed without its time', { id: 'x', state: 'closed', 'b_{limit}': { rpm: '1' } }, false],
  ['open with a time of closing', { ...open, closed_at: '1' }, false],
  ['a missing component', { open_note: 'abc', 'b_{limit}': { rpm: '1' } }, false],
  ['an unknown attribute', { ...open, other: 1 }, false],
  ['a reserved value', { ...open, label: 'no' }, false],
  ['four bytes', { ...open, proof: 'AAAAAA==' }, false],
  ['a number that is no text', { ...open, parts: { size: 1 } }, false],
  ['a required member of a family missing', { ...open, 'b_{limit}': {} }, false],
  ['a member outside of the domain', { ...open, 'b_{limit}': { rpm: '1', wcu: '1' } }, false],
])('%s: the codec and a validator agree', (_what, record, valid) => {
  const codec = smallCodec(attributes);
  const [thing] = codec.model.recordTypes;
  if (thing === undefined) throw new TypeError('no record type');
  expect(codec.encode('thing', record).ok).toBe(valid);
  expect(judge(recordSchema(thing))(record)).toBe(valid);
});
