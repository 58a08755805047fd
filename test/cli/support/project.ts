import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { packagePath } from '../../../harness/stores/package-root.ts';
import { type CommandOptions, type Ended, itemproof } from '../../e2e/support/command.ts';

/** A project of a stranger, in a folder of its own. */
export type Project = {
  readonly folder: string;
  readonly run: (args: readonly string[], options?: Omit<CommandOptions, 'directory'>) => Promise<Ended>;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string | Uint8Array) => void;
  readonly remove: (path: string) => void;
  /** Replaces a text that is there, or fails. */
  readonly replace: (path: string, before: string, after: string) => void;
};

/** The smallest schema that is worth writing vectors for. */
export const smallSchema = `format: 1
name: orders
version: 1.0.0
table:
  name: orders
  keys:
    primary: { partition_key: PK, sort_key: SK }
record_types:
  order:
    description: One order.
    pk_pattern: "ORDER#{order_id}"
    sk: "#META"
    attributes:
      order_id: { type: string, pattern: '[a-z0-9]+', max_length: 12, required: true }
      total: { type: integer, minimum: 0, maximum: 1000, required: true }
      note: { type: string, max_length: 20 }
`;

/** An adapter that supports nothing, so that a configuration has somebody in it. */
export const echo = JSON.stringify(['node', packagePath('test', 'fixtures', 'adapters', 'echo.mjs')]);

export const smallConfig = `schema: schema.yaml
vectors: vectors
implementations:
  echo:
    command: ${echo}
`;

/** @param atEnd is given what removes the project and its copies: after the test, or after all tests of a file */
export function emptyProject(atEnd: (remove: () => void) => void = onTestFinished): Project {
  const root = mkdtempSync(join(tmpdir(), 'itemproof-cli-'));
  atEnd(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, 'project');
  mkdirSync(folder);
  return projectIn(folder);
}

/** Another project with the same files, for a test that changes them. */
export function copyOf({ folder }: Project): Project {
  const copy = mkdtempSync(`${folder}-`);
  cpSync(folder, copy, { recursive: true });
  return projectIn(copy);
}

function projectIn(folder: string): Project {
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const write = (path: string, text: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  return {
    folder,
    run: (args, options) => itemproof(args, { ...options, directory: folder }),
    read,
    write,
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    replace: (path, before, after) => {
      const text = read(path);
      if (!text.includes(before)) throw new Error(`${path} has no ${before}`);
      write(
        path,
        text.replace(before, () => after),
      );
    },
  };
}

/** Removes projects that all tests of a file share. */
export function sharedProjects(): { readonly keep: (remove: () => void) => void; readonly removeAll: () => void } {
  const removals: (() => void)[] = [];
  return {
    keep: (remove) => {
      removals.push(remove);
    },
    removeAll: () => {
      for (const remove of removals) remove();
    },
  };
}

/** A project with a small schema, its vectors and a configuration. */
export async function smallProject(atEnd?: (remove: () => void) => void): Promise<Project> {
  const project = emptyProject(atEnd);
  project.write('schema.yaml', smallSchema);
  project.write('itemproof.yaml', smallConfig);
  const { code, stderr } = await project.run(['vectors', 'generate']);
  if (code !== 0) throw new Error(stderr);
  return project;
}

/** The file of `smallProject` that `addMine` adds to. */
export const addedTo = 'vectors/order/items.json';

/**
 * Adds a vector to a `smallProject`, as somebody does who writes one down.
 *
 * @param id the last part of its id, and the id of its order; that of the description "mine" if left out
 */
export async function addMine(project: Project, id?: string, ...options: readonly string[]): Promise<void> {
  const named = id === undefined ? options : ['--id', id, ...options];
  const args = ['vectors', 'add', '--record-type', 'order', '--kind', 'items', '--description', 'mine', ...named];
  const input = JSON.stringify({ record: { order_id: id ?? 'a1', total: '7', note: 'x"y' } });
  const { code, stderr } = await project.run(args, { input });
  if (code !== 0) throw new Error(stderr);
}

/** A copy of the shipped schema and its vectors. */
export function shippedProject(atEnd?: (remove: () => void) => void): Project {
  const project = emptyProject(atEnd);
  cpSync(packagePath('schema/domains/rate-limits/schema.yaml'), join(project.folder, 'schema.yaml'));
  cpSync(packagePath('vectors/rate-limits'), join(project.folder, 'vectors'), { recursive: true });
  project.write('itemproof.yaml', smallConfig);
  return project;
}
