// Measures Itemproof against its peers.
//
//   node bench/run.mjs [check] [codec] [driver] [run] [store] [vectors]    those, or all of them
//     --quick    fewer and shorter rounds: shows that it works, measures little
//     --json     results as JSON on standard output
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { judge } from './goals.mjs';
import { prepare } from './prepare.mjs';
import { renderGoals, renderLines, renderResult } from './table.mjs';

const parts = ['check', 'codec', 'driver', 'run', 'store', 'vectors'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
});
const unknown = positionals.find((name) => !parts.includes(name));
const problem = unknown === undefined ? prepare() : `no benchmark "${unknown}"; there are ${parts.join(', ')}`;
if (problem !== undefined) {
  process.stderr.write(`bench: ${problem}\n`);
  process.exit(2);
}

const machine = describeMachine();
const results = [];
for (const part of parts) {
  if (positionals.length > 0 && !positionals.includes(part)) continue;
  const measured = await runPart(part);
  results.push(...measured);
  if (!values.json)
    process.stdout.write(
      `${measured.map((result) => (result.lines === undefined ? renderResult(result) : renderLines(result))).join('\n\n')}\n\n`,
    );
}
const goals = judge(results);
if (values.json) process.stdout.write(`${JSON.stringify({ machine, results, goals }, null, 2)}\n`);
else process.stdout.write(`${goals.length > 0 ? `${renderGoals(goals)}\n\n` : ''}${JSON.stringify(machine)}\n`);

function runPart(name) {
  const rounds = values.quick ? 1 : 7;
  const roundMs = values.quick ? 30 : 300;
  const child = fork(fileURLToPath(new URL('part.mjs', import.meta.url)), [name, String(rounds), String(roundMs)], {
    execArgv: ['--expose-gc'],
    // A notice of the AWS SDK about versions of Node.js to come.
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  return new Promise((resolve) => {
    let measured;
    child.once('message', (message) => {
      measured = message;
    });
    child.once('exit', (code) => {
      if (code === 0 && measured !== undefined) resolve(measured);
      else process.exit(1);
    });
  });
}

/** The versions that were measured, and how busy the machine was: on a busy one the figures mean little. */
function describeMachine() {
  const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', import.meta.url), 'utf8'));
  const versionOf = (name) => packages[`node_modules/${name}`]?.version;
  const names = ['electrodb', 'dynamodb-toolbox', '@aws-sdk/client-dynamodb', '@aws-sdk/util-dynamodb'];
  return {
    node: process.versions.node,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
    ...Object.fromEntries(names.map((name) => [name, versionOf(name)])),
  };
}
