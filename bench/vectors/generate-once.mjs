// Generates the vectors of every shipped contract once, in a process that has generated nothing before, and says on file
// descriptor 3 how many seconds that took. The schemas are read and checked before the clock starts. V8 is told what commands
// tell it.
import { readFileSync, writeSync } from 'node:fs';
import { suites } from '../../dist/harness/formats/suites.js';
import { optimiseLater } from '../../dist/harness/host/optimise-later.js';
import { compileSchema } from '../../dist/src/compile.js';
import { generateVectors } from '../../dist/src/generate/vectors.js';
import { compileCodec } from '../../dist/src/item/codec.js';

optimiseLater();
const codecs = suites.map(({ schema }) => compileCodec(compileSchema(schema, readFileSync(schema, 'utf8')).model));
const start = performance.now();
let vectors = 0;
for (const codec of codecs)
  for (const recordType of codec.model.recordTypes)
    for (const file of generateVectors(codec, [recordType])) vectors += file.vectors.length;
writeSync(3, JSON.stringify({ seconds: (performance.now() - start) / 1000, vectors }));
