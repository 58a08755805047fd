import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { shellWord } from '../../src/plan/replay.ts';
import { InputError, UsageError } from './outcome.ts';

/** Which schema and which vectors a command was given; another command has to be given the same. */
export type Given = { readonly config: string; readonly schema?: string; readonly vectors?: string };

/** What advice to call the commands about vectors looks like where nobody knows what was given. */
const command = /"itemproof vectors (generate|verify|fmt|add|show|remove|recompute)([^"]*)"/g;

/** Adds what was given to every command that a text advises to run. */
export function completeAdvice({ config, schema, vectors }: Given, text: string): string {
  return text.replace(command, (all, name: string, more: string) => {
    const options = [
      ...(config === 'itemproof.yaml' ? [] : ['--config', config]),
      ...(schema === undefined || name === 'show' || name === 'remove' ? [] : ['--schema', schema]),
      ...(vectors === undefined ? [] : ['--vectors', vectors]),
    ];
    return options.length === 0 ? all : `"itemproof vectors ${name}${more} ${options.map(shellWord).join(' ')}"`;
  });
}

/** The same for the help of a diagnostic. */
export function completeHelp(given: Given, diagnostic: Diagnostic): Diagnostic {
  return diagnostic.help === undefined ? diagnostic : { ...diagnostic, help: completeAdvice(given, diagnostic.help) };
}

/** Adds what was given to what errors advise to run. */
export async function advisingWith<Value>(given: Given, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(completeAdvice(given, error.message));
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      error.diagnostics.map((each) => completeHelp(given, each)),
      error.sources,
    );
  }
}
