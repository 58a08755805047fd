import type { Context } from '../context.ts';
import type { Attribute, Model, ValueType } from '../model.ts';
import { child, entryOf, itemsOf, namedIn, type SourceNode, textOf } from '../source.ts';
import { typeFrom } from '../value-type.ts';

/** A type, and the mapping in the file that spells it out. */
export type Declaration = { readonly type: ValueType; readonly node: SourceNode };

/** An attribute or a member, with the others of the same mapping. */
export type DeclaredAttribute = {
  readonly attribute: Attribute;
  readonly siblings: readonly Attribute[];
  readonly node: SourceNode;
};

/** Every type that is spelled out, each once: a `parameter:` is looked at where the parameter is declared. */
export function declarationsOf(context: Context, model: Model, root: SourceNode): readonly Declaration[] {
  const parameters = parametersOf(context, root);
  const slots = model.recordTypes.flatMap((recordType) => {
    const attributes = attributesNode(root, recordType.name);
    return [...recordType.attributes, ...recordType.families].flatMap(({ name, type }) => {
      const node = entryOf(attributes, name)?.value;
      return node === undefined ? [] : [{ type, node }];
    });
  });
  return [...parameters, ...slots].flatMap(withInner);
}

function parametersOf(context: Context, root: SourceNode): readonly Declaration[] {
  const silent: Context = { ...context, diagnostics: [] };
  return namedIn(child(root, 'parameters')).map(({ value: node }) => ({ type: typeFrom(silent, node), node }));
}

/** A declaration and those inside it; none for a reference to a parameter. */
function withInner(declaration: Declaration): readonly Declaration[] {
  const { type, node } = declaration;
  if (textOf(child(node, 'parameter')) !== undefined) return [];
  return [declaration, ...innerOf(type, node).flatMap(withInner)];
}

function innerOf(type: ValueType, node: SourceNode): readonly Declaration[] {
  const inside = (key: string, inner: ValueType): readonly Declaration[] => {
    const innerNode = child(node, key);
    return innerNode === undefined ? [] : [{ type: inner, node: innerNode }];
  };
  switch (type.kind) {
    case 'list':
      return inside('items', type.items.type);
    case 'map':
      return inside('values', type.values.type);
    case 'string_set':
    case 'number_set':
    case 'binary_set':
      return inside('items', type.items);
    case 'union':
      return type.variants.flatMap((variant, index) => {
        const innerNode = itemsOf(child(node, 'variants'))[index];
        return innerNode === undefined ? [] : [{ type: variant, node: innerNode }];
      });
    case 'struct':
      return type.members.flatMap((member) => {
        const innerNode = entryOf(child(node, 'members'), member.name)?.value;
        return innerNode === undefined ? [] : [{ type: member.type, node: innerNode }];
      });
    default:
      return [];
  }
}

/** Every attribute of every record type, and every member of a map, however deep; those of a parameter once. */
export function attributesOf(context: Context, model: Model, root: SourceNode): readonly DeclaredAttribute[] {
  return [
    ...parametersOf(context, root).flatMap(({ type, node }) => membersIn(type, node)),
    ...model.recordTypes.flatMap(({ name, attributes, families }) => {
      const parent = attributesNode(root, name);
      const ofFamilies = families.flatMap((family) => {
        const node = entryOf(parent, family.name)?.value;
        return node === undefined ? [] : membersIn(family.type, node);
      });
      return [...declaredIn(attributes, parent), ...ofFamilies];
    }),
  ];
}

function declaredIn(attributes: readonly Attribute[], parent: SourceNode | undefined): readonly DeclaredAttribute[] {
  return attributes.flatMap((attribute) => {
    const node = entryOf(parent, attribute.name)?.value;
    if (node === undefined) return [];
    const members = [...membersIn(attribute.type, node)];
    return [{ attribute, siblings: attributes, node }, ...members];
  });
}

function membersIn(type: ValueType, node: SourceNode): readonly DeclaredAttribute[] {
  if (type.kind === 'struct') return declaredIn(type.members, child(node, 'members'));
  return innerOf(type, node).flatMap((inner) => membersIn(inner.type, inner.node));
}

/** The mapping under `attributes` of a record type. */
export function attributesNode(root: SourceNode, recordType: string): SourceNode | undefined {
  return child(child(child(root, 'record_types'), recordType), 'attributes');
}
