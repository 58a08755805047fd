// How long `itemproof run` takes in this repository, next to the least that its programs take for the same requests. What
// they ask is recorded in a run of its own.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { median } from '../measure.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const command = join(root, 'harness', 'bin', 'itemproof.mjs');
const script = (name) => fileURLToPath(new URL(name, import.meta.url));

export async function benchmarkRun({ rounds, onProgress }) {
  const config = parse(readFileSync(join(root, 'itemproof.yaml'), 'utf8'));
  const programs = Object.entries(config.implementations);
  const absent = programs.find(([, program]) => !program.command.filter((word) => word.includes('/')).every(isThere));
  if (absent !== undefined) {
    onProgress(`run: left out, because ${absent[0]} is not built; run: npm run setup`);
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'itemproof-bench-'));
  try {
    onProgress('run: what the programs are asked');
    const recordings = record(config, programs, folder);
    const contestants = [
      { name: 'itemproof run', args: [command, 'run'] },
      { name: 'its requests alone', args: [script('floor.mjs'), ...recordings] },
      { name: 'itemproof run --quick', args: [command, 'run', '--quick'] },
    ];
    const times = contestants.map(() => []);
    // A round takes a minute.
    const most = Math.min(rounds, 3);
    for (let round = 0; round < most; round++) {
      for (const [index, { name, args }] of contestants.entries()) {
        onProgress(`run: ${name}, round ${round + 1} of ${most}`);
        times[index].push(secondsOf(args));
      }
    }
    const lines = contestants.map(({ name }, index) => ({
      name,
      seconds: median(times[index]),
      lowest: Math.min(...times[index]),
      ratio: median(times[index].map((seconds, round) => seconds / times[1][round])),
    }));
    return [
      {
        title: `a run of four programs, ${countRequests(recordings)} requests`,
        columns: [
          { key: 'name', head: '' },
          { key: 'seconds', head: 's', digits: 1 },
          { key: 'lowest', head: 'lowest', digits: 1 },
          { key: 'ratio', head: 'times the requests alone', digits: 2 },
        ],
        lines,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function isThere(file) {
  return existsSync(join(root, file));
}

/** Runs once with a recorder before each program. Answers the files that hold what it was asked. */
function record(config, programs, folder) {
  const asked = (name) => join(folder, `${name}.ndjson`);
  // A run makes sure that every path in a command is there.
  for (const [name] of programs) writeFileSync(asked(name), '');
  const implementations = Object.fromEntries(
    programs.map(([name, program]) => [
      name,
      {
        ...program,
        command: [process.execPath, script('recorder.mjs'), asked(name), ...program.command.map(absolute)],
      },
    ]),
  );
  const recorded = {
    ...config,
    schema: absolute(config.schema),
    vectors: absolute(config.vectors),
    known_files: config.known_files.map(absolute),
    implementations,
  };
  const file = join(folder, 'itemproof.yaml');
  writeFileSync(file, stringify(recorded));
  secondsOf([command, 'run', '--config', file]);
  return programs.map(([name, program]) => {
    const requests = readFileSync(asked(name), 'utf8').trimEnd().split('\n');
    const recording = join(folder, `${name}.json`);
    const content = {
      command: program.command.map(absolute),
      requests: requests.map((line) => JSON.parse(line)).filter(({ op }) => op !== 'bye'),
    };
    writeFileSync(recording, JSON.stringify(content));
    return recording;
  });
}

function absolute(word) {
  return word.includes('/') ? resolve(root, word) : word;
}

function countRequests(recordings) {
  return recordings.reduce((sum, file) => sum + JSON.parse(readFileSync(file, 'utf8')).requests.length, 0);
}

function secondsOf(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30 });
  assert.equal(status, 0, stderr);
  return (performance.now() - start) / 1000;
}
