import { readFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { packagePath } from '../../harness/stores/package-root.ts';
import type { CheckId } from '../../src/check/registry.ts';
import type { FindingMade } from '../../src/report/events.ts';
import { command, itemproof } from './support/command.ts';
import { expectTotalsToAddUp, type Run, readRun } from './support/events.ts';
import { isHere, type MistakenRun, mistakenPython, mistakenRust, mistakenTypescript } from './support/mistaken.ts';

const schemaFile = 'schema/domains/rate-limits/schema.yaml';
const schemaLines = readFileSync(packagePath(schemaFile), 'utf8').split('\n');

it.runIf(isHere('python'))('a sort key that Python leaves out of an index', async () => {
  const run = await runMistaken(
    mistakenPython({
      file: 'rate_limits/bucket.py',
      healthy: '    def attributes(self) -> dict[str, Any]:\n',
      mistaken:
        '    def keys(self):\n        keys = super().keys()\n        del keys["gsi3"]["GSI3SK"]\n        return keys\n\n    def attributes(self) -> dict[str, Any]:\n',
    }),
  );
  expectOnlyTheWriterToBeBlamed(run, ['key-build', 'item-encode', 'raw-put']);
  const at = placeOf('record_types.bucket.indexes.gsi3.sk_pattern', '"BUCKET#{resource}#{shard_id}"');
  // Every bucket is in that index; only vectors of an order are about one index, and that may be another.
  const casesOf = (wanted: string): number =>
    run.cases.filter(
      ({ implementation, check, status }) =>
        implementation === 'mistaken' && check === wanted && (status === 'failed' || wanted !== 'key-build'),
    ).length;
  expect(casesOf('key-build')).toBeGreaterThan(casesOf('raw-put'));
  const expected = { S: expect.stringMatching(/^BUCKET#[^#]+#\d+$/) };
  const common = { at, expected, problem: 'wrong', cases: casesOf('raw-put') };
  expect(run.findings).toMatchObject([
    {
      ...common,
      check: 'key-build',
      cases: casesOf('key-build'),
      path: ['gsi3', 'GSI3SK'],
      message: '"gsi3.GSI3SK" is missing',
    },
    { ...common, check: 'item-encode', path: ['GSI3SK'], message: '"GSI3SK" is missing' },
    { ...common, check: 'raw-put', path: ['GSI3SK'], message: '"GSI3SK" is missing', sent: null, stored: null },
  ]);
  for (const finding of run.findings) expect(finding).not.toHaveProperty('actual');
  await expectReportAndReplay(run, { expected: /{"S":"BUCKET#.*"}/, sent: /nothing/, stored: /nothing/ });
});

it.runIf(isHere('rust'))('milliseconds that Rust writes for seconds', async () => {
  const run = await runMistaken(
    await mistakenRust({
      file: 'src/records/bucket.rs',
      healthy: '    fn write_open(&self, item: &mut Item) {\n',
      mistaken:
        '    fn write_open(&self, item: &mut Item) {\n        if let Some(ttl) = self.ttl {\n            let milliseconds = i64::from(ttl) * 1000;\n            item.insert("ttl".into(), aws_sdk_dynamodb::types::AttributeValue::N(milliseconds.to_string()));\n        }\n',
    }),
  );
  expectOnlyTheWriterToBeBlamed(run, ['item-encode', 'raw-put']);
  const at = placeOf('record_types.bucket.attributes.ttl', 'ttl:');
  const common = { at, problem: 'wrong', path: ['ttl', 'N'], message: '"ttl.N" differs' };
  const [encode, put] = run.findings;
  expect(run.findings).toMatchObject([
    { ...common, check: 'item-encode' },
    { ...common, check: 'raw-put' },
  ]);
  expect(encode?.actual).toBe(`${String(encode?.expected)}000`);
  const wrong = { N: `${String(put?.expected)}000` };
  expect(put).toMatchObject({ actual: wrong.N, sent: wrong, stored: wrong });
  await expectReportAndReplay(run, { expected: /"\d+"/, sent: /"\d+000"/, stored: /"\d+000"/ });
});

it('a NULL that TypeScript writes where an attribute is absent', async () => {
  const run = await runMistaken(
    await mistakenTypescript({
      file: 'rate-limits/records/bucket.ts',
      healthy: "    parentId: optional('parent_id', entityId),\n",
      mistaken:
        "    parentId: {\n      ...optional('parent_id', entityId),\n      toItem(value, item) {\n        item['parent_id'] = value ?? null;\n      },\n    },\n",
    }),
  );
  expectOnlyTheWriterToBeBlamed(run, ['item-encode', 'raw-put']);
  const at = placeOf('record_types.bucket.attributes.parent_id', 'parent_id:');
  const common = { at, problem: 'wrong', path: ['parent_id'], message: '"parent_id" is there, and should not be' };
  expect(run.findings).toMatchObject([
    { ...common, check: 'item-encode', actual: { NULL: true } },
    { ...common, check: 'raw-put', sent: { NULL: true }, stored: { NULL: true } },
  ]);
  for (const finding of run.findings) expect(finding).not.toHaveProperty('expected');
  await expectReportAndReplay(run, { expected: /nothing/, sent: /{"NULL":true}/, stored: /{"NULL":true}/ });
});

type Compared = Run & { readonly config: string };

async function runMistaken({ config, remove }: MistakenRun): Promise<Compared> {
  onTestFinished(remove);
  const { code, stdout, stderr } = await itemproof(['run', '--config', config, '--record-type', 'bucket', '--json']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  const run = readRun(stdout);
  expectTotalsToAddUp(run);
  return { ...run, config };
}

/** The mistake is made when writing, so nothing else may be red, and nobody else. */
function expectOnlyTheWriterToBeBlamed({ cases, findings, summary }: Run, checks: readonly CheckId[]): void {
  const failed = cases.filter(({ status }) => status === 'failed');
  expect(new Set(failed.map(({ implementation }) => implementation))).toEqual(new Set(['mistaken']));
  expect([...new Set(failed.map(({ check }) => check))].sort()).toEqual([...checks].sort());
  expect(summary.complaints).toEqual([]);
  for (const finding of findings) {
    expect(finding).toMatchObject({ status: 'failed', implementation: 'mistaken', record_type: 'bucket' });
    expect(finding).not.toHaveProperty('agreeing');
  }
  const healthy = cases.filter((each) => each.implementation !== 'mistaken' && each.writer !== 'mistaken');
  expect(healthy.filter(({ status }) => status !== 'passed')).toEqual([]);
  // Whoever reads a wrong item gets a wrong record, and it is not the reader's fault.
  const wrong = new Set(failed.filter(({ check }) => check === 'raw-put').map(({ vector }) => vector));
  const reads = cases.filter((each) => {
    const writer = each.writer ?? each.implementation;
    return (
      (each.check === 'cross-read' || each.check === 'read-back') && writer === 'mistaken' && wrong.has(each.vector)
    );
  });
  expect(new Set(reads.map(({ check }) => check))).toEqual(new Set(['cross-read', 'read-back']));
  const notRun = { status: 'not_run', reason: 'mistaken did not write the item of the vector' };
  expect(reads.filter((each) => each.status !== notRun.status || each.reason !== notRun.reason)).toEqual([]);
  // The mistaken one reads what the others wrote, and that is right.
  expect(
    cases.filter((each) => each.implementation === 'mistaken' && each.writer !== undefined).map(({ status }) => status),
  ).toContain('passed');
}

/** Where the schema says so: the line is looked up by its text, so that the test knows it from the file alone. */
function placeOf(path: string, text: string): object {
  const parents = path.split('.').slice(1, -1);
  let line = -1;
  for (const name of parents) line = schemaLines.findIndex((each, index) => index > line && each.trim() === `${name}:`);
  line = schemaLines.findIndex((each, index) => index > line && each.includes(text));
  return { file: schemaFile, line: line + 1, column: (schemaLines[line] ?? '').indexOf(text) + 1, path };
}

/** What a person is shown, and that the command in it brings the same finding again. */
async function expectReportAndReplay(run: Compared, shown: { readonly [name: string]: RegExp }): Promise<void> {
  const put = run.findings.find(({ check }) => check === 'raw-put');
  if (put === undefined) throw new Error('raw-put found nothing');
  const { file, line, column } = put.at;
  const { stdout: text } = await itemproof(['run', '--config', run.config, '--record-type', 'bucket']);
  const own = text.slice(text.indexOf('✗ mistaken raw-put')).split('\n\n')[0] ?? '';
  for (const [name, value] of Object.entries(shown))
    expect(own).toMatch(new RegExp(`^ +${name} +${value.source}$`, 'm'));
  expect(own).toContain(`vector   ${put.vector}`);
  expect(own).toContain(`schema   ${file}:${line}:${column} (`);
  expect(own).toContain(`again    ${put.replay}`);

  expect(put.replay).toBe(
    `npx itemproof run --config ${run.config} --implementation mistaken --check raw-put --vector ${put.vector}`,
  );
  const again = await command('sh', ['-c', `${put.replay} --json`]);
  expect(again.code).toBe(1);
  const replayed = readRun(again.stdout);
  expect(replayed.summary).toMatchObject({ planned: 1, failed: 1 });
  const single: FindingMade = { ...put, cases: 1, vectors: [put.vector] };
  expect(replayed.findings).toEqual([single]);
}
