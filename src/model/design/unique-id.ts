import { attributeAt } from '../component-types.ts';
import { type Context, report } from '../context.ts';
import type { Presence, RecordType } from '../model.ts';
import { child, itemsOf, type SourceNode, textOf } from '../source.ts';
import { primaryComponents } from './keys.ts';
import { resolvePath } from './path.ts';
import { textAt } from './read.ts';
import { valueCountOf } from './value-count.ts';

/**
 * An `id` that is computed from the attributes makes them unique if it has a value for each of theirs. How it is computed
 * nobody sees.
 */
export function checkUniqueId(
  context: Context,
  node: SourceNode,
  recordNode: SourceNode,
  recordType: RecordType,
  when: readonly Presence[],
): void {
  const place = child(node, 'strategy') ?? node;
  const id = textAt(recordNode, 'id');
  if (id === null) {
    report(context, 'missing-key', place, `"${recordType.name}" has no "id" that could be made from the attributes`, {
      help: 'add "id:" to the record type',
    });
    return;
  }
  // What is no identifier at all is said where it is declared.
  if (!primaryComponents(recordType).includes(id)) return;
  const items = itemsOf(child(node, 'attributes'));
  const itself = items.find((item) => textOf(item) === id);
  if (itself !== undefined) {
    report(context, 'value-conflict', itself, `"${id}" is the id, which is not computed from itself`, {
      help: 'name what it is computed from, or choose another strategy',
    });
    return;
  }
  const type = attributeAt(recordType.attributes, [id])?.type;
  const values = type === undefined ? null : valueCountOf(type).atMost;
  if (values === null) return;
  const richer = items.map((item) => textOf(item) ?? '').find((path) => leastValuesOf(recordType, path, when) > values);
  if (richer === undefined) return;
  const have = values === 1n ? 'one value' : `${values} values`;
  report(
    context,
    'value-conflict',
    place,
    `the id "${id}" has ${have}, and "${richer}" has more, so items that differ would have one id`,
    { help: `let "${id}" have a value for each of "${richer}", or choose another strategy` },
  );
}

/** How many values a path has at the least, among the items that are meant. */
function leastValuesOf(recordType: RecordType, path: string, when: readonly Presence[]): bigint {
  const only = when.find(({ component }) => component === path)?.values;
  if (only !== undefined && only !== null) return BigInt(only.length);
  const found = resolvePath(recordType, path);
  return 'message' in found || found.type === null ? 1n : valueCountOf(found.type).atLeast;
}
