import { expect, it } from 'vitest';
import { type Automaton, matches } from '../../../src/regex/automaton.ts';
import { maximumStates } from '../../../src/regex/determinise.ts';
import { canContain, shortestText, shortestTextWith, textOfLength } from '../../../src/regex/explore.ts';
import { compilePattern } from '../../../src/regex/pattern.ts';

function automatonOf(source: string): Automaton {
  const compiled = compilePattern(source);
  if ('problem' in compiled) throw new Error(compiled.problem.message);
  return compiled.automaton;
}

it.each([
  ['[a-c]+', 'abc', true],
  ['[a-c]+', 'abcd', false],
  ['[a-c]+', '', false],
  ['a|bc', 'bc', true],
  ['a|bc', 'abc', false],
  ['^a|b$', 'b', true],
  ['^a|b$', 'ax', false],
  ['^abc$', 'abc', true],
  ['a\\$', 'a$', true],
  ['', '', true],
  ['', 'a', false],
  ['a', 'a\n', false],
  ['[^#]', '\u{1F600}', true],
  ['[^#]', '\n', true],
  ['\\u{1F600}', '\u{1F600}', true],
  ['[\\u{1F600}-\\u{1F64F}]', '\u{1F610}', true],
  ['[\\u{1F600}-\\u{1F64F}]', '\u{1F600}\u{1F600}', false],
  ['\\d', '\u0663', false],
  ['\\w', 'é', false],
  ['[0-7][0-9A-HJKMNP-TV-Z]{25}', '01ARZ3NDEKTSV4RRFFQ69G5FAV', true],
  ['[0-7][0-9A-HJKMNP-TV-Z]{25}', '81ARZ3NDEKTSV4RRFFQ69G5FAV', false],
  ['(?<word>a)+?', 'aa', true],
])('holds %j against the whole of %j: %s', (source, text, expected) => {
  expect(matches(automatonOf(source), text)).toBe(expected);
});

const outside = 'means other characters in other languages';

const assertions = 'assertions (^, $, \\b, look-around) are not in the dialect';
const wholeValue =
  'remove it: a pattern always matches the whole value; a "rules" entry can hold attributes against each other';
const states = `the pattern is too complex: its automaton has more than ${maximumStates} states`;
const useLength = 'use max_length instead of a large repeat count';
const ways = 'the pattern is too complex: it can match one text in too many ways';
const oneRepetition =
  'write one repetition instead of one inside of another, [a-z]+ with max_length for ([a-z]{1,40}){1,100}';
const noPattern = (what: string): string => `not a regular expression: ${what}`;

it.each([
  ['a.b', 1, `"." ${outside}`, 'write the class out, for example [^#]'],
  ['a\\s', 1, `"\\s" ${outside}`, 'write the class out, for example [ \\t]'],
  ['ab[x\\S]', 4, `"\\S" ${outside}`, 'write the class out, for example [^ \\t]'],
  ['\\p{L}+', 0, `"\\p{L}" ${outside}`, 'write the class out, for example [a-zA-Z]'],
  ['(a)b\\1', 4, 'back references are not in the dialect', 'write out what is repeated'],
  ['a(?=b)', 1, assertions, wholeValue],
  ['a\\b', 1, assertions, wholeValue],
  ['^a|^b', 3, assertions, wholeValue],
  ['^a$|b', 2, assertions, wholeValue],
  ['[^\\d\\D]', 0, 'no text matches this pattern', 'remove what contradicts itself, an empty class [] for example'],
  ['a{6000}', 0, states, useLength],
  ['[ab]*a[ab]{14}', 0, states, useLength],
  ['([a-z]{1,40}){1,100}', 0, ways, oneRepetition],
  ['(a|aa|aaa|[a-z]{1,40}){1,100}', 0, ways, oneRepetition],
  ['[a', 2, noPattern('a "[" is never closed'), 'close it with "]", or write "\\["'],
  ['(a', 2, noPattern('a "(" is never closed'), 'close it with ")", or write "\\("'],
  ['a)', 1, noPattern('a ")" closes nothing'), 'remove it, or write "\\)"'],
  ['a\\', 2, noPattern('a backslash stands at the end'), 'remove it, or write "\\\\"'],
  [
    'a{x',
    2,
    noPattern('a "{" or "}" stands alone, and starts no count like {2,4}'),
    'write "\\{" and "\\}" for the braces',
  ],
  ['*a', 1, noPattern('a "*", "+", "?" or count repeats nothing'), 'write what it repeats, or a backslash before it'],
  ['a{3,2}', 6, noPattern('a count goes from more to less'), 'write the smaller number first'],
  [
    'a\\-b',
    2,
    noPattern('this character has no meaning after a backslash'),
    'write the character without the backslash',
  ],
  ['[b-a]', 4, noPattern('a range of characters goes backwards'), 'write the first character first, as in [a-z]'],
  ['\\p{Nosuch}', 9, noPattern('there is no such class of characters'), 'write the characters out, as in [a-zA-Z]'],
  [
    '[\\d-z]',
    5,
    noPattern('a class of characters is not well formed'),
    'write characters and ranges of them, as in [a-z_]',
  ],
  ['(?<1>a)', 3, noPattern('the name of a group cannot be used'), 'write the group without a name: (…)'],
  ['(?a)', 1, noPattern('a "(?" starts nothing that is known'), 'write (…) or (?:…)'],
])('refuses %j at offset %i', (source, offset, message, help) => {
  expect(compilePattern(source)).toEqual({ problem: { message, help, offset } });
});

it.each([
  '[a-z]{1,2400}',
  '([a-z]{1,40}){1,20}',
  '([a-z]{1,10}-?){1,20}',
  '[a-z]*x[a-z]{10}',
  '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?){0,10}',
  '[a-zA-Z0-9._%+-]{1,64}@[a-zA-Z0-9.-]{1,180}\\.[a-zA-Z]{2,20}',
])('takes %j, though it repeats much', (source) => {
  expect(compilePattern(source)).toHaveProperty('automaton');
});

it('takes time linear in the text, whatever the pattern is', () => {
  for (const source of ['(a|a)*b', '(a+)+b', '(?:a|aa)+', '(?:a*)*b']) {
    const automaton = automatonOf(source);
    expect(matches(automaton, `${'a'.repeat(50_000)}c`)).toBe(false);
  }
  expect(matches(automatonOf('(a|a)*b'), `${'a'.repeat(50_000)}b`)).toBe(true);
});

it.each([
  ['[a-z]{2}', 'aa'],
  ['[^a-z]', 'A'],
  ['[!-/]', '!'],
  ['ab|c', 'c'],
  ['a*', ''],
  ['sha256:[a-f]{2}', 'sha256:aa'],
])('finds the shortest text of %j', (source, text) => {
  expect(shortestText(automatonOf(source))).toBe(text);
});

it.each([
  ['[a-z]+(?:#[a-z]+)?', '#', 'a#a'],
  ['[a-z]+', '#', undefined],
  ['a?\\u{1F600}?', '\u{1F600}', '\u{1F600}'],
])('finds a text of %j with %j', (source, character, text) => {
  const code = character.codePointAt(0) ?? 0;
  const automaton = automatonOf(source);
  expect([shortestTextWith(automaton, code), canContain(automaton, code)]).toEqual([text, text !== undefined]);
});

it.each([
  ['(?:ab)+', 4, 'abab'],
  ['(?:ab)+', 3, undefined],
  ['a[0-9]*', 3, 'a00'],
  ['a', 0, undefined],
])('finds a text of %j with %i characters', (source, length, text) => {
  expect(textOfLength(automatonOf(source), length)).toBe(text);
});

it('names a pattern that is nested too deeply, and breaks off for none', () => {
  const deep = `${'('.repeat(50_000)}a${')'.repeat(50_000)}`;
  expect(compilePattern(deep)).toEqual({
    problem: { message: 'the pattern is nested too deeply', help: 'write it with fewer groups', offset: 0 },
  });
});
