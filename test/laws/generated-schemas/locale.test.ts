import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { factor, seed } from '../../support/arbitrary-schema/hold.ts';
import { resultsOf } from '../../support/arbitrary-schema/results-of.ts';

// Tried by hand, and found: toLocaleLowerCase() in the encoding "lower".

const script = fileURLToPath(new URL('../../support/arbitrary-schema/print-results.mjs', import.meta.url));

it('writes the same in every time zone and language', () => {
  const schemas = Math.ceil(12 * factor);
  const elsewhere = execFileSync(process.execPath, [script, String(seed), String(schemas)], {
    env: { ...process.env, TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const here = resultsOf(seed, schemas);
  expect(here.length).toBeGreaterThan(10_000);
  expect(elsewhere === here).toBe(true);
});
