// How fast golden vectors are generated and verified: for each shipped contract in this process, with the compiler warm; for
// all of them once in a process that has not done it before; and as "npm run generate" does it, which also reads and checks
// the schemas and writes every file. And how much memory the commands take, which does not depend on how many vectors there are.
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
const writeVectors = join(root, 'dist', 'harness', 'formats', 'write-vectors.js');
const itemproof = join(root, 'harness', 'bin', 'itemproof.mjs');
const everyContract = 'the vectors of every contract';

/** Far less than the vectors of the largest contract take when all are held at once; in MB. */
const heap = 80;

export async function benchmarkVectors({ rounds, onProgress }) {
  const lines = [];
  for (const { schema } of suites) {
    onProgress(`vectors: ${schema}`);
    lines.push(measureSuite(schema, rounds));
  }
  onProgress('vectors: all of them');
  const all = await generateAll(rounds);
  const once = await leastOf(rounds, generateOnce);
  onProgress('vectors: memory');
  const memory = [];
  for (const suite of suites) memory.push(await measureMemory(suite, lines));
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
      title: 'all of them',
      columns: [
        { key: 'name', head: '' },
        { key: 'seconds', head: 's', digits: 2 },
        { key: 'cpuSeconds', head: 's of CPU', digits: 2 },
        { key: 'megabytes', head: 'MB' },
      ],
      lines: [
        { name: 'npm run generate, in an empty folder', ...all },
        { name: everyContract, seconds: once.seconds },
        {
          name: `${everyContract}, warm`,
          seconds: lines.reduce((sum, { vectors, generated }) => sum + vectors / generated, 0),
        },
      ],
    },
    {
      title: `most memory, in MB, with a heap of at most ${heap} MB`,
      columns: [
        { key: 'name', head: '' },
        { key: 'vectors', head: 'vectors' },
        { key: 'check', head: 'check' },
        { key: 'generate', head: 'generate --check' },
        { key: 'verify', head: 'verify' },
        { key: 'added', head: 'more than check' },
      ],
      lines: memory,
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
  return leastOf(rounds, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'itemproof-bench-'));
    try {
      symlinkSync(join(root, 'schema'), join(folder, 'schema'));
      const start = performance.now();
      const used = await measured([writeVectors], folder, ['--require', usage]);
      return { seconds: (performance.now() - start) / 1000, ...used };
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

function generateOnce() {
  return measured([join(root, 'bench', 'vectors', 'generate-once.mjs')], root);
}

/** The most memory that the commands take which look at the vectors of a contract, next to that of the check of its schema. */
async function measureMemory({ schema, vectors: folder }, lines) {
  const peakOf = async (...args) =>
    (await measured([itemproof, ...args], root, ['--require', usage, `--max-old-space-size=${heap}`])).megabytes;
  const where = ['--schema', schema, '--vectors', folder];
  const check = await peakOf('check', schema);
  const generate = await peakOf('vectors', 'generate', '--check', ...where);
  const verify = await peakOf('vectors', 'verify', ...where);
  const name = folder.replace('vectors/', '');
  const { vectors } = lines.find((line) => line.name === name) ?? {};
  return { name, vectors, check, generate, verify, added: Math.max(generate, verify) - check };
}

/** For each figure the least of some rounds. */
async function leastOf(rounds, measure) {
  const runs = [];
  for (let round = 0; round < rounds; round++) runs.push(await measure());
  return Object.fromEntries(Object.keys(runs[0]).map((key) => [key, Math.min(...runs.map((run) => run[key]))]));
}

/** What a program says on file descriptor 3 about itself, once it has ended well. */
async function measured(args, cwd, flags = []) {
  const child = spawn(process.execPath, [...flags, ...args], { cwd, stdio: ['ignore', 'ignore', 2, 'pipe'] });
  const [used, code] = await Promise.all([text(child.stdio[3]), new Promise((resolve) => child.once('exit', resolve))]);
  assert.equal(code, 0, args.join(' '));
  return JSON.parse(used);
}
