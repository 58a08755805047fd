import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { compileSchema } from '../../src/compile.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { hasErrors } from '../../src/diagnostics/diagnostic.ts';
import { renderDiagnostic } from '../../src/diagnostics/render.ts';
import { isObject } from '../../src/value/json.ts';
import { type Block, page, pages } from './support/pages.ts';
import { matches } from './support/transcript.ts';

const blocks = pages.flatMap(({ path, blocks: all }) =>
  all.map((block) => ({ where: `${path}:${block.line}`, block })),
);
const yaml = blocks.filter(({ block }) => block.language === 'yaml');

/** A schema and a configuration into which a fragment is put. */
const base = {
  parameters: {
    tenant: { type: 'string', pattern: '[a-z]+' },
    resource: { type: 'string', pattern: '[a-z]+' },
  },
  table: {
    name: 'example',
    keys: { primary: { partition_key: 'PK', sort_key: 'SK' }, gsi1: { partition_key: 'GSI1PK', sort_key: 'GSI1SK' } },
  },
  record_types: { example: { pk: 'EXAMPLE', sk: '#META', attributes: { status: { type: 'string' } } } },
};
const baseConfig = { schema: 'schema.yaml', vectors: 'vectors', implementations: { naive: { command: ['naive'] } } };

/** Blocks that show a mistake on purpose, by the file that they are. */
const mistaken = ['# mistaken.yaml'];

it.each(yaml)('$where is YAML that compiles, or a fragment of it', ({ block }) => {
  const [first = ''] = block.text.split('\n');
  if (block.info === 'other') expect(() => parse(block.text)).not.toThrow();
  else if (mistaken.includes(first)) expect(problemsOf(block.text)).not.toBe('');
  else if (block.info === 'fragment') expect(problemsOfFragment(block)).toBe('');
  else expect([block.info, problemsOf(block.text)]).toEqual(['', '']);
});

it('every fenced block says its language', () => {
  const languages = ['console', 'sh', 'yaml', 'json', 'toml', 'ts', 'python', 'rust', 'go', 'java', 'text'];
  expect(blocks.filter(({ block }) => !languages.includes(block.language)).map(({ where }) => where)).toEqual([]);
});

it('JSON in the documentation is JSON, line by line', () => {
  for (const { where, block } of blocks.filter((each) => each.block.language === 'json')) {
    for (const line of block.text.split('\n')) expect(() => JSON.parse(line) as unknown, where).not.toThrow();
  }
});

it('the finding in the README is one that the quick start makes', () => {
  const shown = page('README.md').blocks.find(({ language }) => language === 'text')?.text ?? '';
  const made = page('docs/quick-start.md').blocks.map(({ text }) => text.split('\n'));
  const found = made.some((lines) =>
    lines.some((_, index) => matches(lines.slice(index, index + shown.split('\n').length), shown.split('\n'))),
  );
  expect(found).toBe(true);
});

function problemsOf(text: string): string {
  const value: unknown = parse(text);
  if (isObject(value) && Object.hasOwn(value, 'record_types')) return problemsOfSchema(text);
  return isObject(value) && Object.hasOwn(value, 'implementations')
    ? problemsOfConfig(text)
    : 'neither a schema nor a configuration; is it a fragment?';
}

/** A fragment is part of a schema, of a record type, of a configuration, of its implementations, or of one of them. */
function problemsOfFragment({ text }: Block): string {
  const value: unknown = parse(text);
  if (!isObject(value)) return 'a fragment is a mapping';
  const record = base.record_types.example;
  const contexts = [
    () => problemsOfSchema(stringify({ ...base, ...value }), false),
    () => problemsOfSchema(stringify({ ...base, record_types: { example: { ...record, ...value } } }), false),
    () => problemsOfConfig(stringify({ ...baseConfig, ...value })),
    () => problemsOfConfig(stringify({ ...baseConfig, implementations: value })),
    () => problemsOfConfig(stringify({ ...baseConfig, implementations: { naive: { command: ['naive'], ...value } } })),
  ];
  const problems = contexts.map((context) => context());
  return problems.includes('') ? '' : problems.join('\n');
}

/** A whole schema has nothing to be said about it; a fragment may have warnings, since it is not whole. */
function problemsOfSchema(text: string, all = true): string {
  const { diagnostics } = compileSchema('schema.yaml', text);
  const relevant = all || hasErrors(diagnostics) ? diagnostics : [];
  return relevant.map((each) => renderDiagnostic(each, text)).join('\n');
}

function problemsOfConfig(text: string): string {
  const { diagnostics } = parseConfig('itemproof.yaml', text);
  return diagnostics.map((each) => renderDiagnostic(each, text)).join('\n');
}
