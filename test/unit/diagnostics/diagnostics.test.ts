import { expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { hasErrors } from '../../../src/diagnostics/diagnostic.ts';
import { renderDiagnostic } from '../../../src/diagnostics/render.ts';
import { didYouMean, didYouMeanLonger, suggest } from '../../../src/diagnostics/suggest.ts';

const diagnostic: Diagnostic = {
  code: 'unknown-key',
  severity: 'error',
  message: 'unknown key "nulable"',
  file: 'schema.yaml',
  position: { line: 2, column: 6, length: 7 },
  path: 'a.nulable',
  help: 'did you mean "nullable"?',
};

it('shows the line, the place in it, and what to do', () => {
  expect(renderDiagnostic(diagnostic, 'a:\r\n   { nulable: true }\r\n')).toBe(
    [
      'schema.yaml:2:6: error: unknown key "nulable" [unknown-key]',
      '  2 |    { nulable: true }',
      '    |      ^^^^^^^',
      '  help: did you mean "nullable"?',
    ].join('\n'),
  );
});

it.each([undefined, 'a:\n\n'])('shows what it can of the text %j', (source) => {
  expect(renderDiagnostic(diagnostic, source).split('\n')).toEqual([
    'schema.yaml:2:6: error: unknown key "nulable" [unknown-key]',
    '  help: did you mean "nullable"?',
  ]);
});

/** The line and the caret of a place in a text. */
function excerptOf(line: string, column: number, length: number): readonly string[] {
  return renderDiagnostic({ ...diagnostic, position: { line: 1, column, length } }, line)
    .split('\n')
    .slice(1, 3);
}

it('cuts a long line to what is around the place, and the caret to the line', () => {
  const [excerpt = '', caret = ''] = excerptOf('x'.repeat(300) + 'y'.repeat(20), 301, 500);
  expect(excerpt).toBe(`  1 | …${'x'.repeat(50)}${'y'.repeat(20)}`);
  expect(caret).toBe(`    | ${' '.repeat(51)}${'^'.repeat(20)}`);
});

it('says where a long line goes on', () => {
  const [excerpt = '', caret = ''] = excerptOf(`ab${'c'.repeat(10_000_000)}`, 1, 2);
  expect(excerpt).toBe(`  1 | ab${'c'.repeat(98)}…`);
  expect(caret).toBe('    | ^^');
});

it.each([
  ['a tab', 'a:\tbad', 4, 3, '  1 | a: bad', '    |    ^^^'],
  ['wide characters', '名前: bad', 5, 3, '  1 | 名前: bad', '    |       ^^^'],
  ['a wide place', 'a: 名前', 4, 2, '  1 | a: 名前', '    |    ^^^^'],
  ['emoji', '😀: bad', 5, 3, '  1 | 😀: bad', '    |     ^^^'],
  ['accents of their own', 'e\u0301: bad', 5, 3, '  1 | e\u0301: bad', '    |    ^^^'],
  ['a line end of Windows', 'a: bad\r', 4, 9, '  1 | a: bad', '    |    ^^^'],
  ['what a terminal obeys', 'a: \x1b[31m\u202e', 4, 6, '  1 | a: \ufffd[31m\ufffd', '    |    ^^^^^^'],
  ['a place after the end', 'a:', 3, 1, '  1 | a:', '    |   ^'],
])('puts the caret right after %s', (_what, line, column, length, excerpt, caret) => {
  expect(excerptOf(line, column, length)).toEqual([excerpt, caret]);
});

it('lets no text of the user move the cursor', () => {
  const message = 'unknown key "\x1b[2J\n\u202e"';
  expect(renderDiagnostic({ ...diagnostic, message }, undefined).split('\n')[0]).toBe(
    'schema.yaml:2:6: error: unknown key "\\u001b[2J\\u000a\\u202e" [unknown-key]',
  );
});

it('points to the explanation of the code where somebody can type', () => {
  expect(renderDiagnostic(diagnostic, undefined, { pointToExplain: true }).split('\n').at(-1)).toBe(
    '  more: itemproof explain unknown-key',
  );
});

it('tells errors from warnings', () => {
  expect(hasErrors([{ ...diagnostic, severity: 'warning' }])).toBe(false);
  expect(hasErrors([{ ...diagnostic, severity: 'warning' }, diagnostic])).toBe(true);
});

it.each([
  ['nulable', ['nullable', 'required'], 'nullable'],
  ['patern', ['pattern'], 'pattern'],
  ['mni', ['min', 'max'], 'min'],
  ['abc', ['xyz'], undefined],
  ['ab', ['cd'], undefined],
  ['completely', ['different'], undefined],
  ['x', [], undefined],
])('takes %j for a misspelling among %j: %s', (name, candidates, expected) => {
  expect(suggest(name, candidates)).toBe(expected);
});

it('lists what there is when nothing is like it', () => {
  expect(didYouMean('zzzzzz', [])).toBe('there is none to refer to');
  expect(didYouMean('zzzzzz', ['a', 'b'])).toBe('there is "a", "b"');
  expect(didYouMean('zzzzzz', 'abcdefghijklm'.split(''))).toMatch(/^there is "a", .*"l", …$/);
});

it.each([
  ['key-delimiter', 'did you mean "key-delimiter-injection"?'],
  ['null', 'did you mean "null-vs-absent" or "key-null"?'],
  ['delimiter-key', 'did you mean "key-delimiter-injection"?'],
  ['id', 'there is "key-delimiter-injection", "null-vs-absent", …'],
  ['delim', 'there is "key-delimiter-injection", "null-vs-absent", …'],
])('of "%s", a part of a name, it says: %s', (name, expected) => {
  expect(didYouMeanLonger(name, ['key-delimiter-injection', 'null-vs-absent', 'key-null', 'an-id'], 2)).toBe(expected);
});
