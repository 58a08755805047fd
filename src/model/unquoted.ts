import { isEpochFormat } from '../value/timestamp.ts';
import { type Context, report } from './context.ts';
import type { ValueType } from './model.ts';
import { child, itemsOf, namedIn, type SourceNode } from './source.ts';

/** Whether values of a type are text in a record, and no number that is written as text. */
export function isText(type: ValueType): boolean {
  return type.kind === 'string' || type.kind === 'binary' || (type.kind === 'timestamp' && !isEpochFormat(type.format));
}

/**
 * Reports a number, true or false where text must stand, and says whether it did. Without quotes, `007` is the number 7, and
 * nobody would notice that another text was meant.
 */
export function refuseUnquoted(context: Context, node: SourceNode, type: ValueType): boolean {
  const looksOtherwise = node.kind === 'scalar' && (node.type === 'number' || node.type === 'boolean');
  if (!looksOtherwise || !isText(type)) return false;
  report(context, 'wrong-type', node, 'only text can stand here', {
    help: 'put quotes around text that looks like something else',
  });
  return true;
}

/** The same of a value and of all that is in it. What has another shape than its type is for others to report. */
export function refuseUnquotedIn(context: Context, node: SourceNode, type: ValueType): void {
  refuseUnquoted(context, node, type);
  switch (type.kind) {
    case 'list':
    case 'string_set':
    case 'number_set':
    case 'binary_set': {
      const inner = type.kind === 'list' ? type.items.type : type.items;
      for (const item of itemsOf(node)) refuseUnquotedIn(context, item, inner);
      return;
    }
    case 'map':
      for (const { value } of namedIn(node)) refuseUnquotedIn(context, value, type.values.type);
      return;
    case 'struct':
      for (const member of type.members) {
        const value = child(node, member.name);
        if (value !== undefined) refuseUnquotedIn(context, value, member.type);
      }
      return;
    case 'union': {
      const [only, more] = type.variants.filter((variant) => mayBe(variant, node));
      if (only !== undefined && more === undefined) refuseUnquotedIn(context, node, only);
      return;
    }
    default:
      return;
  }
}

/** Whether a value was meant as one of this variant, as far as its shape tells. */
function mayBe(variant: ValueType, node: SourceNode): boolean {
  const isList = variant.kind === 'list' || variant.kind.endsWith('_set');
  const isMap = variant.kind === 'map' || variant.kind === 'struct' || variant.kind === 'document';
  if (variant.kind === 'any') return true;
  if (node.kind !== 'scalar') return node.kind === 'list' ? isList : isMap;
  return !isList && !isMap && (variant.kind === 'boolean') === (node.type === 'boolean');
}
