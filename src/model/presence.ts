import { didYouMean } from '../diagnostics/suggest.ts';
import { attributeAt } from './component-types.ts';
import { type Context, report } from './context.ts';
import type { Attribute, Presence } from './model.ts';
import { oneOrMore } from './one-or-more.ts';
import { entriesOf, namedIn, type SourceEntry, type SourceNode, textOf } from './source.ts';
import { refuseUnquoted } from './unquoted.ts';

/**
 * Reads `when` of an index or of what is unique: the name of an attribute, a list of names, or a mapping from names to values. An item is in
 * the index, or unique, when every one of the attributes is present and not NULL, and has one of the values where there are some.
 */
export function presencesFrom(
  context: Context,
  node: SourceNode,
  attributes: readonly Attribute[],
): readonly Presence[] {
  const when = entriesOf(node).find((each) => each.key === 'when')?.value;
  if (when === undefined) return [];
  if (when.kind === 'map') {
    return namedIn(when).flatMap((each) => presence(context, each, each.key, oneOrMore(each.value), attributes));
  }
  return oneOrMore(when).flatMap((node) => presence(context, node, textOf(node) ?? '', null, attributes));
}

function presence(
  context: Context,
  place: SourceEntry | SourceNode,
  name: string,
  values: readonly SourceNode[] | null,
  attributes: readonly Attribute[],
): readonly Presence[] {
  const attribute = attributeAt(attributes, name.split('.'));
  if (attribute === undefined) {
    const names = attributes.map((each) => each.name);
    report(context, 'reference-unknown', place, `there is no attribute "${name}"`, { help: didYouMean(name, names) });
    return [];
  }
  const { type } = attribute;
  const allowed = type.kind === 'boolean' ? ['true', 'false'] : 'enum' in type ? type.enum : null;
  for (const node of values ?? []) {
    const value = textOf(node) ?? '';
    if (refuseUnquoted(context, node, type)) continue;
    if (allowed === null || allowed.includes(value)) continue;
    report(context, 'value-invalid', node, `"${name}" can never be "${value}"`, { help: didYouMean(value, allowed) });
  }
  return [{ component: name, values: values === null ? null : values.map((node) => textOf(node) ?? '') }];
}
