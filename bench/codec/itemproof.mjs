// Itemproof's reference codec: checks every value and component against the schema, builds the keys of every index
// exactly, and when it reads also proves that the keys that it found are those that the record gives. Numbers stay
// decimal text, so 64-bit integers are exact. Writes and reads DynamoDB JSON.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { compileSchema } from '../../dist/src/compile.js';
import { compileCodec } from '../../dist/src/item/codec.js';

const file = new URL('../../schema/domains/rate-limits/schema.yaml', import.meta.url);
const compiled = compileSchema('schema/domains/rate-limits/schema.yaml', readFileSync(file, 'utf8'));
if (compiled.model === undefined) throw new Error(`the schema does not compile: ${compiled.diagnostics[0]?.message}`);
export const { model } = compiled;
const codec = compileCodec(model);

/** The expected item of a record; every other contestant is compared with it. */
export function referenceItem(recordType, record) {
  return answered(codec.encode(recordType, record));
}

/** Reads as whoever queries a partition does: what an item is, it finds out. */
export function itemproof(recordType) {
  return {
    name: 'itemproof',
    input: (record) => record,
    encode: (record) => answered(codec.encode(recordType, record)),
    decode: (item) => answered(codec.decode(item)).record,
    identify: (item) => answered(codec.identify(item)),
    itemOf: (encoded) => encoded,
    extraAttributes: [],
  };
}

/** Reads as whoever gets one item by its key does: what it is, is known. */
export function itemproofOfType(recordType) {
  return {
    name: 'itemproof, type known',
    decode: (item) => answered(codec.decode(item, recordType)).record,
    prove: (found, record) => assert.deepEqual(found, record),
  };
}

function answered(result) {
  if (result.ok) return result.value;
  throw new Error(`refused: ${result.error.message}`);
}
