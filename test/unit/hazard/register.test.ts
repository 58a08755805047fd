import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { faults } from '../../../harness/faults/registry.ts';
import { probes } from '../../../harness/stores/probes/index.ts';
import { checkIds } from '../../../src/check/registry.ts';
import { catalogue } from '../../../src/diagnostics/catalogue.ts';
import { hazardSchema } from '../../../src/hazard/hazard-schema.ts';
import { hazardPage } from '../../../src/hazard/page.ts';
import { root, sourceFiles } from '../../architecture/source-files.ts';
import { page, pages } from '../../docs/support/pages.ts';
import { emittedHazards } from './every-schema.ts';
import { register, registerText } from './register.ts';

// The register, the generator, the committed vectors and the documentation name the same hazards.

const hazards = register();
const ids: ReadonlySet<string> = new Set(hazards.map(({ id }) => id));
const emitted = emittedHazards();

/** How names of hazards begin. Whatever begins like one, and is nothing else, is one. */
const families = [...new Set([...ids].map((id) => id.split('-')[0]))].join('|');
const looksLikeHazard = new RegExp(`^(?:${families})(?:-[a-z0-9]+)+$`);

/** Why a record or an item is refused; not what goes wrong if it is not. */
const rulesOfTheCodec: ReadonlySet<string> = new Set(['family-collision', 'key-mismatch', 'key-too-long']);

it('has the published shape', () => {
  const ajv = new Ajv2020({ allErrors: true });
  ajv.validate(hazardSchema, parse(registerText));
  expect(ajv.errors ?? []).toEqual([]);
});

it('is said to be found by vectors of the kinds that carry it, and no others', () => {
  const said = hazards.filter(({ detection }) => detection.vectors.length > 0);
  expect(new Map(said.map(({ id, detection }) => [id, new Set(detection.vectors)]))).toEqual(emitted);
});

it('every name that the generator could give is registered, whatever the schema', () => {
  const literals = sourceFiles('src/generate').flatMap(({ path, text }) =>
    [...text.matchAll(/'([a-z0-9-]+)'/g)].map(([, name = '']) => ({ path, name })),
  );
  const named = literals.filter(({ name }) => looksLikeHazard.test(name) && !rulesOfTheCodec.has(name));
  expect(named.filter(({ name }) => !ids.has(name))).toEqual([]);
  expect(new Set(named.map(({ name }) => name))).toEqual(new Set(emitted.keys()));
});

it('every name in a committed vector is registered', () => {
  const files = readdirSync(join(root, 'vectors'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?:items|keys|order|reads|refusals)\.json$/.test(path),
  );
  const named = files.flatMap((path) => {
    const { vectors } = JSON.parse(readFileSync(join(root, 'vectors', path), 'utf8')) as {
      readonly vectors: readonly { readonly hazards: readonly string[] }[];
    };
    return vectors.flatMap((vector) => vector.hazards);
  });
  expect([...new Set(named)].filter((id) => !ids.has(id))).toEqual([]);
  expect(named).not.toEqual([]);
});

it('every name that a plan or a seeded mistake gives is registered', () => {
  const named = [
    ...sourceFiles('src/plan').flatMap(({ text }) => [
      ...(/hazardNeeds[^=]*= new Map\(\[([\s\S]*?)\]\);/.exec(text)?.[1] ?? '').matchAll(/\['([a-z0-9-]+)'/g),
    ]),
    ...sourceFiles('harness')
      .filter(({ path }) => path.startsWith('harness/faults/'))
      .flatMap(({ text }) => [...text.matchAll(/\bhazard: '([a-z0-9-]+)'/g)]),
  ].map(([, name = '']) => name);
  expect(named).toContain('map-key-proto');
  expect(named.filter((name) => !ids.has(name))).toEqual([]);
});

it('every name in the documentation is registered', () => {
  const others: ReadonlySet<string> = new Set([
    ...Object.keys(catalogue),
    ...checkIds,
    ...probes.map(({ id }) => id),
    ...faults.map(({ id }) => id),
  ]);
  const named = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/`([a-z0-9-]+)`/g)].map(([, name = '']) => ({ path, name })),
  );
  const unknown = named.filter(({ name }) => looksLikeHazard.test(name) && !ids.has(name) && !others.has(name));
  expect(unknown).toEqual([]);
});

it('the page is that of the register: run "npm run generate"', () => {
  expect(page('docs/hazards.md').text).toBe(hazardPage(hazards));
});

it('the page shows each hazard once, under what it does', () => {
  const rows = [...page('docs/hazards.md').text.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, id]) => id);
  expect(rows.toSorted()).toEqual([...ids].sort());
});
