import { expect, it } from 'vitest';
import { shownScenarios } from '../../../src/generate/coverage/shown.ts';
import { usableVectors } from '../../../src/generate/usable-vectors.ts';
import { isObject } from '../../../src/value/json.ts';
import { smallCodec } from '../../support/small.ts';

/** The records with several members, and what coverage says of them. */
function made(attributes: string, top = '') {
  const codec = smallCodec(attributes, { top });
  const { files, omissions } = usableVectors(codec);
  const vectors = files.flatMap((file) => (file.kind === 'items' ? file.vectors : []));
  const several = vectors.filter(({ scenario }) => scenario === 'several-members');
  const shown = shownScenarios(codec.model.recordTypes, files, omissions);
  const coverage = shown
    .filter(({ scenario }) => scenario === 'several-members')
    .map(({ subject, shown: isShown, reason }) => [subject, isShown, reason]);
  return { records: several.map(({ record }) => record), coverage };
}

const languages = `  lang: { type: string, pattern: '[a-z]{2}', examples: [en, de, fr] }\n`;

/** What a reader returns that gives each member the value of the next one. */
function exchanged(record: object): object {
  return Object.fromEntries(
    Object.entries(record).map(([name, family]) => {
      if (!isObject(family)) return [name, family];
      const values = Object.values(family);
      return [
        name,
        Object.fromEntries(Object.keys(family).map((member, index) => [member, values.at(index - 1)] as const)),
      ];
    }),
  );
}

it.each([
  ['name_{lang}: { type: string, max_length: 60 }', languages],
  ['name_{lang}: { type: boolean }', languages],
  ['name_{lang}: { type: integer, minimum: 0, required_members: [en] }', languages],
  ['name_{lang}: { type: any }', '  lang: { type: string, enum: [en, de] }\n'],
  ['name_{lang}: { type: string_set, empty_set: omit }', '  lang: { type: string }\n'],
])('{ %s } has two members with different values, which a reader may not exchange', (attributes, top) => {
  const { records, coverage } = made(attributes, top);
  expect(coverage).toEqual([['/name_{lang}', true, undefined]]);
  expect(records).toHaveLength(1);
  const members = records.map((record) => Object.values((record['name_{lang}'] ?? {}) as object).length);
  expect(members.map((count) => count >= 2)).toEqual([true]);
  for (const record of records) expect(exchanged(record)).not.toEqual(record);
});

it('families of one group have the same members, each with values in another order', () => {
  const { records, coverage } = made(
    'name_{lang}: { type: integer, group: g }\nage_{lang}: { type: integer, group: g }',
    languages,
  );
  expect(coverage).toEqual([['/name_{lang}', true, undefined]]);
  const [{ 'name_{lang}': names = {}, 'age_{lang}': ages = {} } = {}] = records;
  expect(Object.keys(ages as object)).toEqual(Object.keys(names as object));
  const pairs = Object.values(names as object).map((each, index) => each === Object.values(ages as object)[index]);
  expect(pairs).toEqual([false, false]);
});

it.each([
  ['name_{lang}: { type: string }', '  lang: { type: string, enum: [en] }\n'],
  ['name_{lang}: { type: string, enum: [yes] }', languages],
])('{ %s } has no two of them, and coverage asks for none', (attributes, top) => {
  expect(made(attributes, top)).toEqual({ records: [], coverage: [] });
});

it('coverage says why where only a pattern leaves one member', () => {
  const { records, coverage } = made('name_{lang}: { type: string }', "  lang: { type: string, pattern: 'en' }\n");
  expect(records).toEqual([]);
  expect(coverage).toEqual([['/name_{lang}', false, 'no second member was found for name_{lang}']]);
});
