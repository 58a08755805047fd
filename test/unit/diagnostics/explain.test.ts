import { expect, it } from 'vitest';
import { compileSchema } from '../../../src/compile.ts';
import { catalogue, type DiagnosticCode } from '../../../src/diagnostics/catalogue.ts';
import { explanations } from '../../../src/diagnostics/explain.ts';

const codes = Object.keys(catalogue) as readonly DiagnosticCode[];
const examples = codes.flatMap((code) => {
  const shown = explanations[code]?.example;
  return shown == null ? [] : [[code, shown] as const];
});

const codesOf = (text: string): readonly string[] =>
  compileSchema('schema.yaml', text).diagnostics.map(({ code }) => code);

it('every code is explained', () => {
  const silent = codes.filter((code) => (explanations[code]?.why.length ?? 0) === 0);
  expect(silent).toEqual([]);
});

it.each(examples)('the broken example of %s breaks this rule and no other, once', (code, { broken }) => {
  expect(codesOf(broken)).toEqual([code]);
});

it.each(examples)('the repaired example of %s is clean', (_code, { repaired }) => {
  expect(compileSchema('schema.yaml', repaired).diagnostics).toEqual([]);
});

it('examples differ by what is repaired, and are short enough to be read', () => {
  for (const [code, { broken, repaired }] of examples) {
    expect(broken, code).not.toBe(repaired);
    expect(broken.split('\n').length, code).toBeLessThan(40);
  }
});
