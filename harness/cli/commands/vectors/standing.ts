import { join } from 'node:path';
import type { Model } from '../../../../src/model/model.ts';
import { located } from '../../../../src/vector/lint/finding.ts';
import type { Host } from '../../../host/host.ts';
import { completeAdvice, type Given } from '../../advice.ts';
import type { LoadedVectors } from '../../load.ts';
import { InputError } from '../../outcome.ts';
import { generateHelp, isCurrent } from '../../vector-set.ts';

/**
 * Says on standard error when vectors were written for another version of their schema.
 *
 * @returns whether they are those of this version
 * @throws InputError when they are those of another schema
 */
export function checkStanding(
  host: Host,
  folder: string,
  model: Model,
  { manifest, manifestText }: LoadedVectors,
  given: Given,
): boolean {
  const { name } = manifest.schema;
  if (name !== model.name) {
    const source = { name: join(folder, 'manifest.json'), text: manifestText };
    const message = `this folder holds the vectors of "${name}", and not of "${model.name}"`;
    const help = 'name the folder of its vectors with --vectors, or their schema with --schema';
    const other = located(source, { code: 'vectors-taken', message, help, pointer: ['schema', 'name'] });
    throw new InputError([other], new Map([[source.name, source.text]]));
  }
  if (isCurrent(manifest, model)) return true;
  const message = `the vectors in ${folder} were written for another version of the schema; ${generateHelp}`;
  host.note(`itemproof: warning: ${completeAdvice(given, message)}\n`);
  return false;
}
