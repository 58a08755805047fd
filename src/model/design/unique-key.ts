import { type Context, report } from '../context.ts';
import type { RecordType } from '../model.ts';
import { child, type SourceNode } from '../source.ts';
import { primaryComponents, varyingComponents } from './keys.ts';

/** The primary key makes unique what it is made of: all of it, since two items may share a part. */
export function checkUniqueKey(
  context: Context,
  node: SourceNode,
  attributes: readonly string[],
  recordType: RecordType,
): void {
  const place = child(node, 'strategy') ?? node;
  const beside = attributes.find((name) => !primaryComponents(recordType).includes(name));
  if (beside !== undefined) {
    report(
      context,
      'value-conflict',
      place,
      `"${beside}" is no part of the primary key, so the key does not make it unique`,
      { help: 'choose "table" or "item", with a record type of lookup items' },
    );
    return;
  }
  const open = varyingComponents(recordType).filter((name) => !attributes.includes(name));
  const [first] = open;
  if (first === undefined) return;
  const shared = attributes.map((name) => `"${name}"`).join(' and ');
  report(
    context,
    'value-conflict',
    place,
    `the primary key has "${first}" too, so two items may share ${shared} and differ in "${first}"`,
    { help: `add ${open.map((name) => `"${name}"`).join(' and ')} to "attributes", or choose another strategy` },
  );
}
