import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatText, publishedFormats } from '../../src/formats.ts';
import { findCycle, root, type SourceFile, sourceFiles } from './source-files.ts';

const pure = sourceFiles('src');
const shell = sourceFiles('harness').filter(({ path }) => !/^harness\/(kits|implementations)\//.test(path));
const implementations = sourceFiles('harness/kits', 'harness/implementations');

/** Which folders of `src` a folder may import from, beside itself. Files directly under `src` put the rest together. */
const mayImport: { readonly [folder: string]: readonly string[] } = {
  value: [],
  regex: [],
  diagnostics: [],
  model: ['value', 'regex', 'diagnostics'],
  scalar: ['value', 'regex', 'model'],
  key: ['value', 'regex', 'model', 'scalar'],
  item: ['value', 'diagnostics', 'model', 'scalar', 'key'],
  analyse: ['value', 'regex', 'diagnostics', 'model', 'scalar', 'key'],
  emit: ['value', 'model'],
  vector: ['value', 'diagnostics', 'model', 'scalar', 'key', 'item'],
  hazard: ['diagnostics', 'model', 'vector'],
  generate: ['value', 'regex', 'model', 'scalar', 'key', 'item', 'vector'],
  check: ['value', 'model', 'scalar', 'item', 'vector'],
  report: ['value', 'model', 'check'],
  config: ['diagnostics', 'model', 'check'],
  plan: ['value', 'diagnostics', 'model', 'scalar', 'vector', 'check', 'report', 'config'],
  protocol: ['value', 'model', 'check', 'plan'],
};

/** The sole places where something that a pure core does not do is done all the same. */
const hashing = ['src/model/digest.ts', 'src/vector/format.ts', 'src/key/encoding/hash.ts'];

it('every folder of the core imports only from the layers below it', () => {
  const offences = pure.flatMap(({ path, imports }) => {
    const folder = /^src\/([^/]+)\//.exec(path)?.[1];
    if (folder === undefined) return [];
    const allowed = [folder, ...(mayImport[folder] ?? [])];
    return imports
      .filter((each) => each.startsWith('src/') && !allowed.some((name) => each.startsWith(`src/${name}/`)))
      .map((each) => `${path} imports ${each}`);
  });
  expect(offences).toEqual([]);
  expect(new Set(pure.flatMap(({ path }) => /^src\/([^/]+)\//.exec(path)?.[1] ?? []))).toEqual(
    new Set(Object.keys(mayImport)),
  );
});

it('no chain of imports leads back to itself', () => {
  expect(findCycle([...pure, ...shell, ...implementations])).toBeUndefined();
});

it('a cycle would be found', () => {
  const file = (path: string, ...imports: string[]): SourceFile => ({ path, text: '', imports });
  expect(findCycle([file('a', 'b'), file('b', 'c'), file('c', 'b')])).toEqual(['b', 'c', 'b']);
});

it('the core never imports the shell, and has no effects', () => {
  const offences = pure.flatMap(({ path, text, imports }) => [
    ...imports
      .filter((each) => each.startsWith('harness/') || each.startsWith('@aws-sdk'))
      .map((each) => `${path} imports ${each}`),
    ...imports
      .filter((each) => each.startsWith('node:') && !(each === 'node:crypto' && hashing.includes(path)))
      .map((each) => `${path} imports ${each}`),
    ...[...text.matchAll(/\b(?:Date\.now|new Date|Math\.random|process\.|console\.|setTimeout)/g)].map(
      (match) => `${path} uses ${match[0]}`,
    ),
  ]);
  expect(offences).toEqual([]);
});

it('libraries are used where they belong', () => {
  const homes: readonly (readonly [RegExp, RegExp])[] = [
    [/^fast-check$/, /^src\/generate\/arbitrary\//],
    [/^ajv/, /^(?:src\/model\/(?:shape|acceptors)|harness\/formats\/acceptors)\.ts$/],
    [/^yaml$/, /^src\/model\/source(?:-[a-z]+)?\.ts$/],
    [/^refa$/, /^src\/regex\//],
    [/^commander$/, /^harness\/cli\//],
    [/^@aws-sdk/, /^harness\/stores\//],
    [/^testcontainers$/, /^harness\/stores\//],
  ];
  const offences = [...pure, ...shell].flatMap(({ path, imports }) =>
    imports
      .filter((each) => homes.some(([library, home]) => library.test(each) && !home.test(path)))
      .map((each) => `${path} imports ${each}`),
  );
  expect(offences).toEqual([]);
});

it('implementations and kits share no code with the tool that judges them', () => {
  const offences = implementations.flatMap(({ path, imports }) =>
    imports
      .filter((each) => /^(src|harness)\//.test(each) && !/^harness\/(kits|implementations)\//.test(each))
      .map((each) => `${path} imports ${each}`),
  );
  expect(offences).toEqual([]);
});

it('only the entry ends the process, and only the host writes to its streams', () => {
  const offences = shell.flatMap(({ path, text }) => [
    ...(path === 'harness/cli/entry.ts'
      ? []
      : [...text.matchAll(/process\.exit(?!ed)\b\(?/g)].map((match) => `${path} uses ${match[0]}`)),
    ...(path === 'harness/host/node-host.ts' || path === 'harness/cli/entry.ts'
      ? []
      : [...text.matchAll(/console\.|process\.std(?:out|err)/g)].map((match) => `${path} uses ${match[0]}`)),
  ]);
  expect(offences).toEqual([]);
});

it('files are small, and a larger one says why', () => {
  const offences = [...pure, ...shell, ...implementations]
    .filter(({ text }) => text.split('\n').length > 300 && !text.startsWith('// size:'))
    .map(({ path, text }) => `${path} has ${text.split('\n').length} lines`);
  expect(offences).toEqual([]);
});

it('numbers of items become doubles in one place only', () => {
  const converting = /\b(?:Number|parseFloat|parseInt)\(/;
  const allowed = [
    'src/value/decimal.ts', // the exponent of a number
    'src/value/timestamp.ts', // the fields of a date
    'src/value/instant.ts', // the same, and days and seconds of a date
    'src/model/encoding.ts', // a width and a count of the schema
    'src/model/scalar-type.ts', // lengths, which the schema of the language bounds
    'src/model/plain.ts', // for the validator of shapes
    'src/model/source.ts', // list positions
    'src/config/parse.ts', // a deadline
  ];
  expect(
    pure.filter(({ path, text }) => converting.test(text) && !allowed.includes(path)).map(({ path }) => path),
  ).toEqual([]);
});

it('the published formats are those of the source', () => {
  for (const [path, schema] of publishedFormats) {
    expect(readFileSync(join(root, path), 'utf8'), `${path}: run "npm run generate"`).toBe(formatText(schema));
  }
});

/** A file without its comments and texts, in which any word may stand. */
function codeOf(text: string): string {
  return text.replace(/'(?:[^'\\\n]|\\.)*'/g, "''").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}

it('no default exports, no any, no enums', () => {
  const offences = [...pure, ...shell, ...implementations].flatMap(({ path, text }) =>
    [
      ...codeOf(text).matchAll(
        /^export default|^\s*(?:const )?enum |[:<]\s*any\b|\bas any\b|@ts-(?:ignore|expect-error)/gm,
      ),
    ].map((match) => `${path}: ${match[0].trim()}`),
  );
  expect(offences).toEqual([]);
});
