import { type Context, report } from '../context.ts';
import type { RecordType, ValueType } from '../model.ts';
import { itemsOf, namedIn, type SourceNode } from '../source.ts';
import { operandFrom, referenceOf } from './operand.ts';
import { resolvePath } from './path.ts';
import { checkAlike } from './types.ts';

/**
 * Finds what `{ attribute: path }` refers to inside of a list, set or map that is written out. Where a map may stand, it
 * may be one with the key "attribute", and nobody can tell.
 */
export function checkInnerReferences(
  context: Context,
  node: SourceNode,
  type: ValueType,
  recordType: RecordType,
): void {
  for (const [inner, innerType] of partsOf(node, type)) {
    const operand = operandFrom(inner);
    if (operand.kind === 'literal') checkInnerReferences(context, inner, innerType, recordType);
    if (operand.kind !== 'attribute' || mayBeMap(innerType)) continue;
    const found = resolvePath(recordType, operand.path);
    if ('message' in found) {
      report(context, 'reference-unknown', referenceOf(inner), found.message, { help: found.help });
    } else checkAlike(context, inner, innerType, found.type);
  }
}

/** The values in a value, with their types. */
function partsOf(node: SourceNode, type: ValueType): readonly (readonly [SourceNode, ValueType])[] {
  switch (type.kind) {
    case 'string_set':
    case 'number_set':
    case 'binary_set':
      return itemsOf(node).map((item) => [item, type.items] as const);
    case 'list':
      return itemsOf(node).map((item) => [item, type.items.type] as const);
    case 'map':
      return namedIn(node).map(({ value }) => [value, type.values.type] as const);
    case 'struct':
      return namedIn(node).flatMap(({ key, value }) => {
        const member = type.members.find(({ name }) => name === key);
        return member === undefined ? [] : [[value, member.type] as const];
      });
    default:
      return [];
  }
}

function mayBeMap({ kind }: ValueType): boolean {
  return kind === 'map' || kind === 'struct' || kind === 'document' || kind === 'union' || kind === 'any';
}
