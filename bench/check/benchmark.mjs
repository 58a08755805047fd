// How long `itemproof check` takes for schemas of growing size, the start of the command included, and how much memory it
// needs. Pairs of record types grow with the square of their number; the automata that are intersected must not.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { analyse } from '../../dist/src/analyse/analysis.js';
import { createLanguages } from '../../dist/src/analyse/languages.js';
import { compileSchema } from '../../dist/src/compile.js';
import { generateSchema } from './generate.mjs';

const sizes = [250, 500, 1000, 2000];
const command = fileURLToPath(new URL('../../harness/bin/itemproof.mjs', import.meta.url));
const usage = fileURLToPath(new URL('report-usage.cjs', import.meta.url));

const columns = [
  { key: 'size', head: '', unit: 'record types' },
  { key: 'seconds', head: 's', digits: 2 },
  { key: 'cpuSeconds', head: 's of CPU', digits: 2 },
  { key: 'megabytes', head: 'MB' },
  { key: 'warmSeconds', head: 's, warm', digits: 2 },
  { key: 'analysisSeconds', head: 's of CPU in the analysis', digits: 3 },
  { key: 'intersections', head: 'intersections' },
];

export async function benchmarkCheck({ rounds, onProgress }) {
  const folder = mkdtempSync(join(tmpdir(), 'itemproof-bench-'));
  try {
    const lines = [];
    for (const size of sizes) {
      onProgress(`check: ${size} record types`);
      const source = generateSchema(size);
      const file = join(folder, `${size}.yaml`);
      writeFileSync(file, source);
      const runs = [];
      for (let round = 0; round < rounds; round++) runs.push(await runCheck(file));
      lines.push({ size, ...best(runs), warmSeconds: compileWarm(file, source), ...analyseAlone(file, source) });
    }
    return [{ title: 'itemproof check of a generated schema, in a process of its own', columns, lines }];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The best of the rounds: what slows a command down is always something else. */
function best(runs) {
  const least = (key) => Math.min(...runs.map((run) => run[key]));
  return { seconds: least('seconds'), cpuSeconds: least('cpuSeconds'), megabytes: least('megabytes') };
}

async function runCheck(file) {
  const start = performance.now();
  const child = spawn(process.execPath, ['--require', usage, command, 'check', file], {
    stdio: ['ignore', 'ignore', 2, 'pipe'],
  });
  const [used, code] = await Promise.all([text(child.stdio[3]), new Promise((resolve) => child.once('exit', resolve))]);
  assert.equal(code, 0, `check of ${file}`);
  return { seconds: (performance.now() - start) / 1000, ...JSON.parse(used) };
}

/** The same in a process that has done it before, as an editor or a server would: the best of a few times. */
function compileWarm(file, source) {
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 8; time++) {
    const start = performance.now();
    compileSchema(file, source);
    best = Math.min(best, performance.now() - start);
  }
  return best / 1000;
}

function analyseAlone(file, source) {
  const { model } = compileSchema(file, source);
  const languages = createLanguages();
  const start = process.cpuUsage();
  analyse(model, languages);
  const { user, system } = process.cpuUsage(start);
  return { analysisSeconds: (user + system) / 1e6, intersections: languages.intersections() };
}
