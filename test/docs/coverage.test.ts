import type { Command } from 'commander';
import { expect, it } from 'vitest';
import { createProgram } from '../../harness/cli/program.ts';
import { nodeHost } from '../../harness/host/node-host.ts';
import { probes } from '../../harness/stores/probes/index.ts';
import { checkIds, checks, operations } from '../../src/check/registry.ts';
import { configSchema } from '../../src/config/config-schema.ts';
import { catalogue } from '../../src/diagnostics/catalogue.ts';
import { languageSchema } from '../../src/model/language-schema.ts';
import { stringFormats } from '../../src/model/string-format.ts';
import { protocolSchema } from '../../src/protocol/protocol-schema.ts';
import { eventSchema } from '../../src/report/event-schema.ts';
import { isObject } from '../../src/value/json.ts';
import { smallCodec } from '../support/small.ts';
import { page } from './support/pages.ts';

const missingIn = (path: string, names: Iterable<string>): readonly string[] => {
  const { text } = page(path);
  return [...new Set(names)].filter((name) => !text.includes(`\`${name}\``));
};

it('every key and every value of the schema language is explained', () => {
  expect(missingIn('docs/schema-language.md', [...namesIn(languageSchema), ...valuesIn(languageSchema)])).toEqual([]);
});

it('every key of the configuration is explained', () => {
  expect(missingIn('docs/configuration.md', namesIn(configSchema))).toEqual([]);
});

it('every member of hello, every operation and every class of errors is explained', () => {
  const { hello, error } = protocolSchema.$defs;
  expect(missingIn('docs/protocol.md', [...namesIn(hello), ...operations])).toEqual([]);
  const { text } = page('docs/protocol.md');
  expect(valuesIn(error).filter((name) => !text.includes(name))).toEqual([]);
});

it('every event of a run is named', () => {
  const types = eventSchema.oneOf.flatMap((event) => valuesIn(event).slice(0, 1));
  expect(missingIn('docs/ci.md', types)).toEqual([]);
});

it('every check has a section, and a line in the table', () => {
  const { text } = page('docs/checks.md');
  const missing = checkIds.filter(
    (id) =>
      !text.includes(`\n### ${id}\n`) || !text.includes(`| [\`${id}\`](#${id}) | `) || !text.includes(checks[id].op),
  );
  expect(missing).toEqual([]);
});

it('every diagnostic is in the table, as the catalogue has it', () => {
  const { text: whole } = page('docs/schema-language.md');
  const text = whole.slice(whole.lastIndexOf('\n## Diagnostics\n'));
  const rows = Object.entries(catalogue).map(
    ([code, [severity, sentence]]) => `| \`${code}\` | ${severity} | ${sentence} |`,
  );
  expect(rows.filter((row) => !text.includes(`${row}\n`))).toEqual([]);
  expect([...text.matchAll(/^\| `[a-z-]+` \| (?:error|warning) \|/gm)]).toHaveLength(rows.length);
});

it('every format of text has its pattern, and takes what the page says', () => {
  const { blocks, text } = page('docs/schema-language.md');
  const width = Math.max(...[...stringFormats.keys()].map((name) => name.length));
  const patterns = [...stringFormats].map(([name, pattern]) => `${name.padEnd(width)}  ${pattern}`);
  expect(blocks.map((block) => block.text)).toContain(patterns.join('\n'));
  const section = text.slice(text.indexOf('\n### Formats of text\n'), text.indexOf('\n## Design\n'));
  for (const name of stringFormats.keys()) {
    const row = new RegExp(`^\\| \`${name}\` \\| (.+) \\| (.+) \\|$`, 'm').exec(section);
    const codec = smallCodec(`a: { type: string, format: ${name} }`);
    const accepted = (cell = ''): readonly boolean[] =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, a = '']) => codec.encode('thing', { id: 'x', a }).ok);
    const found = { takes: new Set(accepted(row?.[1])), refuses: new Set(accepted(row?.[2])) };
    expect({ name, ...found }).toEqual({ name, takes: new Set([true]), refuses: new Set([false]) });
  }
});

it('every capability of a store is in the table', () => {
  const { text } = page('docs/stores.md');
  expect(
    probes.filter(({ id, description }) => !text.includes(`| \`${id}\` | ${description.replace(/\.$/, '')} |`)),
  ).toEqual([]);
});

it('every command and every option is explained', () => {
  const { text } = page('docs/cli.md');
  const program = createProgram(nodeHost(), () => {});
  const missing = commandsIn(program, 'itemproof').flatMap(({ name, command }) => [
    ...(text.includes(`\`${name}\``) ? [] : [name]),
    ...command.options.map(({ flags }) => flags.replace(/^-., /, '')).filter((flags) => !text.includes(`\`${flags}\``)),
  ]);
  expect(missing).toEqual([]);
});

/** Commands that do something themselves, with their full names. */
function commandsIn(command: Command, name: string): readonly { readonly name: string; readonly command: Command }[] {
  if (command.commands.length === 0) return [{ name, command }];
  return command.commands.flatMap((each) => commandsIn(each, `${name} ${each.name()}`));
}

/** The names of all properties of a JSON Schema, however deep. */
function namesIn(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(namesIn);
  if (!isObject(schema)) return [];
  const own = isObject(schema['properties']) ? Object.keys(schema['properties']) : [];
  return [...own, ...Object.values(schema).flatMap(namesIn)];
}

/** The texts of all enumerations and constants of a JSON Schema, however deep. */
function valuesIn(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(valuesIn);
  if (!isObject(schema)) return [];
  const own = [schema['enum'], [schema['const']]].flat().filter((value) => typeof value === 'string');
  return [...own, ...Object.values(schema).flatMap(valuesIn)];
}
