import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../../../harness/stores/package-root.ts';
import { compileSchema } from '../../../src/compile.ts';
import { catalogue } from '../../../src/diagnostics/catalogue.ts';
import { explanations } from '../../../src/diagnostics/explain.ts';
import { renderDiagnostic } from '../../../src/diagnostics/render.ts';

// Schemas with one mistake each, by the code that says so. What is said is written down beside each of them, as a user
// sees it. After a change of a message, write it down again and read the difference:
//
//   UPDATE_FIXTURES=1 npx vitest run test/unit/diagnostics/fixtures.test.ts

const folder = packagePath('test', 'fixtures', 'schemas');
const update = process.env['UPDATE_FIXTURES'] === '1';

const fixtures = readdirSync(folder).flatMap((code) =>
  readdirSync(join(folder, code))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ code, name: `${code}/${name}`, path: join(folder, code, name) })),
);

describe.each(fixtures)('$name', ({ code, name, path }) => {
  const text = readFileSync(path, 'utf8');
  const { model, diagnostics } = compileSchema(name, text);

  it('has this one mistake', () => {
    expect(diagnostics.map((each) => each.code)).toEqual([code]);
    expect(model === undefined).toBe(catalogue[code as keyof typeof catalogue][0] === 'error');
  });

  it('is told so in these words', () => {
    const said = `${diagnostics.map((each) => renderDiagnostic(each, text)).join('\n')}\n`;
    const pinned = path.replace(/yaml$/, 'txt');
    if (update) writeFileSync(pinned, said);
    expect(existsSync(pinned) ? readFileSync(pinned, 'utf8') : '').toBe(said);
  });
});

it('no message is written down of a schema that is not there', () => {
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));
  expect(texts.filter((name) => !existsSync(join(folder, name.replace(/txt$/, 'yaml'))))).toEqual([]);
});

it('every code that a schema can give has such a schema', () => {
  const without = Object.entries(explanations).flatMap(([code, { example }]) => {
    const said = example === null ? [] : compileSchema('schema.yaml', example.broken).diagnostics;
    return said.some((each) => each.code === code) && !existsSync(join(folder, code)) ? [code] : [];
  });
  expect(without).toEqual([]);
  expect(fixtures.length).toBeGreaterThanOrEqual(80);
});
