import { join } from 'node:path';
import type { Model } from '../../../../src/model/model.ts';
import { isObject } from '../../../../src/value/json.ts';
import { located } from '../../../../src/vector/lint/finding.ts';
import { readManifest } from '../../../../src/vector/read.ts';
import type { Host } from '../../../host/host.ts';
import { InputError } from '../../outcome.ts';

/**
 * The files that an earlier run wrote to a folder, by the folder's manifest: none when there is no manifest, or one that is
 * damaged, so that nobody knows.
 *
 * @throws InputError when the folder belongs to another schema, or `manifest.json` to another program: to write there would
 *   delete what somebody else keeps
 */
export async function filesOf(host: Host, folder: string, { name }: Model): Promise<ReadonlySet<string>> {
  const path = join(folder, 'manifest.json');
  const text = await host.files.read(path);
  if (text === undefined) return new Set();
  const manifest = readManifest(path, text).value;
  const owner = manifest?.schema.name ?? ownerOf(text);
  if (owner !== undefined && owner !== name) {
    const message =
      owner === null
        ? 'this is no manifest of vectors'
        : `this folder holds the vectors of "${owner}", and not of "${name}"`;
    const help = `name another folder with --vectors${owner === null ? '' : `, as ${join(folder, '..', name)}`}; nothing was written`;
    const pointer = owner === null ? [] : ['schema', 'name'];
    const taken = located({ name: path, text }, { code: 'vectors-taken', message, help, pointer });
    throw new InputError([taken], new Map([[path, text]]));
  }
  return new Set(Object.keys(manifest?.files ?? {}));
}

/** Whose manifest a text is that has not the published shape: `undefined` when that is damaged too, `null` for nobody's. */
function ownerOf(text: string): string | null | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(parsed) || !isObject(parsed['files']) || !isObject(parsed['schema'])) return null;
  const { name } = parsed['schema'];
  return typeof name === 'string' ? name : undefined;
}
