import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packagePath } from '../../harness/stores/package-root.ts';
import { checkIds } from '../../src/check/registry.ts';
import type { FindingMade } from '../../src/report/events.ts';
import { command, itemproof } from './support/command.ts';
import { type Run, readRun } from './support/events.ts';

const folder = mkdtempSync(join(tmpdir(), 'itemproof replay-'));
const config = join(folder, 'itemproof.yaml');
let run: Run;

beforeAll(async () => {
  const path = (part: string): string => relative(folder, packagePath(part));
  const adapter = path('dist/harness/implementations/typescript/rate-limits/adapter.js');
  writeFileSync(
    config,
    `schema: ${path('schema/domains/rate-limits/schema.yaml')}
vectors: ${path('vectors/rate-limits')}
implementations:
  healthy: { command: [node, ${adapter}] }
  spoiled: { command: [node, ${path('test/e2e/support/spoiled.mjs')}] }
`,
  );
  const types = ['bucket', 'usage_snapshot', 'entity_meta'].flatMap((name) => ['--record-type', name]);
  const { code, stdout, stderr } = await itemproof(['run', '--config', config, '--json', ...types]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  run = readRun(stdout);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The first finding of each kind of case, which is enough: the others are selected in the same way. */
function samples(): readonly FindingMade[] {
  const seen = new Set<string>();
  return run.findings.filter((each) => {
    const kind = `${each.check} ${each.writer ?? ''} ${each.stale === undefined}`;
    const first = !seen.has(kind);
    seen.add(kind);
    return first;
  });
}

it('the mistakes are found by every check', () => {
  expect(new Set(run.findings.map(({ check }) => check))).toEqual(new Set(checkIds));
  expect(new Set(run.findings.map(({ implementation }) => implementation))).toEqual(new Set(['spoiled']));
  expect(run.summary.complaints).toEqual([]);
});

it.each(checkIds)('the command of a finding of %s runs that case and no other', async (check) => {
  const findings = samples().filter((each) => each.check === check && each.stale === undefined);
  expect(findings.length).toBeGreaterThan(0);
  for (const finding of findings) {
    const again = await replay(finding);
    expect(again.summary, finding.replay).toMatchObject({ planned: 1, failed: 1 });
    expect(again.findings).toEqual([{ ...finding, cases: 1, vectors: [finding.vector] }]);
  }
});

it('the command of a stale answer runs what made it stale, too', async () => {
  const findings = samples().filter((each) => each.stale !== undefined);
  expect(new Set(findings.map(({ check }) => check))).toEqual(new Set(['read-back', 'cross-read']));
  for (const finding of findings) {
    expect(finding.record_type).toBe('entity_meta');
    const again = await replay(finding);
    const { vector, writer, stale, message, expected, actual } = finding;
    const same = again.findings.filter((each) => each.vector === vector && each.check === finding.check);
    expect(same, finding.replay).toHaveLength(1);
    expect(same[0]).toMatchObject({ stale, message, expected, actual });
    // Two items of at most two writers, and only whoever is to blame reads them.
    expect(again.summary.planned, finding.replay).toBeLessThanOrEqual(stale?.writer === (writer ?? 'spoiled') ? 2 : 4);
    expect(new Set(again.cases.map(({ implementation }) => implementation))).toEqual(new Set(['spoiled']));
  }
});

it('an item that is nowhere is shown with its key, and with the key that the writer says', async () => {
  const finding = run.findings.find(({ check, record_type: type }) => check === 'raw-put' && type === 'bucket');
  expect(finding).toMatchObject({
    message: 'the store has no item with this key; it is sent under another one, in which "SK" differs',
    path: ['SK'],
    at: { path: 'record_types.bucket.sk' },
    key: { PK: { S: expect.stringContaining('BUCKET#') }, SK: { S: '#STATE' } },
  });
  const { stdout } = await command('sh', ['-c', finding?.replay ?? '']);
  expect(stdout).toMatch(/^ {4}key {6}\{"PK":\{"S":".*BUCKET#.*"\},"SK":\{"S":"#STATE"\}\}$/m);
});

async function replay({ replay: again }: FindingMade): Promise<Run> {
  const { code, stdout, stderr } = await command('sh', ['-c', `${again} --json`]);
  // npm may have something of its own to say.
  expect(code, `${again}\n${stderr}`).toBe(1);
  return readRun(stdout);
}
