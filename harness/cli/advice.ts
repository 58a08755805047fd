import { shellWord } from '../../src/plan/replay.ts';
import { InputError, UsageError } from './outcome.ts';

/** What advice to call the commands about vectors looks like where the configuration is not known. */
const command = /"itemproof vectors (generate|verify)"/g;

/** Adds the configuration to what errors advise to run, unless it is the one that is taken anyway. */
export async function advisingWith<Value>(config: string, work: () => Promise<Value>): Promise<Value> {
  if (config === 'itemproof.yaml') return work();
  const complete = (text: string): string =>
    text.replace(command, (_all, name: string) => `"itemproof vectors ${name} --config ${shellWord(config)}"`);
  try {
    return await work();
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(complete(error.message));
    if (!(error instanceof InputError)) throw error;
    const diagnostics = error.diagnostics.map((each) =>
      each.help === undefined ? each : { ...each, help: complete(each.help) },
    );
    throw new InputError(diagnostics, error.sources);
  }
}
