import type { Hazard } from '../../../src/hazard/hazard.ts';
import type { Host } from '../../host/host.ts';
import type { ExitCode } from '../outcome.ts';
import { loadRegister } from '../register.ts';

/** Lists every hazard: its name, what it does to data, and what goes wrong. */
export async function runHazards(host: Host, options: { readonly json?: boolean }): Promise<ExitCode> {
  const hazards = await loadRegister(host);
  const width = Math.max(...hazards.map(({ id }) => id.length));
  const effectWidth = Math.max(...hazards.map(({ effect }) => effect.length));
  for (const hazard of hazards) {
    const { id, effect, title } = hazard;
    await host.write(
      options.json === true
        ? `${JSON.stringify({ type: 'hazard', ...hazard })}\n`
        : `${id.padEnd(width)}  ${effect.padEnd(effectWidth)}  ${title}\n`,
    );
  }
  return 0;
}

/** What there is to say about one hazard, as paragraphs. */
export function hazardText({ id, effect, title, description, bites, example, detection, sources }: Hazard): string {
  const vectors = detection.vectors.map((kind) => `${kind} vectors`);
  return [
    `${id} (${effect})`,
    title,
    '',
    description,
    '',
    `Example:  ${example}`,
    `Who:      ${bites.join(', ')}`,
    `Found by: ${[...vectors, ...detection.diagnostics].join(', ')}`,
    'Known from:',
    ...sources.map((source) => `  ${source}`),
    '',
  ].join('\n');
}
