import { expect, it } from 'vitest';
import { readRun } from '../e2e/support/events.ts';
import { emptyProject, smallConfig } from './support/project.ts';

const schema = `name: alerts
table: { name: alerts, keys: { primary: { partition_key: PK, sort_key: SK } } }
record_types:
  dismissal:
    pk_pattern: "ALERT#{fingerprint:sha256}"
    sk_pattern: "{readiness.status}#{at:date}"
    attributes:
      fingerprint: { type: string, max_length: 200, required: true }
      at: { type: timestamp, format: iso-seconds, required: true }
      readiness:
        type: map
        required: true
        members: { status: { type: string, enum: [open, closed], required: true } }
`;

const gaps = `    gaps:
      - ops: [key.build, key.parse, item.encode, item.decode, item.put, item.get]
        record_types: ["*"]
        reason: It is only here to be counted.
`;

it('an item whose key does not show its components is found again by those of the item', async () => {
  const project = emptyProject();
  project.write('schema.yaml', schema);
  project.write('itemproof.yaml', `${smallConfig}${gaps}`);
  expect((await project.run(['vectors', 'generate'])).code).toBe(0);
  const { stdout } = await project.run(['run', '--check', 'read-back', '--json']);
  const { cases, findings } = readRun(stdout);
  expect(findings).toEqual([]);
  const read = cases.filter(({ implementation }) => implementation === 'reference').map(({ status }) => status);
  expect(read.length).toBeGreaterThan(5);
  expect(new Set(read)).toEqual(new Set(['passed']));
});
