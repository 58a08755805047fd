import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areApart } from '../../src/analyse/apart.ts';
import { keyedBy, typed } from '../../src/analyse/keyed.ts';
import { createTrie } from '../../src/analyse/trie.ts';
import { compileSchema } from '../../src/compile.ts';
import { type Codec, compileCodec } from '../../src/item/codec.ts';
import type { Model } from '../../src/model/model.ts';
import { matches } from '../../src/regex/automaton.ts';
import { heaviestText } from '../../src/regex/heaviest.ts';
import { compilePattern } from '../../src/regex/pattern.ts';
import { codePointLength, utf8Length } from '../../src/value/text.ts';
import { law } from '../support/law.ts';

/** Values that components can have; many of them look like literals of the patterns. */
const values = ['a', 'b', 'ab', '1', '12', 'A', 'a#1', '1#', 'A#a', 'x/1'];
const components = ['text', 'word', 'digits', 'listed'];

/** Patterns such as `A#{word}/{digits}`, whose components differ between the partition key and the sort key. */
function pattern(place: string): fc.Arbitrary<string> {
  const literal = fc.constantFrom('A', 'A#', '#', '/', '#1', 'a#', 'B');
  const component = fc.constantFrom(...components).map((name) => `{${name}_${place}}`);
  return fc
    .tuple(
      fc.option(literal, { nil: '' }),
      component,
      fc.option(fc.tuple(literal, fc.option(component, { nil: '' })), { nil: undefined }),
    )
    .map(([first, second, rest]) => `${first}${second}${rest === undefined ? '' : rest.join('')}`.replace(/^$/, 'A'));
}

const pairs = fc.array(fc.tuple(pattern('p'), pattern('s')), { minLength: 2, maxLength: 6 });

function schemaOf(patterns: readonly (readonly [string, string])[]): Model | readonly string[] {
  const parameters = ['p', 's'].flatMap((place) => [
    `  text_${place}: { type: string, max_length: 9 }`,
    `  word_${place}: { type: string, pattern: "[a-z#]+", max_length: 9 }`,
    `  digits_${place}: { type: string, pattern: "[0-9#]+", max_length: 9 }`,
    `  listed_${place}: { type: string, enum: [b, "1", "12"] }`,
  ]);
  const recordTypes = patterns.map(([pk, sk], index) => `  r${index}: { pk_pattern: "${pk}", sk_pattern: "${sk}" }`);
  const source = `table: { name: things, keys: { primary: { partition_key: PK, sort_key: SK } } }\nparameters:\n${parameters.join('\n')}\nrecord_types:\n${recordTypes.join('\n')}\n`;
  const { model, diagnostics } = compileSchema('s.yaml', source);
  // The model is only there where nothing collides; what collides is in the messages.
  return model ?? diagnostics.filter(({ code }) => code === 'key-collision').map(({ message }) => message);
}

it('finds no collision only where no two record types build one key', () => {
  law(
    [pairs],
    (patterns) => {
      const model = schemaOf(patterns);
      if (!('recordTypes' in model)) return;
      const codec = compileCodec(model);
      const seen = new Map<string, string>();
      for (const { name } of model.recordTypes) {
        for (const key of keysOf(codec, name)) {
          expect(seen.get(key) ?? name, `${key} of ${JSON.stringify(patterns)}`).toBe(name);
          seen.set(key, name);
        }
      }
    },
    40,
  );
});

it('names with each collision a key that both record types read and write', () => {
  law(
    [pairs],
    (patterns) => {
      const messages = schemaOf(patterns);
      if ('recordTypes' in messages) return;
      for (const message of messages) {
        const [, left = '', right = '', key = ''] =
          /^"(r\d)" and "(r\d)" can both have the key (.*)$/s.exec(message) ?? [];
        for (const name of [left, right]) {
          const alone = schemaOf([patterns[Number(name.slice(1))] ?? ['A', 'A']]);
          if (!('recordTypes' in alone)) throw new Error('one record type collides with none');
          const codec = compileCodec(alone);
          const item = Object.fromEntries(Object.entries(JSON.parse(key) as object).map(([k, v]) => [k, { S: v }]));
          const parsed = codec.parseKey('r0', 'primary', item);
          expect(parsed.ok, `${key} of ${name} in ${JSON.stringify(patterns)}`).toBe(true);
          expect(parsed.ok && codec.primaryKey('r0', parsed.value)).toEqual({ ok: true, value: item });
        }
      }
    },
    40,
  );
});

it('calls no patterns apart, and passes over none, that share a text', () => {
  law(
    [pairs],
    (patterns) => {
      for (const [index, own] of patterns.entries()) {
        for (const other of patterns.slice(index + 1)) {
          const [one, two] = [schemaOf([own]), schemaOf([other])];
          if (!('recordTypes' in one && 'recordTypes' in two)) throw new Error('one record type collides with none');
          const theirs = new Set(keysOf(compileCodec(two), 'r0'));
          if (!keysOf(compileCodec(one), 'r0').some((key) => theirs.has(key))) continue;
          const [left, right] = [one, two].map((model) => {
            const [table] = model.tables;
            const [primary] = table?.keys ?? [];
            return table === undefined || primary === undefined
              ? undefined
              : keyedBy(model.recordTypes, table, primary)[0];
          });
          if (left === undefined || right === undefined) throw new Error('there is one record type');
          const trie = createTrie<string>();
          trie.add(
            right.parts.map((part) => part.pattern.tokens),
            'right',
          );
          expect(trie.like(left.parts.map((part) => part.pattern.tokens))).toEqual(['right']);
          for (const [place, part] of left.parts.entries()) {
            const counterpart = right.parts[place];
            if (counterpart === undefined) throw new Error('both have a sort key');
            expect(areApart(typed(left, part), typed(right, counterpart))).toBe(false);
          }
        }
      }
    },
    12,
  );
});

function keysOf(codec: Codec, name: string): readonly string[] {
  const names = codec.model.recordTypes.find((each) => each.name === name)?.components.map((each) => each.name) ?? [];
  const records = names.reduce<readonly { readonly [name: string]: string }[]>(
    (known, each) => known.flatMap((record) => values.map((value) => ({ ...record, [each]: value }))),
    [{}],
  );
  return records.slice(0, 2000).flatMap((record) => {
    const key = codec.primaryKey(name, record);
    return key.ok ? [JSON.stringify(key.value)] : [];
  });
}

it('weighs no text less than another of the same pattern', () => {
  const sources = ['[a-c]{1,3}', '(?:aä|b)*', 'x?[ab]*€', '(?:a{2}|\u{1f600})+', '[a-z]|[ä-ü]{2}'];
  const scale = { weigh: utf8Length, candidates: [], without: null };
  law(
    [
      fc.constantFrom(...sources),
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'x', 'ä', '€', '\u{1f600}'), maxLength: 6 }),
    ],
    (source, text) => {
      const compiled = compilePattern(source);
      if (!('automaton' in compiled)) throw new Error('the pattern is wrong');
      if (!matches(compiled.automaton, text)) return;
      const length = codePointLength(text);
      const heaviest = heaviestText(compiled.automaton, 0, length, scale) ?? '';
      expect(matches(compiled.automaton, heaviest)).toBe(true);
      expect(codePointLength(heaviest)).toBeLessThanOrEqual(length);
      expect(utf8Length(heaviest)).toBeGreaterThanOrEqual(utf8Length(text));
    },
    500,
  );
});
