import { expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { hasErrors } from '../../../src/diagnostics/diagnostic.ts';
import { renderDiagnostic } from '../../../src/diagnostics/render.ts';
import { didYouMean, suggest } from '../../../src/diagnostics/suggest.ts';

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

it('shows what it can without the text', () => {
  const { help: _help, ...rest } = diagnostic;
  expect(renderDiagnostic(rest, undefined)).toBe('schema.yaml:2:6: error: unknown key "nulable" [unknown-key]');
  expect(renderDiagnostic(rest, 'a:\n\n')).toBe('schema.yaml:2:6: error: unknown key "nulable" [unknown-key]');
});

it('cuts a long line to what is around the place, and the caret to the line', () => {
  const position = { line: 1, column: 301, length: 500 };
  const [, excerpt = '', caret = ''] = renderDiagnostic(
    { ...diagnostic, position },
    'x'.repeat(300) + 'y'.repeat(20),
  ).split('\n');
  expect(excerpt).toBe(`  1 | …${'x'.repeat(49)}${'y'.repeat(20)}`);
  expect(caret).toBe(`    | ${' '.repeat(50)}${'^'.repeat(20)}`);
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
