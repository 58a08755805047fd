import { runGenerate } from '../cli/commands/vectors/generate.ts';
import { nodeHost } from '../host/node-host.ts';
import { optimiseLater } from '../host/optimise-later.ts';
import { suites } from './suites.ts';

// Writes the golden vectors of every shipped contract, as "itemproof vectors generate" does it for one: npm run generate.
optimiseLater();
const host = nodeHost();
for (const { schema, vectors } of suites) await runGenerate(host, { config: 'itemproof.yaml', schema, vectors });
