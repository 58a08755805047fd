// How many cases a second go through the driver to an adapter and back, and how many through a bare pipe to the same.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startAdapter } from '../../dist/harness/drivers/process-driver.js';
import { referenceItem } from '../codec/itemproof.mjs';
import { recordsOf } from '../codec/records.mjs';
import { race } from '../measure.mjs';
import { startBarePipe } from './bare-pipe.mjs';

const script = (name) => fileURLToPath(new URL(name, import.meta.url));
const adapters = [
  { name: 'bytes (no JSON, Node)', command: [process.execPath, script('echo-bytes.mjs')] },
  { name: 'kit, Node', command: [process.execPath, script('echo-node.mjs')] },
  { name: 'kit, Python', command: ['python3', script('echo-python.py')] },
];
const windows = [64, 1024];
const casesAtOnce = 8192;
const hello = {
  op: 'hello',
  protocol: 1,
  schema: { name: 'echo', version: '1', digest: 'sha256:0' },
  store: null,
  now: '2024-01-02T03:04:05Z',
};

export async function benchmarkDriver({ rounds, roundMs, onProgress }) {
  const items = echoedItems();
  const requests = Array.from({ length: casesAtOnce }, (_, index) => ({
    op: 'item.decode',
    record_type: 'bucket',
    item: items[index % items.length],
  }));
  const bytes = Math.round(items.reduce((sum, item) => sum + JSON.stringify(item).length, 0) / items.length);
  const results = [];
  for (const { name, command } of adapters) {
    if (spawnSync(command[0], ['--version']).status !== 0) {
      onProgress(`driver: ${name} is left out, because there is no ${command[0]}`);
      continue;
    }
    for (const window of windows) {
      onProgress(`driver: echo through ${name}, window ${window}`);
      const figures = await raceThrough([...command, String(window)], window, requests, { rounds, roundMs });
      results.push({
        title: `echo through ${name}, window ${window}, items of ${bytes} bytes`,
        unit: 'cases/s',
        figures,
      });
    }
  }
  return results;
}

async function raceThrough(command, window, requests, options) {
  const driver = await startDriver(command);
  const bare = await startBarePipe(command, window, hello);
  const contestants = [
    {
      name: 'driver',
      askAll: (onAnswer) =>
        Promise.all(requests.map(async (request, index) => onAnswer(index, (await driver.ask(request)).value))),
    },
    { name: 'bare pipe', askAll: (onAnswer) => bare.askAll(requests, onAnswer) },
  ];
  for (const contestant of contestants) await check(contestant, requests);
  const figures = await race(
    contestants.map(({ name, askAll }) => ({
      name,
      run: async () => {
        // Like a run, it lets go of each answer; to keep thousands of them would measure the garbage collector.
        let answered = 0;
        await askAll((_index, answer) => {
          if (answer !== undefined) answered++;
        });
        return answered;
      },
    })),
    options,
  );
  await Promise.all([driver.close(), bare.close()]);
  return figures;
}

async function check({ name, askAll }, requests) {
  const answers = [];
  await askAll((index, answer) => {
    answers[index] = answer;
  });
  assert.deepEqual(
    answers,
    requests.map(({ item }) => ({ record: item })),
    `the answers through the ${name}`,
  );
}

async function startDriver(command) {
  const driver = await startAdapter({
    name: 'echo',
    command,
    directory: process.cwd(),
    environment: process.env,
    deadline: 10_000,
    startDeadline: 10_000,
    hello,
  });
  if ('failure' in driver)
    throw new Error(`the echo adapter did not start: ${driver.failure.detail}\n${driver.stderr}`);
  return driver;
}

/** Items of more than 800 bytes and 25 attributes: buckets with two limits. */
function echoedItems() {
  return recordsOf('bucket').map((record) =>
    referenceItem(
      'bucket',
      Object.fromEntries(
        Object.entries(record).map(([name, value]) =>
          name.startsWith('b_') ? [name, { wcu: value.wcu, rpm: value.rpm }] : [name, value],
        ),
      ),
    ),
  );
}
