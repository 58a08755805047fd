import { expect, it } from 'vitest';
import { compileSchema } from '../../../src/compile.ts';
import { schemaWith } from '../../../src/diagnostics/explain/explanation.ts';
import { explanationOf } from '../../../src/diagnostics/explain.ts';
import { exhibits } from './exhibits.ts';
import { register } from './register.ts';

// A hazard that is said to be found by a diagnostic is found by it.

const hazards = register();
const claims = hazards.flatMap(({ id, detection }) => detection.diagnostics.map((code) => [id, code] as const));

const codesOf = (text: string): readonly string[] =>
  compileSchema('schema.yaml', text).diagnostics.map(({ code }) => code);

it.each(claims)('a schema with %s gives %s', (id, code) => {
  const text = exhibits.get(id) ?? explanationOf(code).example?.broken ?? '';
  expect(codesOf(text)).toContain(code);
});

it('a schema without any of them gives none', () => {
  expect(codesOf(schemaWith({}))).toEqual([]);
});

it('every schema that is shown belongs to a hazard', () => {
  const ids = hazards.map(({ id }) => id);
  expect([...exhibits.keys()].filter((id) => !ids.includes(id))).toEqual([]);
});
