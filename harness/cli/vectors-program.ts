import { type Command, Option } from 'commander';
import { vectorKinds } from '../../src/vector/vector.ts';
import type { Host } from '../host/host.ts';
import { advisingWith } from './advice.ts';
import type { AddOptions } from './commands/vectors/add.ts';
import type { CoverageOptions } from './commands/vectors/coverage.ts';
import type { ExportOptions } from './commands/vectors/export.ts';
import type { FmtOptions } from './commands/vectors/fmt.ts';
import type { GenerateOptions } from './commands/vectors/generate.ts';
import type { ListOptions } from './commands/vectors/list.ts';
import type { VectorOptions } from './commands/vectors/locate.ts';
import { exportFormats } from './export-format.ts';
import type { ExitCode } from './outcome.ts';

/** The commands about golden vectors. Each loads what it needs when it is called, so that no other command waits for it. */
export function addVectorCommands(program: Command, host: Host, finish: (code: ExitCode) => void): void {
  const vectors = program
    .command('vectors')
    .description('golden vectors of a schema')
    .addHelpText('after', '\nExample:\n  $ itemproof vectors generate --check');

  add('generate', 'write them', 'generate --check')
    .option('--check', 'write nothing, and fail when a file would change')
    .option('--forget-added', 'go on without added vectors whose file is gone or damaged')
    .option('--renamed-from <name>', 'take over the vectors of the schema when it had this name')
    .option('--json', 'changed files as NDJSON')
    .action(async (options: GenerateOptions) => {
      const { runGenerate } = await import('./commands/vectors/generate.ts');
      finish(await advisingWith(options, () => runGenerate(host, options)));
    });

  add('verify', 'recompute each of them with the reference codec', 'verify')
    .option('--json', 'problems as NDJSON')
    .action(async (options: VectorOptions) => {
      const { runVerify } = await import('./commands/vectors/verify.ts');
      finish(await advisingWith(options, () => runVerify(host, options)));
    });

  add(
    'add',
    'add one that you write down, as JSON',
    'add --record-type bucket --kind items --description "…" case.json',
  )
    .argument('[file]', 'the case; standard input if left out')
    .requiredOption('--record-type <name>', 'what it is a case of')
    .addOption(new Option('--kind <kind>', 'what it says').choices(vectorKinds).makeOptionMandatory())
    .requiredOption('--description <text>', 'the case in a few words')
    .option('--hazard <name>', 'what it is there to find; may be repeated', collect, [])
    .option('--id <name>', 'the last part of its id, instead of one that is made of the description')
    .option('--json', 'what was added as one object')
    .action(async (file: string | undefined, options: AddOptions) => {
      const { runAdd } = await import('./commands/vectors/add.ts');
      finish(await advisingWith(options, () => runAdd(host, file, options)));
    });

  add('remove', 'take away some that were added', 'remove bucket/a-case', { schema: false })
    .argument('<id...>', 'their ids')
    .option('--json', 'what was removed, one object a line')
    .action(async (ids: readonly string[], options: VectorOptions) => {
      const { runRemove } = await import('./commands/vectors/remove.ts');
      finish(await advisingWith(options, () => runRemove(host, ids, options)));
    });

  add('recompute', 'compute those that were added again, as the schema is now', 'recompute bucket/a-case')
    .argument('[id...]', 'their ids; all that were added if left out')
    .option('--json', 'what was recomputed, one object a line')
    .action(async (ids: readonly string[], options: VectorOptions) => {
      const { runRecompute } = await import('./commands/vectors/recompute.ts');
      finish(await advisingWith(options, () => runRecompute(host, ids, options)));
    });

  add('lint', 'look for duplicates, unknown hazards, and another form than they are written in', 'lint')
    .option('--json', 'findings as NDJSON')
    .action(async (options: VectorOptions) => {
      const { runLint } = await import('./commands/vectors/lint.ts');
      finish(await advisingWith(options, () => runLint(host, options)));
    });

  add('fmt', 'bring their files into the form that is written, without another content', 'fmt --check')
    .option('--check', 'write nothing, and fail when a file would change')
    .option('--json', 'changed files as NDJSON')
    .action(async (options: FmtOptions) => {
      const { runFmt } = await import('./commands/vectors/fmt.ts');
      finish(await advisingWith(options, () => runFmt(host, options)));
    });

  add('list', 'list them, one a line', 'list --hazard num-js-unsafe-integer --kind refusals', { schema: false })
    .option('--record-type <name>', 'only those of this one; may be repeated', collect, [])
    .option('--hazard <name>', 'only those that find this one; may be repeated', collect, [])
    .addOption(new Option('--kind <kind>', 'only those of this kind').choices(vectorKinds))
    .option('--json', 'one object a line')
    .action(async (options: ListOptions) => {
      const { runList } = await import('./commands/vectors/list.ts');
      finish(await advisingWith(options, () => runList(host, options)));
    });

  add('show', 'show one of them', 'show bucket/complete', { schema: false })
    .argument('<id>', 'its id, as "vectors list" and findings have it')
    .option('--json', 'as one object')
    .action(async (id: string, options: VectorOptions) => {
      const { runShow } = await import('./commands/vectors/show.ts');
      finish(await advisingWith(options, () => runShow(host, id, options)));
    });

  add('coverage', 'say how many of them exercise each part of the schema', 'coverage --strict')
    .option('--strict', 'fail when a part has no vector')
    .option('--json', 'parts as NDJSON')
    .action(async (options: CoverageOptions) => {
      const { runCoverage } = await import('./commands/vectors/coverage.ts');
      finish(await advisingWith(options, () => runCoverage(host, options)));
    });

  add('export', 'write them for other programs', 'export --format dynamodb-import --output items.json')
    .addOption(new Option('--format <format>', 'what to write').choices(exportFormats).makeOptionMandatory())
    .option('--output <file>', 'where to; standard output if left out')
    .option('--record-type <name>', 'only those of this one; may be repeated', collect, [])
    .option('--table <name>', 'only those of this table')
    .action(async (options: ExportOptions) => {
      const { runExport } = await import('./commands/vectors/export.ts');
      finish(await advisingWith(options, () => runExport(host, options)));
    });

  function add(name: string, description: string, example: string, { schema = true } = {}): Command {
    const command = vectors
      .command(name)
      .description(description)
      .addHelpText('after', `\nExample:\n  $ itemproof vectors ${example}`)
      .addOption(new Option('--config <file>', 'the configuration').default('itemproof.yaml'));
    // The others take it too, to say what they need instead: who works without a configuration gives it to each command.
    if (schema) command.option('--schema <file>', 'the schema, instead of that of the configuration');
    else command.addOption(new Option('--schema <file>').hideHelp());
    return command.option('--vectors <folder>', 'the folder of its vectors, instead of that of the configuration');
  }
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}
