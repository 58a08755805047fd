import type { ComponentToken, KeyPart, KeyToken, Model, ScalarType } from '../model/model.ts';
import { isPartition, type Keyed, keyedBy, shareAPartition, typed } from './keyed.ts';
import type { Languages } from './languages.ts';
import { componentTypes } from './types.ts';

/** A record type in one key, with the first component of its sort key that is of a certain kind. */
export type Sorted = {
  readonly entry: Keyed;
  readonly part: KeyPart;
  /** What stands before the component. */
  readonly before: readonly KeyToken[];
  readonly token: ComponentToken;
  readonly type: ScalarType;
};

/**
 * Record types whose sort keys differ in nothing before a component of a certain kind: those of them that share a
 * partition are read in the order of it. Groups of one are left out.
 */
export function sortedTogether(model: Model, isSought: (type: ScalarType) => boolean): readonly (readonly Sorted[])[] {
  return model.tables.flatMap((table) =>
    table.keys.flatMap((index) => {
      const groups = new Map<string, Sorted[]>();
      for (const entry of keyedBy(model.recordTypes, table, index)) {
        const sorted = sortedBy(entry, isSought);
        if (sorted === undefined) continue;
        const start = JSON.stringify(sorted.before.map((each) => (each.kind === 'literal' ? each.text : [each.name])));
        const group = groups.get(start) ?? [];
        groups.set(start, group);
        group.push(sorted);
      }
      return [...groups.values()].filter((group) => group.length > 1);
    }),
  );
}

function sortedBy(entry: Keyed, isSought: (type: ScalarType) => boolean): Sorted | undefined {
  const part = entry.parts.find((each) => !isPartition(each));
  if (part?.attribute.type !== 'S') return undefined;
  const { tokens } = part.pattern;
  const typeOf = componentTypes(entry.recordType);
  const index = tokens.findIndex((token) => token.kind === 'component' && isSought(typeOf(token.name)));
  const token = tokens[index];
  if (token?.kind !== 'component') return undefined;
  return { entry, part, before: tokens.slice(0, index), token, type: typeOf(token.name) };
}

/** Whether records of both can be in one partition, with the same text before the component. */
export function areReadTogether(left: Sorted, right: Sorted, languages: Languages): boolean {
  const shared = shareAPartition(left.entry, right.entry, languages);
  if (shared === undefined) return false;
  const [a, b] = [left, right].map(({ entry, part, before }) => ({ ...typed(entry, part), tokens: before }));
  return a !== undefined && b !== undefined && languages.shared(a, b, shared.components) !== undefined;
}
