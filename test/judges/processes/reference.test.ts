import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { suites } from '../../../harness/formats/suites.ts';
import { packagePath } from '../../../harness/stores/package-root.ts';
import { itemproof } from '../../e2e/support/command.ts';

// Contracts that nobody has implemented here are run all the same: the reference codec alone, on the embedded store.

/** The largest contract has ten times the vectors of any other, and its 52 record types are much alike: two stand for them. */
const only: { readonly [vectors: string]: readonly string[] } = {
  'vectors/execution-state': ['--record-type', 'card', '--record-type', 'recurring_config'],
};

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'itemproof-reference-'));
  for (const shared of ['schema', 'vectors']) symlinkSync(packagePath(shared), join(folder, shared));
});

afterAll(() => rmSync(folder, { recursive: true }));

it.each(suites.filter(({ vectors }) => vectors !== 'vectors/rate-limits'))(
  '$vectors: a run of the reference alone is clean',
  async ({ schema, vectors }) => {
    const config = `${vectors.replace('/', '-')}.yaml`;
    // Somebody has to be in a configuration; he is not asked.
    const implementations = 'implementations:\n  nobody: { command: [node] }\n';
    writeFileSync(join(folder, config), `schema: ${schema}\nvectors: ${vectors}\n${implementations}`);
    const chosen = ['--implementation', 'reference', '--store', 'embedded', ...(only[vectors] ?? [])];
    const args = ['run', '--config', config, ...chosen];
    const { code, stdout, stderr } = await itemproof(args, { directory: folder });
    expect({ code, stderr: stderr.replace(/^.*\r/gm, '') }).toMatchObject({ code: 0 });
    expect(stdout).toMatch(/^\d+ planned = [1-9]\d* passed \+ 0 failed \+ 0 known \+ \d+ not run$/m);
  },
);
