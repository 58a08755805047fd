import { componentsOf } from '../../model/key-pattern.ts';
import type { ComputedAttribute, RecordKey, RecordType } from '../../model/model.ts';
import type { Rule } from '../../model/rule-types.ts';
import type { Element, RefusedCase } from './element.ts';

/** Indexes, components of patterns, computed attributes and rules: what follows from a record, or must hold for it. */
export function keyElements({ keys, computed, rules }: RecordType): readonly Element[] {
  return [...keys.flatMap(indexElements), ...computed.flatMap(computedElements), ...rules.map(ruleElement)];
}

function indexElements({ index, parts, at }: RecordKey): readonly Element[] {
  const names = new Set(parts.map((part) => part.attribute.name));
  const parses = ({ input }: RefusedCase): boolean => input.op === 'key.parse' && input.index === index.name;
  return [
    {
      kind: 'index',
      name: index.name,
      at,
      accepts: ({ keys }) => keys[index.name] !== undefined,
      refuses: (vector) => parses(vector) || names.has(vector.path[0] ?? ''),
    },
    ...parts.flatMap((part) =>
      componentsOf(part.pattern).map((token): Element => {
        const attribute = part.attribute.name;
        return {
          kind: 'component',
          name: `${index.name} ${attribute} {${token.label}}`,
          at: part.at,
          accepts: ({ keys }) => keys[index.name]?.[attribute] !== undefined,
          refuses: (vector) =>
            (parses(vector) && vector.path[0] === attribute && isOrEntersComponent(vector.path.slice(1), token.name)) ||
            (vector.input.op === 'key.build' && isOrEntersComponent(vector.path, token.name)),
        };
      }),
    ),
  ];
}

function computedElements({ name, part, at }: ComputedAttribute): readonly Element[] {
  return [
    {
      kind: 'computed',
      name,
      at,
      accepts: ({ item }) => item[name] !== undefined,
      refuses: ({ path }) => path[0] === name,
    },
    ...componentsOf(part.pattern).map(
      (token): Element => ({
        kind: 'component',
        name: `${name} {${token.label}}`,
        at: part.at,
        accepts: ({ item }) => item[name] !== undefined,
        refuses: () => false,
      }),
    ),
  ];
}

/** A record that keeps a rule does not show that anybody looks at it, so only a refusal counts. */
function ruleElement({ name, at }: Rule): Element {
  return {
    kind: 'rule',
    name,
    at,
    accepts: () => false,
    refuses: (vector) => vector.at?.path === at.path && vector.at.line === at.line && vector.at.column === at.column,
  };
}

/** Whether a path is that of a component: `readiness.status` is the path `readiness`, `status`. */
function isOrEntersComponent(path: readonly string[], component: string): boolean {
  return path.length > 0 && (path.join('.') === component || path[0] === component);
}
