// Prints the results of generated schemas: node print-results.mjs SEED SCHEMAS. Sources are loaded as the tests load them.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('results-of.ts', import.meta.url)), { configFile: false });
process.stdout.write(module.resultsOf(Number(process.argv[2]), Number(process.argv[3])));
