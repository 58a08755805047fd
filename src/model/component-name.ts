import { didYouMean } from '../diagnostics/suggest.ts';
import { attributeAt } from './component-types.ts';
import type { Attribute, ComputedAttribute } from './model.ts';

/** What is wrong with the name of a component, and what to do about it. */
export type NameProblem = {
  readonly code: 'value-conflict' | 'reference-unknown' | 'component-may-be-absent';
  readonly message: string;
  readonly help: string;
};

/** Names that lead to something, and to nothing that has a text of its own in a record. */
export function nameProblem(
  name: string,
  attributes: readonly Attribute[],
  computed: readonly ComputedAttribute[],
): NameProblem | undefined {
  if (computed.some((each) => each.name === name))
    return {
      code: 'value-conflict',
      message: `"${name}" is computed itself, and is in no record, so nothing can be built from it`,
      help: `write what "${name}" is computed from`,
    };
  const path = name.split('.');
  if (path.length === 1) return undefined;
  if (attributes.some((each) => each.name === name))
    return {
      code: 'value-conflict',
      message: `"{${name}}" means the member "${path.slice(1).join('.')}" of "${path[0]}", and "${name}" is an attribute`,
      help: 'a pattern cannot name an attribute with a "." in its name; call it something else',
    };
  if (attributeAt(attributes, path) !== undefined) return undefined;
  const depth = path.findLastIndex((_, index) => attributeAt(attributes, path.slice(0, index)) !== undefined);
  const outer = attributeAt(attributes, path.slice(0, depth));
  if (outer === undefined) return undefined;
  const [whole, member] = [path.slice(0, depth).join('.'), path[depth] ?? ''];
  if (outer.type.kind === 'struct')
    return {
      code: 'reference-unknown',
      message: `"${whole}" has no member "${member}"`,
      help: didYouMean(
        member,
        outer.type.members.map((each) => each.name),
      ),
    };
  const free = outer.type.kind === 'map' || outer.type.kind === 'document' || outer.type.kind === 'any';
  return free
    ? {
        code: 'component-may-be-absent',
        message: `"{${name}}" may be missing: "${whole}" declares no member "${member}"`,
        help: `declare it under "members" of "${whole}", and make it required`,
      }
    : {
        code: 'reference-unknown',
        message: `"${whole}" is of type ${outer.type.kind}, which has no member "${member}"`,
        help: `write "{${whole}}", or make "${whole}" a map with "members"`,
      };
}
