import { expect, it } from 'vitest';
import { readRegister } from '../../../src/hazard/read.ts';

const small = `format: 1
hazards:
  key-delimiter:
    title: A component with the delimiter
    description: >-
      Two records have
      one key.
    effect: silent-corruption
    bites: [every language]
    example: a#b and c, a and b#c
    detection: { vectors: [items], diagnostics: [key-ambiguous] }
    sources: ["measured: two programs"]
`;

it('reads a register', () => {
  expect(readRegister('hazards.yaml', small)).toEqual({
    hazards: [
      {
        id: 'key-delimiter',
        title: 'A component with the delimiter',
        description: 'Two records have one key.',
        effect: 'silent-corruption',
        bites: ['every language'],
        example: 'a#b and c, a and b#c',
        detection: { vectors: ['items'], diagnostics: ['key-ambiguous'] },
        sources: ['measured: two programs'],
      },
    ],
    diagnostics: [],
  });
});

it.each<readonly [what: string, before: string, after: string, code: string, line: number, message: string]>([
  ['no YAML', 'format: 1', 'format: [', 'yaml-syntax', 2, ''],
  ['another format', 'format: 1', 'format: 2', 'value-invalid', 1, '"format" must be 1, and is 2'],
  [
    'a list of hazards',
    'hazards:\n  key-delimiter:',
    'hazards:\n  - key:',
    'wrong-type',
    2,
    '"hazards" must be a mapping',
  ],
  ['a name of one word', 'key-delimiter:', 'delimiter:', 'value-invalid', 3, '"delimiter" cannot be a name here'],
  ['a name twice', 'sources:', 'effect: bytes-only\n    sources:', 'duplicate-key', 12, 'the key "effect"'],
  ['an effect that is none', 'silent-corruption', 'silent-corruptoin', 'value-invalid', 8, '"effect" cannot be'],
  ['somebody unknown', 'every language', 'everybody', 'value-invalid', 9, ''],
  ['a kind that is none', '[items]', '[item]', 'value-invalid', 11, ''],
  [
    'nothing that finds it',
    '{ vectors: [items], diagnostics: [key-ambiguous] }',
    '{}',
    'value-invalid',
    11,
    '"detection" must not be empty',
  ],
  [
    'a code that is none',
    'key-ambiguous]',
    'key-ambigous]',
    'reference-unknown',
    11,
    'there is no diagnostic "key-ambigous"',
  ],
  [
    'the name of a diagnostic',
    'key-delimiter:',
    'key-ambiguous:',
    'value-conflict',
    3,
    '"key-ambiguous" is a diagnostic too',
  ],
  ['a member too few', '    example: a#b and c, a and b#c\n', '', 'missing-key', 3, '"key-delimiter" has no "example"'],
  ['a member too many', 'example:', 'remark: none\n    example:', 'unknown-key', 10, 'unknown key "remark"'],
  ['hearsay as a source', 'measured: two programs', 'somebody said so', 'value-invalid', 12, ''],
])('refuses %s, with the place', (_what, before, after, code, line, message) => {
  expect(small).toContain(before);
  const { hazards, diagnostics } = readRegister('hazards.yaml', small.replace(before, after));
  expect(hazards).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({ code, severity: 'error', file: 'hazards.yaml', position: { line } });
  expect(diagnostics[0]?.message).toContain(message);
});

it('refuses an empty file, and says how to begin', () => {
  const { diagnostics } = readRegister('hazards.yaml', '');
  expect(diagnostics.map(({ help }) => help)).toEqual(['start with "format: 1" and "hazards:"']);
});
