import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { configSchema, knownSchema } from '../../src/config/config-schema.ts';
import { hazardSchema } from '../../src/hazard/hazard-schema.ts';
import type { ShapeName } from '../../src/model/acceptors.ts';
import { languageSchema } from '../../src/model/language-schema.ts';
import { protocolSchema } from '../../src/protocol/protocol-schema.ts';
import { manifestSchema, vectorSchema } from '../../src/vector/vector-schema.ts';

/** The shapes that are compiled ahead. */
export const compiledShapes: { readonly [Name in ShapeName]: object } = {
  config: configSchema,
  hazards: hazardSchema,
  hello: protocolSchema.$defs.hello,
  known: knownSchema,
  language: languageSchema,
  manifest: manifestSchema,
  vector: vectorSchema,
};

/** The text of a module that stands in for `src/model/acceptors.ts`: the shapes as code. */
export function acceptorsModule(): string {
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    validateSchema: false,
    // What only accepts stops at the first violation, and needs no words for it.
    messages: false,
    code: { source: true, esm: true },
  });
  const names = Object.keys(compiledShapes) as readonly ShapeName[];
  for (const name of names) ajv.addSchema(compiledShapes[name], name);
  const code = standalone.default(ajv, Object.fromEntries(names.map((name) => [name, name])));
  return [
    '// Written by the build. Do not edit.',
    "import { createRequire } from 'node:module';",
    // The validator's own helpers are CommonJS.
    'const require = createRequire(import.meta.url);',
    code,
    `export const acceptors = { ${names.join(', ')} };`,
    "export const shapeLibrary = () => require('ajv/dist/2020.js').Ajv2020;",
    '',
  ].join('\n');
}
