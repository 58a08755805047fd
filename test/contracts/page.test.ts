import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { isObject, ownProperty } from '../../src/value/json.ts';
import { readText } from '../support/codec.ts';
import { compileContract, contracts, contractText } from './support/contracts.ts';

const page = readText('docs/contracts.md');
const [fragments = '', beside = '', defects = ''] = page.split(/\n## (?:Beside the language|Defects)\n/);

/** The cells of every row of a table, without its head. */
function rowsOf(text: string, columns: number): readonly (readonly string[])[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.replace(/^\| /, '').replace(/ ?\|$/, '').split(' | '))
    .filter((cells) => cells.length === columns && cells[0] !== 'fragment' && cells[0] !== 'contract');
}

const places = rowsOf(fragments, 3).map(([fragment = '', contract = '', path = '']) => ({
  fragment,
  contract,
  path: path.replaceAll('`', ''),
}));
const listed = rowsOf(defects, 4).map(([contract = '', defect = '', rule = '', at = '']) => ({
  contract,
  defect,
  rule: rule.replaceAll('`', ''),
  at: at.replaceAll('`', ''),
}));
const schemas = new Map(contracts.map((name) => [name, parse(contractText(name)) as unknown]));

/** What is at a path; names of families have no dots, and numbers are places in a list. */
function valueAt(contract: string, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isObject(value) ? ownProperty(value, key) : undefined;
  }, schemas.get(contract));
}

it('the page has rows for all five documents', () => {
  expect(page.match(/^### .+$/gm)).toHaveLength(5);
  expect(places.length).toBeGreaterThan(100);
});

it.each(places)('$fragment is in $contract at $path', ({ contract, path }) => {
  expect(valueAt(contract, path)).toBeDefined();
});

it('a path that leads nowhere is noticed', () => {
  expect(valueAt('dialogue/schema', 'record_types.expert.sk_patern')).toBeUndefined();
  expect(valueAt('no/contract', 'record_types')).toBeUndefined();
});

it('every key beside the language is explained, and no other', () => {
  const used = contracts.flatMap((name) => [...contractText(name).matchAll(/\bx-[a-z-]+(?=:)/g)].map(([key]) => key));
  expect([...beside.matchAll(/^\| `(x-[a-z-]+)` \|/gm)].map(([, key]) => key).sort()).toEqual(
    [...new Set(used)].sort(),
  );
});

it('the table of defects has every waiver, and no other', () => {
  const waived = [...schemas].flatMap(([contract, schema]) => {
    const waivers = isObject(schema) ? (ownProperty(schema, 'waivers') ?? []) : [];
    return (waivers as readonly { rule: string; at: string }[]).map(({ rule, at }) => `${contract} ${rule} ${at}`);
  });
  const described = listed
    .filter(({ rule }) => rule !== '–')
    .map(({ contract, rule, at }) => `${contract} ${rule} ${at}`);
  expect([...described].sort()).toEqual([...waived].sort());
});

it('the table of warnings that nobody waives has all of them, and only the first proposal has some', () => {
  const warned = contracts.flatMap((name) =>
    compileContract(name).diagnostics.map(({ code, path }) => `${name} ${code} ${path}`),
  );
  const described = rowsOf(defects, 3)
    .filter(([rule = '']) => rule.startsWith('`'))
    .map(([rule = '', at = '']) => `rate-limits/history/0.1.0 ${rule} ${at}`.replaceAll('`', ''));
  expect(described).toHaveLength(5);
  expect([...described].sort()).toEqual([...warned].sort());
});

it('defects are those of contracts', () => {
  expect(listed.filter(({ contract }) => !schemas.has(contract))).toEqual([]);
});
