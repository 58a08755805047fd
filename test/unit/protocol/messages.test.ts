import { expect, it } from 'vitest';
import { readHello } from '../../../src/protocol/hello.ts';
import { readAnswer } from '../../../src/protocol/messages.ts';

it.each([
  ['{"id":7,"ok":{}}', { id: 7, answer: { kind: 'ok', value: {} } }],
  [
    '{"id":7,"ok":{"item":{"a":{"S":"x"}}},"more":1}',
    { id: 7, answer: { kind: 'ok', value: { item: { a: { S: 'x' } } } } },
  ],
  [
    '{"id":8,"error":{"class":"invalid-record","message":"m"}}',
    { id: 8, answer: { kind: 'error', class: 'invalid-record', message: 'm' } },
  ],
  [
    '{"id":8,"error":{"class":"not-found","message":""}}',
    { id: 8, answer: { kind: 'error', class: 'not-found', message: '' } },
  ],
  // What looks like a key is a text here.
  ['{"id":7, "ok" : {"a\\":":{"S":"x\\":{}"}}}', { id: 7, answer: { kind: 'ok', value: { 'a":': { S: 'x":{}' } } } }],
  ['{"id":9,"unsupported":"why"}', { id: 9, answer: { kind: 'unsupported', reason: 'why' } }],
])('reads the answer %s', (line, expected) => {
  expect(readAnswer(line)).toEqual(expected);
});

it.each([
  ['', undefined, 'no JSON on standard output: ""'],
  ['DEBUG hello', undefined, 'no JSON on standard output: "DEBUG hello"'],
  ['\ufeff{"id":7,"ok":{}}', undefined, 'no JSON on standard output: "\ufeff{\\"id\\":7,\\"ok\\":{}}"'],
  ['{"id":7,"ok":{}} x', undefined, 'no JSON on standard output: "{\\"id\\":7,\\"ok\\":{}} x"'],
  ['[]', undefined, 'no JSON object on standard output: "[]"'],
  ['null', undefined, 'no JSON object on standard output: "null"'],
  ['{"ok":{}}', undefined, 'an answer without a numeric "id": "{\\"ok\\":{}}"'],
  ['{"id":"7","ok":{}}', undefined, 'an answer without a numeric "id": "{\\"id\\":\\"7\\",\\"ok\\":{}}"'],
  ['{"id":1.5,"ok":{}}', undefined, 'an answer without a numeric "id": "{\\"id\\":1.5,\\"ok\\":{}}"'],
  ['{"id":1e400,"ok":{}}', undefined, 'an answer without a numeric "id": "{\\"id\\":1e400,\\"ok\\":{}}"'],
  ['{"id":7}', 7, 'an answer has exactly one of "ok", "error" and "unsupported": "{\\"id\\":7}"'],
  [
    '{"id":7,"__proto__":{"ok":{}}}',
    7,
    'an answer has exactly one of "ok", "error" and "unsupported": "{\\"id\\":7,\\"__proto__\\":{\\"ok\\":{}}}"',
  ],
  [
    '{"id":7,"ok":{},"unsupported":"x"}',
    7,
    'an answer has exactly one of "ok", "error" and "unsupported": "{\\"id\\":7,\\"ok\\":{},\\"unsupported\\":\\"x\\"}"',
  ],
  ['{"id":7,"id":7,"ok":{}}', undefined, '"id" is there twice: "{\\"id\\":7,\\"id\\":7,\\"ok\\":{}}"'],
  ['{"id":7,"ok":{},"ok":{}}', 7, '"ok" is there twice: "{\\"id\\":7,\\"ok\\":{},\\"ok\\":{}}"'],
  ['{"id":7,"ok":{"a" : 1,"a": 2}}', 7, '"ok.a" is there twice: "{\\"id\\":7,\\"ok\\":{\\"a\\" : 1,\\"a\\": 2}}"'],
  ['{"id":7,"ok":[]}', 7, '"ok" has not the shape that the protocol gives it: "{\\"id\\":7,\\"ok\\":[]}"'],
  ['{"id":7,"ok":null}', 7, '"ok" has not the shape that the protocol gives it: "{\\"id\\":7,\\"ok\\":null}"'],
  [
    '{"id":7,"unsupported":true}',
    7,
    '"unsupported" has not the shape that the protocol gives it: "{\\"id\\":7,\\"unsupported\\":true}"',
  ],
  [
    '{"id":7,"error":{"class":"bad","message":""}}',
    7,
    '"error" has not the shape that the protocol gives it: "{\\"id\\":7,\\"error\\":{\\"class\\":\\"bad\\",\\"message\\":\\"\\"}}"',
  ],
  [
    '{"id":7,"error":{"class":"internal"}}',
    7,
    '"error" has not the shape that the protocol gives it: "{\\"id\\":7,\\"error\\":{\\"class\\":\\"internal\\"}}"',
  ],
])('takes %j for a violation of the protocol', (line, id, detail) => {
  expect(readAnswer(line)).toEqual({ id, answer: { kind: 'protocol-violation', detail } });
});

const hello = { implementation: 'i', language: 'l', version: 'v', capabilities: {} };

it.each([
  ['the least', hello],
  [
    'all',
    {
      ...hello,
      runtime: 'r',
      window: 1,
      schema_digest: 'd',
      generated: { a: ['b'] },
      not_read: {},
      capabilities: { 'key.build': true, 'key.parse': ['a', 'a/b'] },
    },
  ],
  ['something more', { ...hello, mood: 'good' }],
])('takes a hello with %s', (_what, value) => {
  expect(readHello(value)).toEqual(value);
});

it.each([
  ['nothing', null, 'the answer to hello must be a mapping, and is null'],
  ['no language', { ...hello, language: undefined }, 'the answer to hello has no "language"'],
  [
    'an unknown operation',
    { ...hello, capabilities: { 'item.drop': true } },
    '"capabilities" in the answer to hello: unknown key "item.drop"; there is "key.build", "key.parse", "item.encode", "item.decode", "item.put", "item.get"',
  ],
  [
    'a misspelt operation',
    { ...hello, capabilities: { 'item.puts': true } },
    '"capabilities" in the answer to hello: unknown key "item.puts"; did you mean "item.put"?',
  ],
  [
    'false for an operation',
    { ...hello, capabilities: { 'item.put': false } },
    '"capabilities.item.put" in the answer to hello cannot be false',
  ],
  ['no window', { ...hello, window: 0 }, '"window" in the answer to hello must be at least 1, and is 0'],
  [
    'too large a window',
    { ...hello, window: 1025 },
    '"window" in the answer to hello must be at most 1024, and is 1025',
  ],
  [
    'attributes that are no list',
    { ...hello, generated: { a: 'b' } },
    '"generated.a" in the answer to hello must be a list, and is "b"',
  ],
])('refuses a hello with %s', (_what, value, problem) => {
  expect(readHello(JSON.parse(JSON.stringify(value)))).toEqual({ problem });
});
