import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { starterSchema } from '../../harness/cli/starter.ts';
import { packagePath } from '../../harness/stores/package-root.ts';
import { compileSchema } from '../../src/compile.ts';
import { catalogue } from '../../src/diagnostics/catalogue.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { explanations } from '../../src/diagnostics/explain.ts';
import { renderDiagnostic } from '../../src/diagnostics/render.ts';
import { setProperty } from '../../src/value/json.ts';
import { readText } from '../support/codec.ts';
import { cpuTimeOf } from '../support/cpu-time.ts';

// Whatever somebody types, pastes or merges wrongly: the compiler answers with diagnostics that have a place in the file.

const seed = 20240102;

/** A compiler that needs more processor time than this for one document has gone astray, in milliseconds. */
const longest = 2000;

const fixtures = readdirSync(packagePath('test', 'fixtures', 'schemas'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => readText(join('test/fixtures/schemas', path)));
/** Of these a mutation breaks what is right; of the others, which are faulty already, it may hide or multiply the fault. */
const healthy = [
  starterSchema,
  readText('test/support/background.yaml'),
  ...Object.values(explanations).flatMap(({ example }) => (example === null ? [] : [example.repaired])),
].filter((text) => compileSchema('schema.yaml', text).model !== undefined);
const large = ['schema/domains/rate-limits/schema.yaml', 'test/support/every-type.yaml'].map(readText);

/** What is inserted into a text, and what takes the place of a node. */
const snippets = [
  ...[
    '\0',
    '\t',
    '\r',
    '\r\n',
    '\n',
    '\n\n  ',
    ' ',
    ': ',
    ' #',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    '- ',
    '? ',
    '&a ',
    '*a',
    '!!str ',
  ],
  ...[
    '<<: ',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '|',
    '>',
    '\ufeff',
    '\ud800',
    '\\ud800',
    '"\\udc00"',
    '\u2028',
    '名',
    '😀',
    '~',
    '.inf',
    '1e999',
    '0x10',
    '{id}',
    '{{',
  ],
];
const values: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e300,
    2 ** 53,
    '',
    'x',
    '{id}',
    '{{',
    '#',
    '\0',
    '\ud800',
    '\udfff{id}',
    '😀',
    '__proto__',
  ],
  'THING#{id}',
  ...[
    [],
    {},
    [null],
    [[]],
    { type: 'string' },
    { type: 'map', members: {} },
    { type: 'list', items: {} },
    { a: { a: {} } },
  ],
];
const names = [
  'type',
  'enum',
  'const',
  'pattern',
  'minimum',
  'default',
  'present_when',
  'members',
  'pk_pattern',
  'when',
  '__proto__',
  'constructor',
  '\ud800',
  '',
  'x-mine',
];

type Step = { readonly kind: number; readonly at: number; readonly to: number; readonly pick: number };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({ kind: fc.nat(6), at: fc.nat(1_000_000), to: fc.nat(1_000_000), pick: fc.nat(1_000) }),
  { minLength: 1, maxLength: 4 },
);

function mutateText(text: string, { kind, at, to, pick }: Step): string {
  const from = at % (text.length + 1);
  const end = Math.min(text.length, from + (to % 40));
  const lines = text.split('\n');
  switch (kind) {
    case 0:
      return text.slice(0, from) + text.slice(end);
    case 1:
      return text.slice(0, end) + text.slice(from);
    case 2:
      return text.slice(0, from) + snippets[pick % snippets.length] + text.slice(from);
    case 3:
      return lines.toSpliced(at % lines.length, 1, lines[to % lines.length] ?? '').join('\n');
    case 4:
      return lines
        .with(at % lines.length, `${' '.repeat(pick % 9)}${(lines[at % lines.length] ?? '').trimStart()}`)
        .join('\n');
    case 5:
      return text.slice(0, from) + String.fromCharCode(pick) + text.slice(from + 1);
    default:
      return text.slice(0, from);
  }
}

/** Replaces, removes, renames or copies one node of a tree. */
function mutateTree(root: unknown, { kind, at, to, pick }: Step): unknown {
  const places: { readonly holder: { [key: string]: unknown }; readonly key: string }[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push({ holder: node as { [key: string]: unknown }, key });
      visit((node as { [key: string]: unknown })[key]);
    }
  };
  visit(root);
  const place = places[at % Math.max(1, places.length)];
  const other = places[to % Math.max(1, places.length)];
  if (place === undefined || other === undefined) return values[pick % values.length];
  const { holder, key } = place;
  if (kind < 3) setProperty(holder, key, structuredClone(values[pick % values.length]));
  else if (kind === 3) delete holder[key];
  else if (kind === 4) setProperty(holder, names[pick % names.length] ?? '', structuredClone(holder[key]));
  else setProperty(holder, key, structuredClone(other.holder[other.key]));
  return root;
}

/** Words that only the parsers of YAML and of regular expressions use. */
const parserWords = /-seq-|-map-|node end|flow collection|Implicit|Unterminated|quantifier/;

/** Everything that is wrong with an answer of the compiler. */
function faultsOf(text: string, diagnostics: readonly Diagnostic[], hasModel: boolean): readonly string[] {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  const faults = diagnostics.flatMap(({ code, message, help, file, position: { line, column, length } }) => {
    const inside = line >= 1 && column >= 1 && length >= 1 && column <= (lines[line - 1]?.length ?? -1) + 1;
    return [
      ...(inside ? [] : [`${code} is at ${line}:${column}, which is not in the file`]),
      ...(Object.hasOwn(catalogue, code) ? [] : [`${code} is no code`]),
      ...(message.trim() === '' || file !== 'schema.yaml' ? [`${code} says nothing, or of another file`] : []),
      ...(help.trim() === '' ? [`${code} says nothing of what to do`] : []),
      ...(parserWords.test(message) ? [`${code} is in the words of a parser: ${message}`] : []),
    ];
  });
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return hasModel === errors > 0 ? [...faults, `${errors} errors, and ${hasModel ? 'a' : 'no'} model`] : faults;
}

function judge(text: string): number {
  let compiled: ReturnType<typeof compileSchema> | undefined;
  const took = cpuTimeOf(() => {
    compiled = compileSchema('schema.yaml', text);
  });
  const { model, diagnostics } = compiled ?? { model: undefined, diagnostics: [] };
  expect(faultsOf(text, diagnostics, model !== undefined)).toEqual([]);
  expect(took).toBeLessThan(longest);
  for (const diagnostic of diagnostics) expect(renderDiagnostic(diagnostic, text)).not.toMatch(/[^\P{Cc}\n]/u);
  return diagnostics.length;
}

function hold(bases: readonly string[], runs: number, mutate: (base: string, steps: readonly Step[]) => string): void {
  let found = 0;
  fc.assert(
    fc.property(fc.nat(bases.length - 1), steps, (base, changes) => {
      if (judge(mutate(bases[base] ?? '', changes)) > 0) found++;
    }),
    { seed, numRuns: runs },
  );
  // Mutations that break nothing would prove nothing.
  expect(found).toBeGreaterThan(runs / 4);
}

const textOf = (base: string, changes: readonly Step[]): string => changes.reduce(mutateText, base);
const treeOf = (base: string, changes: readonly Step[]): string => {
  let tree: unknown;
  try {
    tree = parse(base, { uniqueKeys: false }) as unknown;
  } catch {
    return textOf(base, changes);
  }
  return JSON.stringify(changes.reduce(mutateTree, tree), null, 1) ?? 'null';
};

it('has schemas to begin with that are right', () => {
  expect(healthy.length).toBeGreaterThan(40);
});

it('answers to 5000 mutated texts', { timeout: 120_000 }, () => {
  hold(fixtures, 2500, textOf);
  hold(healthy, 2500, textOf);
});

it('answers to 4900 mutated trees', { timeout: 120_000 }, () => {
  hold(fixtures, 2450, treeOf);
  hold(healthy, 2450, treeOf);
});

it('answers to 100 mutations of large schemas', { timeout: 120_000 }, () => {
  hold(large, 50, textOf);
  hold(large, 50, treeOf);
});

it('notices an answer that is wrong', () => {
  const diagnostic: Diagnostic = {
    code: 'unknown-key',
    severity: 'error',
    message: 'x',
    file: 'schema.yaml',
    position: { line: 2, column: 3, length: 1 },
    path: '',
    help: 'y',
  };
  expect(faultsOf('a\nbc', [diagnostic], false)).toEqual([]);
  expect(faultsOf('a\nb', [diagnostic], true)).toEqual([
    'unknown-key is at 2:3, which is not in the file',
    '1 errors, and a model',
  ]);
  expect(faultsOf('a\nbc', [{ ...diagnostic, message: 'Unexpected scalar at node end', help: '' }], false)).toEqual([
    'unknown-key says nothing of what to do',
    'unknown-key is in the words of a parser: Unexpected scalar at node end',
  ]);
});
