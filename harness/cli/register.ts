import { renderDiagnostic } from '../../src/diagnostics/render.ts';
import type { Hazard } from '../../src/hazard/hazard.ts';
import { readRegister } from '../../src/hazard/read.ts';
import { isAdded } from '../../src/vector/added.ts';
import type { NamesInFile } from '../../src/vector/added-names.ts';
import { HarnessError } from '../host/harness-error.ts';
import type { Host } from '../host/host.ts';
import { packagePath } from '../stores/package-root.ts';

/** The register of hazards of this package. If it cannot be used, the package is broken, and not what the user wrote. */
export async function loadRegister({ files }: Pick<Host, 'files'>): Promise<readonly Hazard[]> {
  const path = packagePath('schema', 'hazards.yaml');
  const text = await files.read(path);
  if (text === undefined) throw new HarnessError('package-broken', `There is no ${path}; install the package again`);
  const { hazards, diagnostics } = readRegister(path, text);
  if (hazards !== undefined) return hazards;
  throw new HarnessError('package-broken', diagnostics.map((each) => renderDiagnostic(each, text)).join('\n'));
}

/** The ids of all hazards. */
export async function hazardIds(host: Pick<Host, 'files'>): Promise<ReadonlySet<string>> {
  return new Set((await loadRegister(host)).map(({ id }) => id));
}

/**
 * The ids that added vectors may name. To read the register takes a quarter of a second, so it is left alone where nobody
 * added anything.
 */
export async function hazardsOfAdded(host: Host, files: readonly NamesInFile[]): Promise<ReadonlySet<string>> {
  return files.some(({ names }) => names.some(isAdded)) ? hazardIds(host) : new Set();
}
