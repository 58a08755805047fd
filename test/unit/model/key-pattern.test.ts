import { expect, it } from 'vitest';
import { componentNames, constantPattern, parseKeyPattern } from '../../../src/model/key-pattern.ts';
import type { KeyToken } from '../../../src/model/model.ts';

const literal = (text: string): KeyToken => ({ kind: 'literal', text });
const component = (name: string, until: string | null): KeyToken => ({
  kind: 'component',
  name,
  label: name,
  encodings: [],
  until,
});

it.each<[string, readonly KeyToken[]]>([
  ['#META', [literal('#META')]],
  ['USER#{user_id}', [literal('USER#'), component('user_id', null)]],
  ['{a}', [component('a', null)]],
  ['{a}#{b}', [component('a', '#'), literal('#'), component('b', null)]],
  ['{a}/x/{b}#', [component('a', '/'), literal('/x/'), component('b', '#'), literal('#')]],
  ['{a}#{a}', [component('a', '#'), literal('#'), component('a', null)]],
  ['{{a}}', [literal('{a}')]],
  ['{{{a}}}', [literal('{'), component('a', '}'), literal('}')]],
  ['x{{{a}', [literal('x{'), component('a', null)]],
  ['{a}\u{1F600}x', [component('a', '\u{1F600}'), literal('\u{1F600}x')]],
  ['{_a1}', [component('_a1', null)]],
  ['', []],
])('reads the pattern %j', (text, tokens) => {
  expect(parseKeyPattern(text)).toEqual({ text, tokens });
});

it.each([
  ['USER#{id', 5, 'key-pattern-syntax', 'the brace that opens here is never closed'],
  ['USER#id}', 7, 'key-pattern-syntax', 'this brace closes nothing'],
  ['a{}b', 1, 'key-pattern-syntax', '"{}" is no component: a name has letters, digits, "_" and "-"'],
  ['{a b}', 0, 'key-pattern-syntax', '"{a b}" is no component: a name has letters, digits, "_" and "-"'],
  ['{1a}', 0, 'key-pattern-syntax', '"{1a}" is no component: a name has letters, digits, "_" and "-"'],
  ['{a.}', 0, 'key-pattern-syntax', '"{a.}" is no component: a name has letters, digits, "_" and "-"'],
  ['x{{{a}{b}', 6, 'adjacent-components', '"{a}" and "{b}" touch, so nothing says where one ends'],
])('refuses the pattern %j at offset %i', (text, offset, code, message) => {
  expect(parseKeyPattern(text)).toMatchObject({ code, message, offset });
});

it('takes a constant as it is, braces included', () => {
  expect(constantPattern('{a}')).toEqual({ text: '{a}', tokens: [literal('{a}')] });
});

it('names every component once, in order', () => {
  const pattern = parseKeyPattern('{b}#{a}#{b}');
  expect('tokens' in pattern && componentNames(pattern)).toEqual(['b', 'a']);
});

it('ends a component that another one follows after its characters', () => {
  const pattern = parseKeyPattern('{a:04}{b}#{c}', new Map(), (name) => (name === 'a' ? 4 : undefined));
  const a = { ...component('a', null), label: 'a:04', encodings: [{ kind: 'pad', width: 4 }], width: 4 };
  expect(pattern).toMatchObject({ tokens: [a, component('b', '#'), literal('#'), component('c', null)] });
});
