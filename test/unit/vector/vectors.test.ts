import { expect, it } from 'vitest';
import { generateVectors } from '../../../src/generate/vectors.ts';
import { setProperty } from '../../../src/value/json.ts';
import { formatVectorFile, pathOfVectorFile, sha256 } from '../../../src/vector/format.ts';
import { entryOfFile, formatManifest, manifestOf } from '../../../src/vector/manifest.ts';
import { readManifest, readVectorFile } from '../../../src/vector/read.ts';
import type { VectorFile } from '../../../src/vector/vector.ts';
import { verifyVectors } from '../../../src/vector/verify.ts';
import { codecOf } from '../../support/codec.ts';
import { smallCodec, smallSchema } from '../../support/small.ts';
import { itemVector, readVector, refusalVector } from '../../support/vectors.ts';

const attributes = 'a: { type: integer, maximum: 9, default: 1 }\nb: { type: map, values: { type: string } }';
const codec = smallCodec(attributes);
const [recordType] = codec.model.recordTypes;
const head = { format: 1, schema: 'things', record_type: 'thing', digest: recordType?.digest ?? '' } as const;
const one = itemVector(codec, 'thing', 'one', { id: 'x', b: JSON.parse('{"__proto__":"p","k":"v"}') });
const items: VectorFile = {
  ...head,
  kind: 'items',
  vectors: [one, itemVector(codec, 'thing', 'two', { id: 'y', a: '2' })],
};
const reads: VectorFile = {
  ...head,
  kind: 'reads',
  vectors: [readVector(codec, 'thing', 'older', { PK: { S: 'T#x' } })],
};
const refusals: VectorFile = {
  ...head,
  kind: 'refusals',
  vectors: [
    refusalVector(codec, 'thing', 'no-encode', { op: 'item.encode', record: { id: 'x', a: '10' } }),
    refusalVector(codec, 'thing', 'no-build', { op: 'key.build', record: {} }),
    refusalVector(codec, 'thing', 'no-parse', { op: 'key.parse', index: 'primary', key: { PK: { S: 'x' } } }),
    refusalVector(codec, 'thing', 'no-decode', { op: 'item.decode', item: { PK: { S: 'T#x' }, a: { S: '1' } } }),
  ],
};
const files = [items, reads, refusals];

it('writes a file with one member a line', () => {
  expect(formatVectorFile({ ...items, digest: 'sha256:0', vectors: items.vectors.slice(1) })).toBe(`{
  "format": 1,
  "schema": "things",
  "record_type": "thing",
  "digest": "sha256:0",
  "kind": "items",
  "vectors": [
    {
      "id": "thing/two",
      "description": "a record",
      "scenario": "all-attributes",
      "subject": "",
      "hazards": [],
      "record": {"id":"y","a":"2"},
      "keys": {"primary":{"PK":{"S":"T#y"}}},
      "item": {"PK":{"S":"T#y"},"a":{"N":"2"}}
    }
  ]
}
`);
});

it.each(files)('reads back the $kind that it wrote', (file) => {
  const { value, diagnostics } = readVectorFile('x.json', formatVectorFile(file));
  expect(diagnostics).toEqual([]);
  expect(JSON.stringify(value)).toBe(JSON.stringify(file));
});

it('writes a manifest in the order of paths, and reads it back', () => {
  const manifest = manifestOf(
    { name: 'n', version: '1.0.0', digest: 'd' },
    new Map([
      ['b.json', entryOfFile(items, 'b')],
      ['a.json', { vectors: 1, sha256: sha256('a') }],
    ]),
  );
  const text = formatManifest(manifest);
  expect(text).toBe(`{
  "format": 1,
  "schema": {"name":"n","version":"1.0.0","digest":"d"},
  "suite_sha256": "${sha256(`${sha256('a')}  a.json\n${sha256('b')}  b.json\n`)}",
  "files": {
    "a.json": {"vectors":1,"sha256":"${sha256('a')}"},
    "b.json": {"vectors":2,"sha256":"${sha256('b')}"}
  }
}
`);
  expect(readManifest('m.json', text)).toEqual({ value: manifest, diagnostics: [] });
  expect(sha256('a')).toBe('ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb');
  expect(pathOfVectorFile(items)).toBe('thing/items.json');
});

const text = formatVectorFile(items);

it.each([
  [
    'a duplicate key',
    text.replace('"id": "thing/two",', '"id": "thing/two",\n      "id": "thing/three",'),
    'duplicate-key',
    'vectors[1].id',
  ],
  [
    'a duplicate key deep down',
    text.replace('"a":{"N":"2"}', '"a":{"N":"2"},"a":{"N":"2"}'),
    'duplicate-key',
    'vectors[1].item.a',
  ],
  ['an unknown member', text.replace('"hazards"', '"hazard": [], "hazards"'), 'unknown-key', 'vectors[0].hazard'],
  ['a missing member', text.replace(/\n.*"description": "a record",/, ''), 'missing-key', 'vectors[0]'],
  ['an id without record type', text.replace('thing/two', 'two'), 'value-invalid', 'vectors[1].id'],
  ['a member of another kind', text.replace('"items"', '"reads"'), 'unknown-key', 'vectors[0].keys'],
  ['another format', text.replace('"format": 1', '"format": 2'), 'value-invalid', 'format'],
  ['a digest that is none', text.replace(/sha256:/, 'md5:'), 'value-invalid', 'digest'],
  ['two types in an item', text.replace('{"N":"2"}', '{"N":"2","S":"2"}'), 'value-invalid', 'vectors[1].item.a'],
  ['YAML', 'format: 1', 'json-syntax', ''],
  ['a comment', `// vectors\n${text}`, 'json-syntax', ''],
  ['nothing', '', 'json-syntax', ''],
  ['half a file', text.slice(0, 100), 'json-syntax', ''],
])('refuses a file with %s', (_what, changed, code, path) => {
  const { value, diagnostics } = readVectorFile('x.json', changed);
  expect(value).toBeUndefined();
  expect(diagnostics.map((each) => ({ code: each.code, path: each.path }))[0]).toEqual({ code, path });
});

it('refuses YAML that says what a vector file says', () => {
  const yaml = text.replace(/"format": 1/, 'format: 1');
  expect(readVectorFile('x.json', yaml)).toMatchObject({ value: undefined, diagnostics: [{ code: 'json-syntax' }] });
});

it('answers to a file that is nested too deeply', () => {
  const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
  expect(readVectorFile('x.json', text.replace('{"id":"y","a":"2"}', deep)).value).toBeUndefined();
});

it.each(files)('finds nothing wrong with $kind that are right', (file) => {
  expect(verifyVectors(codec, file)).toEqual([]);
});

it.each([
  [
    'an item',
    items,
    '"item": {"PK":{"S":"T#y"},"a":{"N":"2"}}',
    '"item": {"PK":{"S":"T#y"},"a":{"N":"3"}}',
    [
      'thing/two item at a.N: the vector has "3", the schema gives "2"',
      'thing/two record at a: the vector has "2", the schema gives "3"',
    ],
  ],
  [
    'a missing attribute',
    items,
    ',"a":{"N":"2"}}',
    '}',
    [
      'thing/two item at a: the vector has nothing, the schema gives {"N":"2"}',
      'thing/two record at a: the vector has "2", the schema gives "1"',
    ],
  ],
  [
    'a key',
    items,
    '"keys": {"primary":{"PK":{"S":"T#y"}}}',
    '"keys": {"primary":{"PK":{"S":"T#z"}}}',
    ['thing/two keys at primary.PK.S: the vector has "T#z", the schema gives "T#y"'],
  ],
  [
    'a record',
    items,
    '"record": {"id":"y","a":"2"}',
    '"record": {"id":"y","a":"20"}',
    [
      'thing/two item the vector has {"PK":{"S":"T#y"},"a":{"N":"2"}}, the schema gives "/a: expected at most 9, and found \\"20\\""',
      'thing/two keys the vector has {"primary":{"PK":{"S":"T#y"}}}, the schema gives "/a: expected at most 9, and found \\"20\\""',
      'thing/two record at a: the vector has "20", the schema gives "2"',
    ],
  ],
  [
    'what a reader returns',
    items,
    '"read": {"id":"x","a":"1"',
    '"read": {"id":"x","a":"7"',
    ['thing/one read at a: the vector has "7", the schema gives "1"'],
  ],
  [
    'a key __proto__',
    items,
    '{"__proto__":{"S":"p"}',
    '{"__proto__":{"S":"q"}',
    [
      'thing/one item at b.M.__proto__.S: the vector has "q", the schema gives "p"',
      'thing/one read at b.__proto__: the vector has "p", the schema gives "q"',
    ],
  ],
  [
    'the record of a read',
    reads,
    '"record": {"id":"x","a":"1"}',
    '"record": {"id":"x"}',
    ['thing/older record at a: the vector has nothing, the schema gives "1"'],
  ],
  [
    'the rule of a refusal',
    refusals,
    '"rule":"maximum"',
    '"rule":"minimum"',
    ['thing/no-encode error at rule: the vector has "minimum", the schema gives "maximum"'],
  ],
  [
    'something to refuse that is right',
    refusals,
    '"a":"10"',
    '"a":"9"',
    [
      'thing/no-encode error the vector has {"class":"invalid-record","path":"/a","rule":"maximum"}, the schema gives "accepted"',
    ],
  ],
  [
    'the digest',
    items,
    head.digest,
    `sha256:${'0'.repeat(64)}`,
    [`thing digest written for sha256:000000000000…, and the record type is now ${head.digest.slice(0, 19)}…`],
  ],
])('names the vector and the attribute when somebody changed %s', (_what, file, from, to, expected) => {
  const changed = formatVectorFile(file).replace(from, to);
  expect(changed).not.toBe(formatVectorFile(file));
  const { value } = readVectorFile('x.json', changed);
  const problems = value === undefined ? [] : verifyVectors(codec, value);
  expect(problems.map((each) => `${each.id} ${each.member} ${each.message}`)).toEqual(expected);
});

it('says that vectors are stale, and of what the change makes wrong', () => {
  const changed = smallCodec(attributes.replace('default: 1', 'default: 3'));
  const problems = verifyVectors(changed, reads);
  expect(problems.map((each) => [each.kind, each.member])).toEqual([
    ['stale', 'digest'],
    ['stale', 'record'],
  ]);
  const other = codecOf(smallSchema(attributes).replace('  thing:', '  other:'));
  expect(verifyVectors(other, items)).toEqual([
    { id: 'thing', member: 'record_type', kind: 'stale', message: 'things has no record type "thing"' },
  ]);
});

it('says where in the file a vector is wrong', () => {
  const { diagnostics } = readVectorFile('x.json', text.replace('thing/two', 'two'));
  const [line = ''] = text
    .replace('thing/two', 'two')
    .split('\n')
    .slice((diagnostics[0]?.position.line ?? 1) - 1);
  expect(line.trim()).toBe('"id": "two",');
});

it('generates vectors that hold, and the same ones every time', () => {
  const generated = generateVectors(codec);
  expect(generated.map((file) => file.kind)).toEqual(['items', 'keys', 'reads', 'refusals']);
  expect(generated.flatMap((file) => verifyVectors(codec, file))).toEqual([]);
  expect(generateVectors(smallCodec(attributes)).map(formatVectorFile)).toEqual(generated.map(formatVectorFile));
  const ids = generated.flatMap((file) => file.vectors.map((vector) => vector.id));
  expect(ids.length).toBe(new Set(ids).size);
});

it('counts keys as often as a text spells them, whatever is in its strings', () => {
  const object: { [key: string]: string } = { 'a":"b': '"c": {"d": 1}', '\\': '\\":' };
  setProperty(object, '__proto__', 'x');
  const tricky: VectorFile = {
    ...items,
    vectors: [itemVector(codec, 'thing', 'tricky', { id: 'x', a: '1', b: object })],
  };
  expect(readVectorFile('x.json', formatVectorFile(tricky)).diagnostics).toEqual([]);
});
