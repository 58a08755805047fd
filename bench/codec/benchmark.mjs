// How many records a second the reference codec writes, reads and identifies, and how many its peers do.
import assert from 'node:assert/strict';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { processorClock, race } from '../measure.mjs';
import { careful } from './careful.mjs';
import { dynamodbToolbox } from './dynamodb-toolbox.mjs';
import { electrodb } from './electrodb.mjs';
import { handWritten } from './hand-written.mjs';
import { itemproof, itemproofOfType, referenceItem } from './itemproof.mjs';
import { recordsOf, recordTypes } from './records.mjs';

export async function benchmarkCodec({ rounds, roundMs, onProgress }) {
  const results = [];
  for (const recordType of recordTypes) {
    const records = recordsOf(recordType);
    const contestants = prepare(recordType, records);
    for (const operation of ['encode', 'decode', 'identify']) {
      onProgress(`codec: ${operation} ${recordType}`);
      const figures = await race(
        contestants
          .filter((contestant) => contestant[operation] !== undefined)
          .map((contestant) => ({ name: contestant.name, run: loop(contestant, operation) })),
        { rounds, roundMs, now: processorClock },
      );
      results.push({ title: `${operation} ${recordType}`, unit: 'records/s of CPU', figures });
    }
  }
  return results;
}

/** Makes every contestant, and proves that each writes the expected items and reads its records back from them. */
function prepare(recordType, records) {
  const made = [itemproof, electrodb, dynamodbToolbox, handWritten].map((make) => make(recordType));
  // Not to be compared with the others, but fair to them: here the peers, too, come as far as DynamoDB JSON.
  const contestants = [...made, ...made.filter(({ native }) => native === true).map(withMarshall)];
  const readers = [itemproofOfType, plainUnmarshall, careful].map((make) =>
    prepareReader(make(recordType), recordType, records),
  );
  const writers = contestants.map((contestant) => {
    const inputs = records.map(contestant.input);
    const encoded = inputs.map((input) => contestant.encode(input));
    for (const [index, item] of encoded.entries()) {
      const where = `${contestant.name}, ${recordType} ${index}`;
      const written = contestant.native === true ? marshall(item) : item;
      for (const name of contestant.extraAttributes) {
        assert.ok(Object.hasOwn(written, name), `${where}: is expected to write "${name}" too`);
        delete written[name];
      }
      assert.deepEqual(written, referenceItem(recordType, records[index]), `${where}: the item`);
    }
    // What the check took away is there again: each reads what it wrote itself.
    const stored = inputs.map((input) => asReceived(contestant.encode(input)));
    for (const [index, item] of stored.entries()) {
      assert.deepEqual(
        contestant.decode(item),
        inputs[index],
        `${contestant.name}, ${recordType} ${index}: the record`,
      );
    }
    return { ...contestant, inputs, stored };
  });
  const [ours, ...peers] = writers;
  return [ours, ...readers, ...peers];
}

/** Contestants that only read are given the expected items. */
function prepareReader(reader, recordType, records) {
  const stored = records.map((record) => asReceived(referenceItem(recordType, record)));
  for (const [index, item] of stored.entries()) reader.prove(reader.decode(item), records[index], item);
  return { ...reader, stored };
}

/** A client gets items out of a text. Strings that were just put together would be slower or faster to read. */
function asReceived(item) {
  return JSON.parse(JSON.stringify(item));
}

/** The SDK's step from DynamoDB JSON to values, alone: it knows no record type, checks nothing and makes no record. */
function plainUnmarshall() {
  return {
    name: 'unmarshall',
    decode: (item) => unmarshall(item),
    prove: (values, _record, item) => assert.deepEqual(marshall(values), item),
  };
}

function withMarshall(peer) {
  return {
    ...peer,
    name: `${peer.name} + marshall`,
    native: false,
    encode: (record) => marshall(peer.encode(record)),
    decode: (item) => peer.decode(unmarshall(item)),
  };
}

/** Runs through all records once; answers how many there were. */
function loop(contestant, operation) {
  const { [operation]: call, inputs, stored } = contestant;
  const values = operation === 'encode' ? inputs : stored;
  let last;
  return () => {
    for (const value of values) last = call(value);
    if (last === undefined) throw new Error(`${contestant.name} gave nothing`);
    return values.length;
  };
}
