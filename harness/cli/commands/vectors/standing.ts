import { join } from 'node:path';
import type { Diagnostic } from '../../../../src/diagnostics/diagnostic.ts';
import type { Model } from '../../../../src/model/model.ts';
import { located } from '../../../../src/vector/lint/finding.ts';
import type { Host } from '../../../host/host.ts';
import { completeAdvice, type Given } from '../../advice.ts';
import type { LoadedVectors } from '../../load.ts';
import { InputError, UsageError } from '../../outcome.ts';
import { generateHelp, isCurrent } from '../../vector-set.ts';

/**
 * Says on standard error when vectors were written for another version of their schema.
 *
 * @returns whether they are those of this version
 * @throws InputError when they are those of another schema
 */
export function checkStanding(host: Host, folder: string, model: Model, vectors: LoadedVectors, given: Given): boolean {
  refuseOtherSchema(folder, model, vectors);
  if (isCurrent(vectors.manifest, model)) return true;
  const message = `the vectors in ${folder} were written for another version of the schema; ${generateHelp}`;
  host.note(`itemproof: warning: ${completeAdvice(given, message)}\n`);
  return false;
}

/** @throws InputError when a folder has the vectors of another schema: nothing that a command says about them would help */
export function refuseOtherSchema(
  folder: string,
  { name }: Model,
  { manifest, manifestText }: Pick<LoadedVectors, 'manifest' | 'manifestText'>,
): void {
  const owner = manifest.schema.name;
  if (owner === name) return;
  const source = { name: join(folder, 'manifest.json'), text: manifestText };
  throw new InputError([ownedBy(source, folder, owner, name)], new Map([[source.name, source.text]]));
}

/** @throws UsageError when they are those of another version of the schema: what is computed now would not fit to them */
export function refuseStale(folder: string, model: Model, vectors: LoadedVectors): void {
  refuseOtherSchema(folder, model, vectors);
  if (!isCurrent(vectors.manifest, model))
    throw new UsageError(`the vectors in ${folder} were written for another version of the schema; ${generateHelp}`);
}

/** That a folder has the vectors of another schema, and what to do when it is this one, which had another name. */
export function ownedBy(
  manifest: { readonly name: string; readonly text: string },
  folder: string,
  owner: string,
  name: string,
): Diagnostic {
  const message = `this folder holds the vectors of "${owner}", and not of "${name}"`;
  const help = `name another folder with --vectors, as ${join(folder, '..', name)}; if the schema was called "${owner}", run "itemproof vectors generate --renamed-from ${owner}"`;
  return located(manifest, { code: 'vectors-taken', message, help, pointer: ['schema', 'name'] });
}
