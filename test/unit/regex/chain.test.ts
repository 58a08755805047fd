import { describe, expect, it } from 'vitest';
import { anyText, areDisjoint, automatonOfTexts, chainOf, type Link } from '../../../src/regex/chain.ts';
import {
  concatenate,
  intersect,
  type Language,
  languageOfPattern,
  languageOfText,
  startingWith,
  textsWithout,
  witness,
} from '../../../src/regex/language.ts';
import { compilePattern } from '../../../src/regex/pattern.ts';

type Part = readonly [source: string, without?: string];

function linkOf([source, without]: Part): Link {
  const compiled = compilePattern(source);
  if ('problem' in compiled) throw new TypeError(compiled.problem.message);
  return { automaton: compiled.automaton, without: without ?? null };
}

/** The same texts by the library, which makes an automaton of them: what a chain has to agree with. */
function languageOf(parts: readonly Part[]): Language {
  return parts
    .map(([source, without = null]) => intersect(languageOfPattern(source), textsWithout(without)))
    .reduce(concatenate, languageOfText(''));
}

const keys: readonly (readonly Part[])[] = [
  [['A#'], ['[a-z]+', '#'], ['#'], ['[0-9]{2}']],
  [['A#'], ['[a-z#]+', '#'], ['#'], ['[0-9]{1,3}']],
  [['[A-Z]'], ['[^x]*', '/']],
  [['(?:A|AB)'], ['(?:B#|#)?[a-z]*']],
  [['A#'], ['(?:open|closed)']],
  [['A#open']],
  [['A#ope']],
  [['[\\u{1f600}-\\u{1f64f}A]'], ['[^a-z]{1,4}']],
  [['x?'], ['x?']],
  [['[^#]*', '#'], ['#'], ['[^#]*!', '#']],
  [['[a-z]{2}']],
  [],
];
const name = (parts: readonly Part[]): string => parts.map(([source]) => source).join(' ');
const cases = keys.map((left) => ({ left, title: name(left) }));

describe('areDisjoint', () => {
  it.each(cases)('agrees with the intersections of "$title"', ({ left }) => {
    for (const right of keys) {
      const common = intersect(languageOf(left), languageOf(right));
      const apart = areDisjoint(chainOf(left.map(linkOf)), chainOf(right.map(linkOf)), false);
      expect({ with: name(right), apart }).toEqual({ with: name(right), apart: witness(common) === undefined });
    }
  });

  it.each(cases)('agrees with the intersections of "$title", and anything after it', ({ left }) => {
    for (const right of keys) {
      const common = intersect(startingWith(languageOf(left)), languageOf(right));
      const apart = areDisjoint(chainOf(left.map(linkOf)), chainOf(right.map(linkOf)), true);
      expect({ with: name(right), apart }).toEqual({ with: name(right), apart: witness(common) === undefined });
    }
  });

  it('does not take for apart what takes too many states to know', () => {
    const [left, right] = [
      [['[a-z]{1,90}'], ['[b-z]{1,90}'], ['!']],
      [['[a-z]{1,90}'], ['[c-z]{1,90}'], ['#']],
    ] as const;
    expect(areDisjoint(chainOf(left.map(linkOf)), chainOf(right.map(linkOf)), false)).toBe(false);
    const short = [linkOf(['[b-z]{1,5}']), linkOf(['!'])];
    expect(areDisjoint(chainOf(short), chainOf(right.map(linkOf)), false)).toBe(true);
  });
});

describe('anyText', () => {
  it('has every text but the one that a link never has, and what it must be without', () => {
    const without = chainOf([{ automaton: anyText, without: '#' }]);
    const isIn = (text: string): boolean =>
      !areDisjoint(chainOf([{ automaton: automatonOfTexts([text]), without: null }]), without, false);
    expect(['a', 'a b', '\u{1f600}', 'a#', '#'].map(isIn)).toEqual([true, true, true, false, false]);
  });
});

describe('automatonOfTexts', () => {
  it('accepts these texts and no other', () => {
    const texts = chainOf([{ automaton: automatonOfTexts(['open', 'opened', '😀']), without: null }]);
    const has = (text: string): boolean =>
      !areDisjoint(texts, chainOf([{ automaton: automatonOfTexts([text]), without: null }]), false);
    expect(['open', 'opened', '😀', 'ope', 'openedd', 'o', '😁'].map(has)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
