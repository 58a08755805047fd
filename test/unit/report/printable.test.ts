import { expect, it } from 'vitest';
import { printable, printableLines } from '../../../src/report/printable.ts';

it.each([
  ['plain text, caf\u00e9, \u65e5\u672c, "quoted"', 'plain text, caf\u00e9, \u65e5\u672c, "quoted"'],
  ['\u001b[31mred\u001b[0m', '\\u{1b}[31mred\\u{1b}[0m'],
  ['one\ntwo\r\nthree\tfour', 'one\\ntwo\\r\\nthree\\tfour'],
  ['bell\u0007 delete\u007f c1\u009b31m', 'bell\\u{7} delete\\u{7f} c1\\u{9b}31m'],
  ['\u202eright to left', '\\u{202e}right to left'],
  ['half \ud83d a character', 'half \\u{d83d} a character'],
  ['a\u00a0space', 'a\\u{a0}space'],
])('prints %j as %j', (text, shown) => {
  expect(printable(text)).toBe(shown);
});

it.each([
  ['one line', ['one line']],
  ['', ['']],
  ['first\nsecond\r\nthird\n\n', ['first', 'second', 'third']],
  ['Error: x\n\tat y\u001b[2J', ['Error: x', '  at y\\u{1b}[2J']],
  ['progress\rdone', ['progress\\rdone']],
])('takes %j apart into lines', (text, lines) => {
  expect(printableLines(text)).toEqual(lines);
});

it('cuts a line that nobody would read', () => {
  const [line = '', ...more] = printableLines(`<${'x'.repeat(10_000)}>`);
  expect(more).toEqual([]);
  expect(line.length).toBeLessThanOrEqual(500);
  expect(line).toMatch(/^<x+\.\.\.x+>$/);
});
