import { expect, it } from 'vitest';
import type { NumberType, StringType } from '../../../src/model/model.ts';
import { anyString } from '../../../src/model/scalar-type.ts';
import { compilePattern } from '../../../src/regex/pattern.ts';
import { numberCheck } from '../../../src/scalar/number-check.ts';
import { scalarCheck } from '../../../src/scalar/scalar-check.ts';
import { stringCheck } from '../../../src/scalar/string-check.ts';
import { Violation } from '../../../src/scalar/violation.ts';

function patternOf(source: string): StringType['pattern'] {
  const compiled = compilePattern(source);
  return 'automaton' in compiled ? { source, automaton: compiled.automaton } : null;
}

it.each<[string, Partial<StringType>, string, string | undefined]>([
  ['any text', {}, 'é\u{1F600}\u0000', undefined],
  ['no text', {}, '', 'empty'],
  ['no text where that is allowed', { allowEmpty: true }, '', undefined],
  ['a lone surrogate', {}, 'a\ud800', 'unicode'],
  ['a lone surrogate that the pattern allows', { pattern: patternOf('[^#]+') }, '\ud800', 'unicode'],
  ['a lone surrogate under a pattern of ASCII', { pattern: patternOf('[a-z]+') }, '\ud800', 'pattern'],
  ['the longest text, in code points', { maxLength: 2 }, '\u{1F600}\u{1F600}', undefined],
  ['the most bytes', { maxBytes: 8 }, '\u{1F600}\u{1F600}', undefined],
  ['one byte too many', { maxBytes: 7 }, '\u{1F600}\u{1F600}', 'max-bytes'],
  ['a byte too many in ASCII', { maxBytes: 2, maxLength: 2 }, 'abc', 'max-bytes'],
  ['few bytes, and one code point too many', { maxBytes: 9, maxLength: 2 }, 'abc', 'max-length'],
  ['one code point too many', { maxLength: 2 }, '\u{1F600}\u{1F600}a', 'max-length'],
  ['the shortest text, in code points', { minLength: 2 }, '\u{1F600}a', undefined],
  ['one code point too few', { minLength: 2 }, '\u{1F600}', 'min-length'],
  ['an empty text where one may be, but no shorter one', { minLength: 2, allowEmpty: true }, '', 'min-length'],
  ['a listed value', { enum: ['a', 'b'] }, 'b', undefined],
  ['a value in another case', { enum: ['a', 'b'] }, 'B', 'enum'],
  ['a value outside the pattern', { pattern: patternOf('[a-z]+') }, 'a1', 'pattern'],
  ['a line feed after a value', { pattern: patternOf('[a-z]+') }, 'a\n', 'pattern'],
  ['a reserved value', { reserved: ['wcu'] }, 'wcu', 'reserved'],
  ['a value like a reserved one', { reserved: ['wcu'] }, 'wcu2', undefined],
  ['a value named like what objects inherit', { enum: ['a'] }, 'constructor', 'enum'],
])('judges %s', (_what, type, text, rule) => {
  expect(stringCheck({ ...anyString, ...type })(text)?.rule).toBe(rule);
});

it('judges each text by itself, whichever it was given before', () => {
  const check = stringCheck({ ...anyString, allowEmpty: true, reserved: ['wcu'], pattern: patternOf('[a-z]+') });
  const texts = ['abc', 'abc', 'ab1', 'abc', 'ab1', '', 'wcu', 'wcu', 'abc'];
  expect(texts.map((text) => check(text)?.rule)).toEqual([
    undefined,
    undefined,
    'pattern',
    undefined,
    'pattern',
    'pattern',
    'reserved',
    'reserved',
    undefined,
  ]);
});

const integer: NumberType = {
  kind: 'integer',
  minimum: '-5',
  maximum: '10',
  enum: null,
  scale: null,
  multipleOf: null,
  storedAs: 'N',
  examples: [],
};

it.each<[string, Partial<NumberType>, string, string | undefined]>([
  ['the smallest', {}, '-5', undefined],
  ['less than the smallest', {}, '-6', 'minimum'],
  ['the largest', {}, '10', undefined],
  ['more than the largest', {}, '11', 'maximum'],
  ['a text that is larger only as text', {}, '9', undefined],
  ['a fraction', {}, '1.5', 'number'],
  ['a zero in front', {}, '01', 'number'],
  ['a plus sign', {}, '+1', 'number'],
  ['minus zero', {}, '-0', 'number'],
  ['an exponent', {}, '1e1', 'number'],
  ['nothing', {}, '', 'number'],
  ['a listed number', { enum: ['1', '3'] }, '3', undefined],
  ['another number', { enum: ['1', '3'] }, '2', 'enum'],
  ['a decimal within its bounds', { kind: 'decimal', minimum: '0.1', maximum: '0.25' }, '0.2', undefined],
  ['a decimal below', { kind: 'decimal', minimum: '0.1', maximum: null }, '0.09', 'minimum'],
  ['a decimal above', { kind: 'decimal', minimum: null, maximum: '0.25' }, '0.3', 'maximum'],
  ['bounds beyond what a double tells apart', { maximum: '9007199254740992' }, '9007199254740993', 'maximum'],
])('judges a number: %s', (_what, type, text, rule) => {
  expect(numberCheck({ ...integer, ...type })(text)?.rule).toBe(rule);
});

it('chooses the check by the type', () => {
  const at = scalarCheck({ kind: 'timestamp', format: 'epoch-seconds', examples: [] });
  expect([scalarCheck(anyString)('x'), scalarCheck(integer)('x')?.rule, at('x')?.rule]).toEqual([
    undefined,
    'number',
    'timestamp',
  ]);
});

it('makes a pointer of the way to a value, and a sentence of what is wrong', () => {
  const at = { file: 's.yaml', line: 3, column: 5, path: 'a' };
  const outer = { ...at, line: 1 };
  const violation = new Violation('type', { S: 'x' }, 'type N').within('~b').within('a/b', at).within('c', outer);
  expect(violation.path).toBe('/c/a~1b/~0b');
  expect(violation.at).toBe(at);
  expect(violation.message).toBe('/c/a~1b/~0b: expected type N, and found {"S":"x"}');
  expect(new Violation('required', undefined, 'a value').message).toBe('expected a value, and found nothing');
});
