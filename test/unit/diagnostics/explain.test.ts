import { expect, it } from 'vitest';
import { compileSchema } from '../../../src/compile.ts';
import { catalogue, type DiagnosticCode } from '../../../src/diagnostics/catalogue.ts';
import { explanations } from '../../../src/diagnostics/explain.ts';
import { usableVectors } from '../../../src/generate/usable-vectors.ts';
import { compileCodec } from '../../../src/item/codec.ts';
import { lintVectors } from '../../../src/vector/lint/lint.ts';
import { readVectorFile } from '../../../src/vector/read.ts';
import { register } from '../hazard/register.ts';

const codes = Object.keys(catalogue) as readonly DiagnosticCode[];
const examples = codes.flatMap((code) => {
  const shown = explanations[code]?.example;
  return shown == null ? [] : [[code, shown] as const];
});

const hazards = register().map(({ id }) => id);

/** Everything that is said of a file, by the command that looks at such files. */
function codesOf(text: string): readonly string[] {
  return text.startsWith('{') ? codesOfVectors(text) : codesOfSchema(text);
}

function codesOfSchema(text: string): readonly string[] {
  const { model, diagnostics } = compileSchema('schema.yaml', text);
  const impossible = model === undefined ? [] : usableVectors(compileCodec(model)).impossible;
  return [...diagnostics.map(({ code }) => code), ...impossible.map(() => 'record-impossible')];
}

function codesOfVectors(text: string): readonly string[] {
  const { value, diagnostics } = readVectorFile('keys.json', text);
  const file = value === undefined ? [] : [{ path: 'thing/keys.json', name: 'keys.json', text, file: value }];
  return [...diagnostics, ...lintVectors(file, { hazards, order: new Map() })].map(({ code }) => code);
}

it('every code is explained', () => {
  const silent = codes.filter((code) => (explanations[code]?.why.length ?? 0) === 0);
  expect(silent).toEqual([]);
});

it.each(examples)('the broken example of %s breaks this rule and no other, once', (code, { broken }) => {
  expect(codesOf(broken)).toEqual([code]);
});

it.each(examples)('the repaired example of %s is clean', (_code, { repaired }) => {
  expect(codesOf(repaired)).toEqual([]);
});

it('says of the others why they have none', () => {
  const without = codes.flatMap((code) => {
    const explanation = explanations[code];
    return explanation?.example === null ? [[code, explanation.noExample] as const] : [];
  });
  expect(without.map(([code]) => code)).toEqual(['file-too-large', 'vector-differs', 'vectors-taken']);
  for (const [, reason] of without) expect(reason).toMatch(/^No example is shown: .+\.$/);
});

it('examples differ by what is repaired, and are short enough to be read', () => {
  for (const [code, { broken, repaired }] of examples) {
    expect(broken, code).not.toBe(repaired);
    expect(broken.split('\n').length, code).toBeLessThan(40);
  }
});
