import { expect, it } from 'vitest';
import { toPlain } from '../../../src/model/plain.ts';
import { parseSource, type SourceNode } from '../../../src/model/source.ts';
import { maximumLength } from '../../../src/model/source-text.ts';
import { cpuTimeOf } from '../../support/cpu-time.ts';

const parse = (text: string): ReturnType<typeof parseSource> => parseSource('file.yaml', text, 'write something');

/** `code line:column length path: message` of each diagnostic. */
function problems(text: string): readonly string[] {
  return parse(text).diagnostics.map(
    ({ code, position: { line, column, length }, path, message }) =>
      `${code} ${line}:${column} ${length} ${path}: ${message}`,
  );
}

/** What a text says, with the type of each scalar. */
function typed(node: SourceNode | undefined): unknown {
  if (node?.kind === 'map') return Object.fromEntries(node.entries.map((entry) => [entry.key, typed(entry.value)]));
  if (node?.kind === 'list') return node.items.map(typed);
  return node === undefined ? undefined : `${node.type} ${node.text}`;
}

it.each([
  ['no', 'string no'],
  ['yes', 'string yes'],
  ['on', 'string on'],
  ['off', 'string off'],
  ['true', 'boolean true'],
  ['TRUE', 'boolean true'],
  ['null', 'null null'],
  ['~', 'null null'],
  ['', 'null null'],
  ['1e3', 'number 1000'],
  ['1000.0', 'number 1000'],
  ['.5', 'number 0.5'],
  ['5.', 'number 5'],
  ['-0.0', 'number 0'],
  ['1e126', 'number 1e126'],
  ['0x10', 'number 16'],
  ['0o17', 'number 15'],
  ['017', 'number 17'],
  ['+5', 'number 5'],
  ['-0', 'number 0'],
  ['1_000', 'string 1_000'],
  ['1.50', 'number 1.5'],
  ['9007199254740993', 'number 9007199254740993'],
  ['2024-01-01', 'string 2024-01-01'],
  ['12:30:45', 'string 12:30:45'],
  ['"\\0"', 'string \0'],
  ["'\\0'", 'string \\0'],
  ['"\\u00e9"', 'string é'],
  ['|\n  two\n  lines\n', 'string two\nlines\n'],
])('reads %j as YAML 1.2 does: %j', (written, expected) => {
  expect(problems(`a: ${written}`)).toEqual([]);
  expect(typed(parse(`a: ${written}`).root)).toEqual({ a: expected });
});

it.each([
  ['a duplicate key', 'a: 1\na: 2\n', ['duplicate-key 2:1 1 a: the key "a" stands twice in one mapping']],
  [
    'a duplicate key of JSON',
    '{"a":1,"b":{"c":1,"c":2}}',
    ['duplicate-key 1:19 3 b.c: the key "c" stands twice in one mapping'],
  ],
  [
    'the same key in other quotes',
    '"a": 1\n\'a\': 2',
    ['duplicate-key 2:1 3 a: the key "a" stands twice in one mapping'],
  ],
  ['an anchor on a value', 'a: &x 1', ['yaml-alias 1:4 2 a: anchors and aliases are not supported here']],
  ['an anchor on a key', '&x a: 1', ['yaml-alias 1:1 2 a: anchors and aliases are not supported here']],
  ['an anchor on nothing', 'a: &x', ['yaml-alias 1:4 2 a: anchors and aliases are not supported here']],
  ['an alias', 'a: *x', ['yaml-alias 1:4 2 a: anchors and aliases are not supported here']],
  ['an alias as a key', '*x : 1', ['yaml-alias 1:1 2 : anchors and aliases are not supported here']],
  [
    'aliases in a list',
    'a: [*x, b, *y]',
    [
      'yaml-alias 1:5 2 a[0]: anchors and aliases are not supported here',
      'yaml-alias 1:12 2 a[2]: anchors and aliases are not supported here',
    ],
  ],
  [
    'an anchor lines before its value',
    'a: &x # of &x and !y\n\n  b: 1',
    ['yaml-alias 1:4 2 a: anchors and aliases are not supported here'],
  ],
  [
    'anchors on a mapping and on its first key',
    'a: &x\n  &y b: &z\n    - 1\nc: *z',
    [
      'yaml-alias 1:4 2 a: anchors and aliases are not supported here',
      'yaml-alias 2:3 2 a.b: anchors and aliases are not supported here',
      'yaml-alias 2:9 2 a.b: anchors and aliases are not supported here',
      'yaml-alias 4:4 2 c: anchors and aliases are not supported here',
    ],
  ],
  ['an anchor behind a tag', 'a: !y &x 1', ['yaml-alias 1:7 2 a: anchors and aliases are not supported here']],
  ['an anchor on a text of lines', 'a: &x |\n  b', ['yaml-alias 1:4 2 a: anchors and aliases are not supported here']],
  ['an anchor on the whole', '--- &x\na: 1', ['yaml-alias 1:5 2 : anchors and aliases are not supported here']],
  ['a verbatim tag', 'a: !<tag:yaml.org,2002:str> 1', ['yaml-alias 1:4 24 a: the tag !!str is not supported here']],
  ['a merge key', 'a:\n  <<: { b: 1 }', ['yaml-alias 2:3 2 a.<<: merge keys are not supported here']],
  ['a tag', 'a: !thing 1', ['yaml-alias 1:4 6 a: the tag !thing is not supported here']],
  ['a tag of YAML itself', 'a: !!str 1', ['yaml-alias 1:4 5 a: the tag !!str is not supported here']],
  ['a tag on a mapping', 'a: !!omap [b: 1]', ['yaml-alias 1:4 6 a: the tag !!omap is not supported here']],
  ['a tag on a key', '!!str a: 1', ['yaml-alias 1:1 5 a: the tag !!str is not supported here']],
  ['a tab that indents', 'a:\n\tb: 1', ['yaml-syntax 2:1 1 : a tab stands where lines are indented']],
  ['a lone CR', 'a: 1\rb: 2', ['yaml-syntax 1:5 1 : a line ends with a carriage return alone']],
  ['NUL', 'a: 1\nb: x\0', ['yaml-syntax 2:5 1 : the character U+0000 cannot stand in a text file']],
  ['BEL', 'a: "\x07"', ['yaml-syntax 1:5 1 : the character U+0007 cannot stand in a text file']],
  ['half of a character', 'a: \ud800', ['yaml-syntax 1:4 1 : the character U+D800 cannot stand in a text file']],
  [
    'halves of characters that escapes give',
    '{"a":"x\\ud800","b\\udfff":1,"c":["\\ud83d\\ude00", "\\ude00\\ud83d"]}',
    [
      'yaml-syntax 1:6 9 a: the escape "\\ud800" is half of a character, and no text can hold one',
      'yaml-syntax 1:16 9 b\ufffd: the escape "\\udfff" is half of a character, and no text can hold one',
      'yaml-syntax 1:49 14 c[1]: the escape "\\ude00" is half of a character, and no text can hold one',
    ],
  ],
  ['infinity', 'a: .inf', ['value-invalid 1:4 4 a: .inf is no number that DynamoDB can hold']],
  ['no number', 'a: .NaN', ['value-invalid 1:4 4 a: .NaN is no number that DynamoDB can hold']],
  ['a number beyond doubles', '{"a":1e999}', ['value-invalid 1:6 5 a: 1e999 is no number that DynamoDB can hold']],
  ['a key that is a number', '1: x', ['yaml-syntax 1:1 1 : a key must be text, and the key 1 is not']],
  ['a key that is null', 'null: x', ['yaml-syntax 1:1 4 : a key must be text, and the key null is not']],
  ['no key', ': x', ['yaml-syntax 1:1 1 : a key must be text, and what stands here is not']],
  ['a key that is a list', '[a]: x', ['yaml-syntax 1:1 3 : a key must be text, and what stands here is not']],
  ['a complex key', '? { a: 1 }\n: x', ['yaml-syntax 1:3 8 : a key must be text, and what stands here is not']],
  ['several documents', 'a: 1\n---\nb: 2', ['yaml-syntax 2:1 1 : the file holds more than one document']],
  [
    'YAML 1.1',
    '%YAML 1.1\n---\na: no',
    ['yaml-syntax 1:1 1 : the file says that it is YAML 1.1, in which words mean other things'],
  ],
  ['an unclosed quote, once', 'a: "x\ny: 1\nz: 2', [expect.stringMatching(/^yaml-syntax [123]:\d+ \d+ : /)]],
  ['two colons in a line', 'a: b: c', ['yaml-syntax 1:4 1 : a second ": " in one line']],
  ['nothing', '', ['yaml-syntax 1:1 1 : the file is empty']],
  ['comments alone', '# nothing\n', ['yaml-syntax 1:1 1 : the file is empty']],
])('refuses %s, and says where', (_what, text, expected) => {
  expect(problems(text)).toEqual(expected);
  expect(parse(text).root).toBeUndefined();
});

it('keeps what is next to a node that cannot be used', () => {
  const { root, partial, diagnostics } = parse('a: *x\nb: 1\n1: c\nb: 2\n');
  expect([root, diagnostics.length]).toEqual([undefined, 3]);
  expect(typed(partial)).toEqual({ a: 'null null', b: 'number 1' });
});

it('reads CRLF and a byte order mark as if they were not there', () => {
  const plain = parse('a: 1\nb: "x"\n').root;
  expect(parse('a: 1\r\nb: "x"\r\n').root).toEqual(plain);
  expect(parse('\ufeffa: 1\nb: "x"\n').root).toEqual(plain);
});

it('takes any name for a key', () => {
  const text = '{"__proto__":1,"constructor":{"toString":2}}';
  const plain = toPlain(parse(text).root ?? expect.fail());
  expect(JSON.stringify(plain)).toBe(text);
  expect(Object.getPrototypeOf(plain)).toBe(Object.prototype);
});

it.each([
  ['lists in braces', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ['lists with dashes', `${'- '.repeat(10_000)}x`],
  ['complex keys', `${'? '.repeat(10_000)}x`],
  ['mappings', `${'{a: '.repeat(10_000)}${'}'.repeat(10_000)}`],
  ['brackets that never close', '['.repeat(1_000_000)],
])('stops at the depth of %s, before it costs anything', (_what, text) => {
  const { diagnostics } = parse(text);
  expect(diagnostics.map(({ message }) => message)).toEqual(['nested deeper than 100 levels']);
  expect(diagnostics[0]?.position.line).toBe(1);
});

it('reads what is nested a hundred levels deep', () => {
  expect(problems(`${'['.repeat(100)}${']'.repeat(100)}`)).toEqual([]);
  const { diagnostics } = parse(`${'['.repeat(102)}${']'.repeat(102)}`);
  expect(diagnostics.map(({ message, position }) => [message, position.column])).toEqual([
    ['nested deeper than 100 levels', 102],
  ]);
});

it('refuses a file that is too large without parsing it', () => {
  const took = cpuTimeOf(() => {
    const [diagnostic] = parse('a: b\n'.repeat(2_000_000)).diagnostics;
    expect(diagnostic).toMatchObject({ code: 'file-too-large', position: { line: 1, column: 1 } });
  });
  expect(took).toBeLessThan(2000);
});

it.each([
  ['one line', (size: number) => `[${'"abcdefg",'.repeat(size / 10)}1]`],
  [
    'one mapping',
    (size: number) => Array.from({ length: Math.floor(size / 12) }, (_, index) => `k${index}: x\n`).join(''),
  ],
  ['one comment', (size: number) => `a: 1 #${'x'.repeat(size)}`],
  ['one text', (size: number) => `a: "${'x'.repeat(size)}"`],
  ['one number', (size: number) => `a: "1"\nb: ${'1'.repeat(300)}\nc: 0.${'1'.repeat(size)}`],
])('reads the largest file of %s in time that is linear', (_what, make) => {
  const took = cpuTimeOf(() => expect(problems(make(maximumLength - 1000))).toEqual([]));
  expect(took).toBeLessThan(50_000);
});

it('a bomb of aliases is only a list of them', () => {
  const levels = 'abcdefghij'.split('');
  const text = levels
    .map(
      (name, index) =>
        `${name}: &${name} [${Array(10)
          .fill(index === 0 ? 'x' : `*${levels[index - 1]}`)
          .join(', ')}]`,
    )
    .join('\n');
  const codes = new Set(parse(text).diagnostics.map(({ code }) => code));
  expect(codes).toEqual(new Set(['yaml-alias']));
});
