import type { Host } from '../host/host.ts';
import { UsageError } from './outcome.ts';

const folders = ['', 'schema/', 'docs/'];
const names = ['schema.yaml', 'schema.yml', 'schema.json'];

/** Where a schema is looked for when none is named. */
export const places = 'schema.yaml, schema.yml or schema.json here, in schema/ or in docs/';

/** The schema of the host's directory, when there is exactly one in the places where people put it. */
export async function discoverSchema(host: Host): Promise<string> {
  const candidates = folders.flatMap((folder) => names.map((name) => `${folder}${name}`));
  const found: string[] = [];
  for (const file of candidates) if ((await host.files.read(file)) !== undefined) found.push(file);
  const [first, second] = found;
  if (first === undefined)
    throw new UsageError(`there is no schema: none of ${places}; name one, or write one with "itemproof init"`);
  if (second !== undefined) throw new UsageError(`there are several schemas, ${found.join(' and ')}; name one of them`);
  return first;
}
