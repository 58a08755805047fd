import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inCi } from '../../harness/host/wishes.ts';
import { commandsNotRun } from './support/commands-not-run.ts';
import { page, pages, root } from './support/pages.ts';
import { pageLimit, runPage } from './support/session.ts';
import { commandsOf, matches } from './support/transcript.ts';

const notRun = new Set(commandsNotRun.keys());
const commands = pages.flatMap(({ path, blocks }) =>
  blocks
    .filter(({ language }) => language === 'console' || language === 'sh')
    .flatMap((block) => commandsOf(block).map((command) => ({ path, ...command }))),
);
const executed = new Set(commands.filter(({ text }) => !notRun.has(text)).map(({ path }) => path));

/** Files that set-up makes. Without them, on a machine that lacks a language, the output is another one. */
const madeBySetup = ['.itemproof/venv/bin/python', '.itemproof/cargo/debug/rate-limits-adapter'];
const absent = madeBySetup.filter((path) => !existsSync(join(root, path)));
const mustRun = absent.length === 0 || inCi(process.env);

it.runIf(mustRun).concurrent.each([...executed])(
  'what %s shows is what its commands print',
  { timeout: pageLimit + 10_000 },
  async (path) => {
    const problems = (await runPage(page(path), notRun)).flatMap(({ command, printed, status }) => {
      const where = `${path}:${command.line}: ${command.text}`;
      const expected = command.output;
      if (expected !== undefined && !matches(expected, printed))
        return [`${where}\n--- printed\n${printed.join('\n')}`];
      return status === 0 || command.statusShown ? [] : [`${where}\nended with ${status}\n${printed.join('\n')}`];
    });
    expect(problems.join('\n\n')).toBe('');
  },
);

it('shows no output of a command that is not run', () => {
  const offences = commands.filter(({ text, output = [] }) => notRun.has(text) && output.join('').trim() !== '');
  expect(offences.map(({ path, line }) => `${path}:${line}`)).toEqual([]);
});

it('every script that the documentation names exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: { [name: string]: string };
  };
  const own = new Set(['ci', 'install', 'link', 'pack']);
  const named = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/\bnpm (?:run ([a-z]+)|(start|test)\b)/g)].map((found) => ({
      path,
      name: found[1] ?? found[2] ?? '',
    })),
  );
  expect(named.filter(({ name }) => scripts[name] === undefined)).toEqual([]);
  const other = pages.flatMap(({ text }) =>
    [...text.matchAll(/\bnpm (?!run|start|test)([a-z]+)\b/g)].map((found) => found[1] ?? ''),
  );
  expect(other.filter((name) => !own.has(name))).toEqual([]);
});

it('every command that is not run is shown somewhere, and has a reason', () => {
  const shown = new Set(commands.map(({ text }) => text));
  expect([...commandsNotRun].filter(([text, reason]) => !shown.has(text) || reason === '')).toEqual([]);
});

it('compares output line by line, with … for what may differ', () => {
  expect(matches(['a', '…', 'd'], ['a', 'b', 'c', 'd', ''])).toBe(true);
  expect(matches(['node …, ok'], ['node 20.1, ok'])).toBe(true);
  expect(matches(['a.c'], ['abc'])).toBe(false);
  expect(matches(['a'], ['a', 'b'])).toBe(false);
  expect(matches([], [''])).toBe(true);
});
