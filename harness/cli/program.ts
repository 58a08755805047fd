import { Command, InvalidArgumentError, Option } from 'commander';
import { type CheckId, checkIds } from '../../src/check/registry.ts';
import type { Host } from '../host/host.ts';
import type { filters } from './commands/filters.ts';
import type { RunCommandOptions } from './commands/run.ts';
import type { SelfTestOptions } from './commands/self-test.ts';
import type { ExitCode } from './outcome.ts';
import { addSchemaCommands } from './schema-program.ts';
import { addVectorCommands } from './vectors-program.ts';
import { version } from './version.ts';

const exitCodes = `
Exit status: 0 clean, 1 findings, 2 unusable input or usage, 3 trouble with the environment.`;

/**
 * The command line, as commander knows it. `finish` is told how the command ended. What a command needs is loaded when it is
 * called: to load all takes longer than to check a schema.
 */
export function createProgram(host: Host, finish: (code: ExitCode) => void): Command {
  const program = new Command('itemproof')
    .description(
      'Proves that implementations of one DynamoDB design build the same keys and read and write the same items.',
    )
    .version(version())
    .exitOverride()
    .configureOutput({ writeOut: (text) => void host.write(text), writeErr: host.note })
    .showHelpAfterError('(add --help for what there is)')
    .addHelpText('after', `\nExample:\n  $ itemproof run --implementation python --record-type bucket\n${exitCodes}`);

  program
    .command('run')
    .description('compare the implementations of a configuration with the contract and with each other')
    .addOption(configOption())
    .addOption(new Option('--store <kind>', 'the store to write to').choices(['embedded', 'dynamodb-local']))
    .option('--implementation <name>', 'only this one; may be repeated', collect, [])
    .option('--record-type <name>', 'only this one; may be repeated', collect, [])
    .option('--check <id>', `only this one; may be repeated: ${checkIds.join(', ')}`, collectCheck, [])
    .option('--vector <id>', 'only this one; may be repeated', collect, [])
    .option('--index <name>', 'only parses of its keys, and keys in its order; may be repeated', collect, [])
    .option('--writer <name>', 'only what this one wrote to the store; may be repeated', collect, [])
    .option('--every-read', 'cross-read every vector, not only one of each shape')
    .option('--quick', 'one vector of each hazard of each record type: a first verdict')
    .option('--json', 'events as NDJSON, closed by a summary')
    .addHelpText(
      'after',
      '\nExample:\n  $ itemproof run --implementation rust --check raw-put --vector bucket/complete',
    )
    .action(async (options: RunCommandOptions) => {
      const { runRun } = await import('./commands/run.ts');
      finish(await runRun(host, options));
    });

  addSchemaCommands(program, host, finish);
  addFilter(
    program,
    'encode',
    'records to items: {"record_type","record"} a line',
    '{"record_type":"version","record":{…}}',
  );
  addFilter(program, 'decode', 'items to records: {"item"} a line', '{"item":{"PK":{"S":"_/SYSTEM#"},…}}');
  addFilter(program, 'identify', 'items to record types: {"item"} a line', '{"item":{"PK":{"S":"_/SYSTEM#"},…}}');
  const key = program
    .command('key')
    .description('build and parse keys')
    .addHelpText(
      'after',
      '\nExample:\n  $ echo \'{"record_type":"version","record":{…}}\' | itemproof key build --schema schema.yaml',
    );
  addFilter(
    key,
    'build',
    'records to keys: {"record_type","record"} a line',
    '{"record_type":"version","record":{…}}',
    'key build',
  );
  addFilter(
    key,
    'parse',
    'keys to components: {"record_type","index","key"} a line',
    '{"record_type":"version","index":"primary","key":{…}}',
    'key parse',
  );

  addVectorCommands(program, host, finish);

  program
    .command('self-test')
    .description('look whether the vectors find the mistakes that programs make')
    .option('--schema <file>', 'only the vectors of this schema, instead of the shipped ones')
    .option('--config <file>', 'only those of the schema of this configuration')
    .option('--json', 'faults and what found them as NDJSON')
    .addHelpText('after', '\nExample:\n  $ itemproof self-test --schema schema.yaml')
    .action(async (options: SelfTestOptions) => {
      const { runSelfTest } = await import('./commands/self-test.ts');
      finish(await runSelfTest(host, options));
    });

  return program;

  function addFilter(
    parent: Command,
    name: string,
    description: string,
    line: string,
    filter: keyof typeof filters = name as keyof typeof filters,
  ): void {
    parent
      .command(name)
      .description(description)
      .requiredOption('--schema <file>', 'the schema')
      .addHelpText(
        'after',
        `\nA line that cannot be used gives {"error":{…,"path"}} in its place.\n\nExample:\n  $ echo '${line}' | itemproof ${filter} --schema schema.yaml`,
      )
      .action(async (options: { schema: string }) => {
        const { runFilter } = await import('./commands/filters.ts');
        finish(await runFilter(host, filter, options));
      });
  }
}

function configOption(): Option {
  return new Option('--config <file>', 'the configuration').default('itemproof.yaml');
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}

function collectCheck(value: string, previous: readonly CheckId[]): readonly CheckId[] {
  const check = checkIds.find((id) => id === value);
  if (check === undefined) throw new InvalidArgumentError(`Allowed choices are ${checkIds.join(', ')}.`);
  return [...previous, check];
}
