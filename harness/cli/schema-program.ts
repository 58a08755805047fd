import type { Command } from 'commander';
import type { Host } from '../host/host.ts';
import type { SchemaOptions } from './commands/schema.ts';
import { places } from './discover.ts';
import type { ExitCode } from './outcome.ts';

/** The commands for whoever writes a schema. Each loads what it needs when it is called, so that no other waits for it. */
export function addSchemaCommands(program: Command, host: Host, finish: (code: ExitCode) => void): void {
  program
    .command('init')
    .description('write a schema and a configuration to begin with')
    .argument('[folder]', 'where to', '.')
    .addHelpText('after', '\nNothing is overwritten.\n\nExample:\n  $ itemproof init shop')
    .action(async (folder: string) => {
      const { runInit } = await import('./commands/init.ts');
      finish(await runInit(host, folder));
    });

  program
    .command('check')
    .description('compile schema files and say everything that is wrong with them')
    .argument('[schema...]', `schema files; without one, ${places}`)
    .option('--json', 'diagnostics as NDJSON')
    .addHelpText('after', '\nExample:\n  $ itemproof check schema/domains/rate-limits/schema.yaml')
    .action(async (files: readonly string[], options: { json?: boolean }) => {
      const { runCheck } = await import('./commands/check.ts');
      finish(await runCheck(host, files, options));
    });

  program
    .command('schema')
    .description('write what a schema compiles to')
    .option('--json', 'the model: every default filled in, every reference resolved')
    .option('--digest', 'the digest of the whole, of each record type and of each index')
    .option('--json-schema <record-type>', 'the JSON Schema of the records of this type')
    .option('--schema <file>', `the schema; without it, ${places}`)
    .addHelpText('after', '\nExample:\n  $ itemproof schema --json-schema order --schema schema.yaml')
    .action(async (options: SchemaOptions) => {
      const { runSchema } = await import('./commands/schema.ts');
      finish(await runSchema(host, options));
    });

  program
    .command('rules')
    .description('list every diagnostic there is')
    .option('--json', 'one object a line')
    .addHelpText('after', '\nExample:\n  $ itemproof rules --json')
    .action(async (options: { json?: boolean }) => {
      const { runRules } = await import('./commands/rules.ts');
      finish(await runRules(host, options));
    });

  program
    .command('hazards')
    .description('list every hazard that vectors and diagnostics find')
    .option('--json', 'one object a line')
    .addHelpText('after', '\nExample:\n  $ itemproof hazards --json')
    .action(async (options: { json?: boolean }) => {
      const { runHazards } = await import('./commands/hazards.ts');
      finish(await runHazards(host, options));
    });

  program
    .command('explain')
    .description('say what a diagnostic protects from, or what a hazard does, with an example of it')
    .argument('<name>', 'the code in brackets at the end of a message, or a hazard of a vector')
    .option('--json', 'one object')
    .addHelpText('after', '\nExample:\n  $ itemproof explain key-collision')
    .action(async (code: string, options: { json?: boolean }) => {
      const { runExplain } = await import('./commands/rules.ts');
      finish(await runExplain(host, code, options));
    });
}
