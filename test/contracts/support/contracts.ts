import { readdirSync } from 'node:fs';
import { compileSchema } from '../../../src/compile.ts';
import type { CompiledSchema } from '../../../src/model/model.ts';
import { readText } from '../../support/codec.ts';

const domains = 'schema/domains';

/** Every shipped schema file, by the name that docs/contracts.md gives it: `dialogue/schema`. */
export const contracts: readonly string[] = readdirSync(new URL(`../../../${domains}`, import.meta.url), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => path.replaceAll('\\', '/').replace(/\.yaml$/, ''))
  .sort();

/** The text of a shipped schema file. */
export function contractText(name: string): string {
  return readText(`${domains}/${name}.yaml`);
}

const compiled = new Map<string, CompiledSchema>();

/** A shipped schema file, compiled; once, because the largest takes a second. */
export function compileContract(name: string): CompiledSchema {
  const known = compiled.get(name) ?? compileContractText(contractText(name), `${domains}/${name}.yaml`);
  compiled.set(name, known);
  return known;
}

/** The text of a schema file, compiled; for what a test has changed. */
export function compileContractText(text: string, file = 'changed.yaml'): CompiledSchema {
  return compileSchema(file, text);
}
