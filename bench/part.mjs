// One of the benchmarks, in a process of its own: what the compiler learnt from another would change its figures.
import { argv } from 'node:process';

const benchmarks = {
  check: async () => (await import('./check/benchmark.mjs')).benchmarkCheck,
  codec: async () => (await import('./codec/benchmark.mjs')).benchmarkCodec,
  driver: async () => (await import('./driver/benchmark.mjs')).benchmarkDriver,
  run: async () => (await import('./run/benchmark.mjs')).benchmarkRun,
  store: async () => (await import('./store/benchmark.mjs')).benchmarkStore,
  vectors: async () => (await import('./vectors/benchmark.mjs')).benchmarkVectors,
};

const [name, rounds, roundMs] = argv.slice(2);
const benchmark = await benchmarks[name]();
process.send(
  await benchmark({
    rounds: Number(rounds),
    roundMs: Number(roundMs),
    onProgress: (what) => process.stderr.write(`bench: ${what}\n`),
  }),
);
process.disconnect();
