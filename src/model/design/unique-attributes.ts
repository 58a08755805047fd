import { type Context, report } from '../context.ts';
import { isFamilyName } from '../family.ts';
import type { RecordType } from '../model.ts';
import { child, itemsOf, type SourceNode, textOf } from '../source.ts';
import { nameOf, resolvePath, type Target } from './path.ts';
import { textsAt } from './read.ts';
import { isOpaque, scalarClass } from './types.ts';

/** Reads the paths of what no two items share. Each leads to one value, because only values can be compared. */
export function attributesThatAreUnique(context: Context, node: SourceNode, recordType: RecordType): readonly string[] {
  for (const item of itemsOf(child(node, 'attributes'))) {
    const path = textOf(item) ?? '';
    const found = resolvePath(recordType, path);
    if ('message' in found) {
      report(context, 'reference-unknown', item, found.message, { help: found.help });
      continue;
    }
    const what = severalValues(found);
    if (what === undefined) continue;
    report(context, 'value-conflict', item, `"${path}" is ${what}, and only one value can be unique`, {
      help: 'name an attribute, or a member of a map, that has one value',
    });
  }
  return textsAt(node, 'attributes');
}

/** What a path leads to when that is no single value. */
function severalValues({ type, root, several }: Target): string | undefined {
  if (isFamilyName(root.name)) return 'a family of attributes';
  if (several) return 'every item of a list or set';
  if (type === null || scalarClass(type) !== null) return undefined;
  return isOpaque(type) && type.kind !== 'document' ? undefined : `of type ${nameOf(type)}`;
}
