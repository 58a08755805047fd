import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hazard } from '../../../src/hazard/hazard.ts';
import { readRegister } from '../../../src/hazard/read.ts';
import { root } from '../../architecture/source-files.ts';

/** Where the register is. */
export const registerPath = 'schema/hazards.yaml';

export const registerText: string = readFileSync(join(root, registerPath), 'utf8');

/** The register of the package; throws what is wrong with it. */
export function register(): readonly Hazard[] {
  const { hazards, diagnostics } = readRegister(registerPath, registerText);
  if (hazards === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return hazards;
}
