import { rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { main } from '../../harness/cli/main.ts';
import type { Host } from '../../harness/host/host.ts';
import { nodeHost } from '../../harness/host/node-host.ts';
import { packagePath } from '../../harness/stores/package-root.ts';

const recordTypes = 10;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'itemproof-progress-'));
  const generator = (await import(pathToFileURL(packagePath('bench', 'check', 'generate.mjs')).href)) as {
    readonly generateSchema: (count: number) => string;
  };
  writeFileSync(join(folder, 'schema.yaml'), generator.generateSchema(recordTypes));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A disk on which whoever reads a few files waits for longer than nothing is shown for. */
function slowHost(): Host {
  const host = nodeHost();
  const readExact: Host['files']['readExact'] = async (path) => {
    await sleep(30);
    return host.files.readExact(path);
  };
  return { ...host, files: { ...host.files, readExact } };
}

/** What a command writes to standard error, one text each time, where it is a terminal that somebody watches or not. */
async function notesOf(interactive: boolean, args: readonly string[]): Promise<readonly string[]> {
  const notes: string[] = [];
  const host = { ...slowHost(), interactive, write: async () => {}, note: (text: string) => void notes.push(text) };
  expect(await main(host, args)).toBe(0);
  return notes;
}

const onSlowDisk = (...args: readonly string[]): readonly string[] => [
  ...args,
  '--schema',
  join(folder, 'schema.yaml'),
  '--vectors',
  join(folder, 'vectors'),
];

const commands: readonly (readonly [string, () => readonly string[], RegExp])[] = [
  ['vectors generate', () => onSlowDisk('vectors', 'generate'), /^\r\d+ % {2}\d+ of 11 record types$/],
  ['vectors verify', () => onSlowDisk('vectors', 'verify'), /^\r\d+ % {2}\d+ of 11 record types$/],
  [
    'self-test',
    () => ['self-test', '--schema', packagePath('schema', 'domains', 'bookstore', 'schema.yaml')],
    /^\r\d+ % {2}\d+ of \d+ faults *$/,
  ],
];

it.each(commands)('%s counts for a person who waits, and takes the line back', async (_name, args, line) => {
  const notes = await notesOf(true, args());
  expect(notes.filter((text) => line.test(text)).length).toBeGreaterThan(0);
  expect(notes.at(-1)).toMatch(/^\r +\r$/);
  expect(notes.join('')).not.toContain('\u001b');
});

it.each(commands)('%s says nothing where nobody watches', async (_name, args) => {
  expect(await notesOf(false, args())).toEqual([]);
});
