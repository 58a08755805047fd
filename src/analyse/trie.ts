import type { KeyToken } from '../model/model.ts';
import { oncePer } from '../value/remember.ts';

/** One step through a pattern: a character of a literal, a component with what ends it ("{" and more), the end of a pattern. */
type Unit = string;

const endOfPattern: Unit = 'end';

type Node<Entry> = { readonly children: Map<Unit, Node<Entry>>; readonly entries: Entry[] };

/** Finds those of many keys that can be alike, without looking at all the others. */
export type Trie<Entry> = {
  readonly add: (patterns: readonly (readonly KeyToken[])[], entry: Entry) => void;
  /**
   * The entries whose patterns are not certainly different: the literals agree as far as the components leave them in
   * the same place.
   *
   * @param open whether the last of the patterns is only the start of one
   */
  readonly like: (patterns: readonly (readonly KeyToken[])[], open?: boolean) => readonly Entry[];
};

export function createTrie<Entry>(): Trie<Entry> {
  const root: Node<Entry> = { children: new Map(), entries: [] };
  return {
    add: (patterns, entry) => {
      let node = root;
      for (const tokens of patterns) {
        for (const unit of unitsOf(tokens)) {
          let next = node.children.get(unit);
          if (next === undefined) {
            next = { children: new Map(), entries: [] };
            node.children.set(unit, next);
          }
          node = next;
        }
      }
      node.entries.push(entry);
    },
    like: (patterns, open = false) => {
      const units = ([] as Unit[]).concat(...patterns.map(unitsOf));
      const found: Entry[] = [];
      collect(root, open ? units.slice(0, -1) : units, 0, open, found);
      return found;
    },
  };
}

function collect<Entry>(node: Node<Entry>, units: readonly Unit[], depth: number, open: boolean, found: Entry[]): void {
  const unit = units[depth];
  if (unit === undefined) {
    if (open) collectAll(node, found);
    else found.push(...node.entries);
    return;
  }
  for (const [other, child] of node.children) {
    if (other === unit) collect(child, units, depth + 1, open, found);
    else if ((isComponent(unit) || isComponent(other)) && unit !== endOfPattern && other !== endOfPattern)
      collectAll(child, found);
  }
}

function collectAll<Entry>(node: Node<Entry>, found: Entry[]): void {
  found.push(...node.entries);
  for (const child of node.children.values()) collectAll(child, found);
}

function isComponent(unit: Unit): boolean {
  return unit.length > 1 && unit.startsWith('{');
}

const unitsOf = oncePer((tokens: readonly KeyToken[]): readonly Unit[] => {
  const units: Unit[] = [];
  for (const token of tokens) {
    // A brace alone is one of a literal.
    if (token.kind === 'component')
      units.push(token.width === undefined ? `{until ${token.until ?? ''}` : `{width ${token.width}`);
    else for (const character of token.text) units.push(character);
  }
  units.push(endOfPattern);
  return units;
});
