import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryText } from '../../src/generate/arbitrary/text.ts';
import { type Automaton, matches } from '../../src/regex/automaton.ts';
import { canContain, shortestText, shortestTextWith, textOfLength } from '../../src/regex/explore.ts';
import { compilePattern } from '../../src/regex/pattern.ts';
import { isWellFormed } from '../../src/value/text.ts';
import { law } from '../support/law.ts';

/** Characters of every kind, few enough to meet by chance. */
const characters = ['a', 'b', 'c', 'Z', '0', '7', '_', '-', '#', '\n', 'é', '\u0663', '\uffff', '\u{1f600}'];
const character = fc.constantFrom(...characters);
const escaped = character.map((each) => (each === '-' ? '\\-' : each));
const range = fc
  .tuple(character, character)
  .map(([left, right]) => [left, right].sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0)))
  .map((pair) => pair.map((each) => (each === '-' ? '\\-' : each)).join('-'));
const inClass = fc.oneof(escaped, range, fc.constantFrom('\\d', '\\w', '\\D', '\\W'));
const characterClass = fc
  .tuple(fc.constantFrom('', '^'), fc.array(inClass, { minLength: 1, maxLength: 3 }))
  .map(([negated, parts]) => `[${negated}${parts.join('')}]`);
const quantifier = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,2}', '{2,}', '*?');

/** Patterns of the dialect. */
const { pattern } = fc.letrec<{ pattern: string; term: string }>((tie) => ({
  pattern: fc
    .array(
      fc.array(
        fc.tuple(tie('term'), quantifier).map((pair) => pair.join('')),
        { maxLength: 3 },
      ),
      {
        minLength: 1,
        maxLength: 2,
      },
    )
    .map((alternatives) => alternatives.map((terms) => terms.join('')).join('|')),
  term: fc.oneof(
    { maxDepth: 2 },
    character,
    characterClass,
    fc.constantFrom('\\d', '\\w', '\\u{1F600}', '\\t'),
    tie('pattern').map((inner) => `(?:${inner})`),
    tie('pattern').map((inner) => `(${inner})`),
  ),
}));

const text = fc.string({ unit: character, maxLength: 6 });

it('matches what RegExp matches', () => {
  law(
    [pattern, fc.array(text, { minLength: 5, maxLength: 10 }), fc.constantFrom('', '^', '$', '^$')],
    (source, texts, anchors) => {
      const automaton = compiled(`${anchors.includes('^') ? '^' : ''}${source}${anchors.includes('$') ? '$' : ''}`);
      const whole = new RegExp(`^(?:${source})$`, 'u');
      for (const each of ['', ...texts, shortestText(automaton)])
        expect([each, matches(automaton, each)]).toEqual([each, whole.test(each)]);
    },
    200,
  );
});

it('makes texts of the language, within the limits', () => {
  law(
    [
      pattern,
      fc.integer({ min: 0, max: 4 }),
      fc.option(fc.integer({ min: 4, max: 8 })),
      fc.constantFrom('', 'a', '#0'),
    ],
    (source, minLength, maxLength, without) => {
      const texts = textsOf(compiled(source), { minLength, maxLength, without });
      const whole = new RegExp(`^(?:${source})$`, 'u');
      for (const each of texts) {
        expect(whole.test(each)).toBe(true);
        expect([...each].length).toBeGreaterThanOrEqual(minLength);
        expect([...each].length).toBeLessThanOrEqual(maxLength ?? Number.POSITIVE_INFINITY);
        expect([...each].some((one) => without.includes(one))).toBe(false);
      }
    },
    120,
  );
});

it('makes no half of a surrogate pair, which no item can hold', () => {
  for (const source of ['[\\ud700-\\ue000]+', '[^#]{3}', '\\u{1F600}*']) {
    law([arbitraryText(compiled(source), { maxLength: 20 })], (each) => {
      expect([each, isWellFormed(each)]).toEqual([each, true]);
    });
  }
});

it('knows which characters can occur, and an example of each', () => {
  law(
    [pattern, character],
    (source, each) => {
      const automaton = compiled(source);
      const code = each.codePointAt(0) ?? 0;
      const example = shortestTextWith(automaton, code);
      expect(example !== undefined).toBe(canContain(automaton, code));
      if (example === undefined) return;
      expect(example.includes(each)).toBe(true);
      expect(new RegExp(`^(?:${source})$`, 'u').test(example)).toBe(true);
    },
    200,
  );
});

it('finds a text of every length that there is, and the shortest one', () => {
  law(
    [pattern],
    (source) => {
      const automaton = compiled(source);
      const whole = new RegExp(`^(?:${source})$`, 'u');
      const lengths = [0, 1, 2, 3, 4, 5, 6, 7, 8].filter((length) => {
        const found = textOfLength(automaton, length);
        if (found !== undefined) expect([[...found].length, whole.test(found)]).toEqual([length, true]);
        return found !== undefined;
      });
      const shortest = [...shortestText(automaton)].length;
      expect(whole.test(shortestText(automaton))).toBe(true);
      if (shortest <= 8) expect(lengths[0]).toBe(shortest);
    },
    200,
  );
});

function compiled(source: string): Automaton {
  const result = compilePattern(source);
  // A class such as [^\d\D] leaves nothing to match.
  fc.pre(!('problem' in result && result.problem.message === 'no text matches this pattern'));
  if ('problem' in result) throw new Error(`${source}: ${result.problem.message}`);
  return result.automaton;
}

function textsOf(automaton: Automaton, limits: Parameters<typeof arbitraryText>[1]): readonly string[] {
  try {
    return fc.sample(arbitraryText(automaton, limits), { seed: 1, numRuns: 5 });
  } catch (error) {
    fc.pre(!(error instanceof TypeError && error.message === 'no text of the pattern is within the limits'));
    throw error;
  }
}
