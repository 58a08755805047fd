import { catalogue, type DiagnosticCode } from '../../../src/diagnostics/catalogue.ts';
import { explanationOf } from '../../../src/diagnostics/explain.ts';
import { didYouMean } from '../../../src/diagnostics/suggest.ts';
import type { Host } from '../../host/host.ts';
import { type ExitCode, UsageError } from '../outcome.ts';

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

/** Says what a code protects from and why, with a file that breaks the rule and the same file repaired. */
export async function runExplain(host: Host, name: string): Promise<ExitCode> {
  const code = codes.find((each) => each === name);
  if (code === undefined)
    throw new UsageError(
      `there is no diagnostic "${name}"; ${didYouMean(name, codes)}${codes.length > 12 ? ' ("itemproof rules" lists them)' : ''}`,
    );
  const [severity, protects] = catalogue[code];
  const { why, example } = explanationOf(code);
  await host.write([`${code} (${severity})`, protects, '', ...why, ''].join('\n'));
  if (example !== null) {
    await host.write(
      `\nThis breaks it:\n\n${indented(example.broken)}\nThis does not:\n\n${indented(example.repaired)}`,
    );
  }
  return 0;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
