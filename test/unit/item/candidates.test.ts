import { expect, it } from 'vitest';
import { compileCandidates } from '../../../src/item/candidates.ts';
import { compileRecord } from '../../../src/item/record-codec.ts';
import { codecOf } from '../../support/codec.ts';

// Sort keys that begin alike for one character, two, or all of them, and some that begin with a component.

const { model } = codecOf(`
table: { name: things, keys: { primary: { partition_key: PK, sort_key: SK } } }
parameters:
  id: { type: string, pattern: '[0-9]+' }
  digits: { type: string, pattern: '[0-9]+' }
  letters: { type: string, pattern: '[a-z]+' }
  word: { type: string, pattern: 'X[A-Z]*' }
record_types:
  constant: { pk_pattern: 'T#{id}', sk: 'AB' }
  longer: { pk_pattern: 'T#{id}', sk_pattern: 'AB{digits}' }
  shorter: { pk_pattern: 'T#{id}', sk_pattern: 'A{letters}' }
  other: { pk_pattern: 'T#{id}', sk_pattern: 'AC#{letters}' }
  anything: { pk_pattern: 'U#{id}', sk_pattern: '{word}' }
  ending: { pk_pattern: 'T#{id}', sk_pattern: '{word}#end' }
`);
const codecs = model.recordTypes.map(compileRecord);
const candidates = compileCandidates(codecs);

it.each([
  ['T#1', 'AB', ['constant', 'longer', 'shorter']],
  ['T#1', 'ABx', ['longer', 'shorter']],
  ['T#1', 'AC#x', ['shorter', 'other']],
  ['T#1', 'A', ['shorter']],
  ['T#1', 'B', []],
  ['U#1', 'ABx', ['anything']],
  ['T#1', 'AB#end', ['longer', 'shorter', 'ending']],
  ['T#1', '', []],
])('%s and %s may be a key of these, in the order of the schema', (partition, sort, names) => {
  const item = { PK: { S: partition }, SK: { S: sort } };
  expect(candidates(item).map(({ recordType }) => recordType.name)).toEqual(names);
});

it('leaves a sort key that is no text to those that parse it', () => {
  const found = candidates({ PK: { S: 'T#1' }, SK: { N: '1' } }).map(({ recordType }) => recordType.name);
  expect(found).toEqual(['longer', 'shorter', 'other', 'ending']);
});

it('leaves out nobody who recognises an item', () => {
  const recognised = new Set<string>();
  for (const partition of ['T#1', 'U#1', 'x'])
    for (const sort of ['AB', 'AB1', 'AC#x', 'Ax', 'A', 'X', 'X#end', 'AB#end', '\u{1f600}', 'A\ud800']) {
      const item = { PK: { S: partition }, SK: { S: sort } };
      const wanted = codecs.filter((codec) => codec.recognise(item) !== undefined);
      expect(candidates(item), `${partition} ${sort}`).toEqual(expect.arrayContaining(wanted));
      for (const { recordType } of wanted) recognised.add(recordType.name);
    }
  expect(recognised).toEqual(new Set(model.recordTypes.map(({ name }) => name)));
});
