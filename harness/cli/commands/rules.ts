import { catalogue, type DiagnosticCode } from '../../../src/diagnostics/catalogue.ts';
import { explanationOf } from '../../../src/diagnostics/explain.ts';
import { suggest } from '../../../src/diagnostics/suggest.ts';
import { harnessCodes, meaningOf } from '../../host/harness-codes.ts';
import type { Host } from '../../host/host.ts';
import { type ExitCode, UsageError } from '../outcome.ts';
import { loadRegister } from '../register.ts';
import { hazardText } from './hazards.ts';

const codes = Object.keys(catalogue) as readonly DiagnosticCode[];

/** Lists every diagnostic code: its severity, and what it protects from. */
export async function runRules(host: Host, options: { readonly json?: boolean }): Promise<ExitCode> {
  const width = Math.max(...codes.map((code) => code.length));
  for (const code of codes) {
    const [severity, protects] = catalogue[code];
    await host.write(
      options.json === true
        ? `${JSON.stringify({ type: 'rule', code, severity, protects })}\n`
        : `${code.padEnd(width)}  ${severity.padEnd(7)}  ${protects}\n`,
    );
  }
  return 0;
}

/**
 * Says what a code protects from and why, with a file that breaks the rule and the same file repaired; or what a hazard
 * does, and what finds it; or what has kept a command from its work.
 */
export async function runExplain(host: Host, name: string, options: { readonly json?: boolean }): Promise<ExitCode> {
  const hazards = await loadRegister(host);
  const hazard = hazards.find(({ id }) => id === name);
  if (hazard !== undefined) {
    await host.write(options.json === true ? `${JSON.stringify({ type: 'hazard', ...hazard })}\n` : hazardText(hazard));
    return 0;
  }
  const meaning = meaningOf(name);
  if (meaning !== undefined) {
    const text =
      options.json === true ? JSON.stringify({ type: 'trouble', code: name, meaning }) : `${name}\n${meaning}`;
    await host.write(`${text}\n`);
    return 0;
  }
  const code = codes.find((each) => each === name);
  if (code === undefined) {
    const best = suggest(name, [...codes, ...Object.keys(harnessCodes), ...hazards.map(({ id }) => id)]);
    throw new UsageError(
      `there is no diagnostic and no hazard "${name}"; ${best === undefined ? '' : `did you mean "${best}"? `}"itemproof rules" and "itemproof hazards" list them`,
    );
  }
  const [severity, protects] = catalogue[code];
  const { why, ...shown } = explanationOf(code);
  const found = hazards.filter(({ detection }) => detection.diagnostics.includes(code)).map(({ id }) => id);
  if (options.json === true) {
    const { example } = shown;
    const reason = example === null ? { no_example: shown.noExample } : {};
    const line = { type: 'rule', code, severity, protects, why, example, ...reason, finds: found };
    await host.write(`${JSON.stringify(line)}\n`);
    return 0;
  }
  await host.write([`${code} (${severity})`, protects, '', ...why, ''].join('\n'));
  if (found.length > 0) await host.write(`\nFinds: ${found.join(', ')}\n`);
  const { example } = shown;
  await host.write(
    example === null
      ? `\n${shown.noExample}\n`
      : `\nThis breaks it:\n\n${indented(example.broken)}\nThis does not:\n\n${indented(example.repaired)}`,
  );
  return 0;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
