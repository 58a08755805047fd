// How fast golden vectors are generated and verified: for each shipped contract in this process, with the compiler warm, and
// for all of them as "npm run generate" does it, in a process of its own that starts with nothing and writes every file.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { suites } from '../../dist/harness/formats/suites.js';
import { compileSchema } from '../../dist/src/compile.js';
import { generateVectors } from '../../dist/src/generate/vectors.js';
import { compileCodec } from '../../dist/src/item/codec.js';
import { verifyVectors } from '../../dist/src/vector/verify.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const usage = join(root, 'bench', 'check', 'report-usage.cjs');

export async function benchmarkVectors({ rounds, onProgress }) {
  const lines = [];
  for (const { schema } of suites) {
    onProgress(`vectors: ${schema}`);
    lines.push(measureSuite(schema, rounds));
  }
  onProgress('vectors: all of them');
  const all = await generateAll(rounds);
  return [
    {
      title: 'golden vectors of the shipped contracts',
      columns: [
        { key: 'name', head: '' },
        { key: 'vectors', head: 'vectors' },
        { key: 'generated', head: 'generated/s' },
        { key: 'verified', head: 'verified/s' },
      ],
      lines,
    },
    {
      title: 'all of them: generated and written in a process of its own, and generated in this one, warm',
      columns: [
        { key: 'name', head: '' },
        { key: 'seconds', head: 's', digits: 2 },
        { key: 'cpuSeconds', head: 's of CPU', digits: 2 },
        { key: 'megabytes', head: 'MB' },
      ],
      lines: [
        { name: 'every contract', ...all },
        {
          name: 'every contract, warm',
          seconds: lines.reduce((sum, { vectors, generated }) => sum + vectors / generated, 0),
        },
      ],
    },
  ];
}

function measureSuite(schema, rounds) {
  const { model } = compileSchema(schema, readFileSync(join(root, schema), 'utf8'));
  assert.ok(model, schema);
  const codec = compileCodec(model);
  let files = [];
  const generation = fastest(rounds, () => {
    files = generateVectors(codec);
  });
  const verification = fastest(rounds, () => {
    assert.deepEqual(
      files.flatMap((file) => verifyVectors(codec, file)),
      [],
    );
  });
  const vectors = files.reduce((sum, file) => sum + file.vectors.length, 0);
  return { name: model.name, vectors, generated: vectors / generation, verified: vectors / verification };
}

/** The best of the rounds, in seconds, after one that warms up. */
function fastest(rounds, work) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = -1; round < rounds; round++) {
    const start = performance.now();
    work();
    if (round >= 0) best = Math.min(best, performance.now() - start);
  }
  return best / 1000;
}

async function generateAll(rounds) {
  const runs = [];
  for (let round = 0; round < rounds; round++) {
    const folder = mkdtempSync(join(tmpdir(), 'itemproof-bench-'));
    try {
      symlinkSync(join(root, 'schema'), join(folder, 'schema'));
      runs.push(await writeAll(folder));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const least = (key) => Math.min(...runs.map((run) => run[key]));
  return { seconds: least('seconds'), cpuSeconds: least('cpuSeconds'), megabytes: least('megabytes') };
}

async function writeAll(folder) {
  const start = performance.now();
  const program = join(root, 'dist', 'harness', 'formats', 'write-vectors.js');
  const child = spawn(process.execPath, ['--require', usage, program], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 2, 'pipe'],
  });
  const [used, code] = await Promise.all([text(child.stdio[3]), new Promise((resolve) => child.once('exit', resolve))]);
  assert.equal(code, 0, 'generating all vectors');
  return { seconds: (performance.now() - start) / 1000, ...JSON.parse(used) };
}
