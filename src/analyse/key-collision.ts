import type { KeyPart, Model } from '../model/model.ts';
import { areApart } from './apart.ts';
import type { Implication } from './implication.ts';
import { findShared, type Keyed, keyedBy, pairsOf, typed } from './keyed.ts';
import type { Languages } from './languages.ts';
import { createTrie } from './trie.ts';

/**
 * Two record types that can build the same primary key overwrite each other's items. Literals decide nearly all pairs;
 * for the others the languages of both patterns are intersected, and a text of the intersection is parsed by both.
 */
export function findKeyCollisions(model: Model, languages: Languages): readonly Implication[] {
  return model.tables.flatMap((table) => {
    const [primary] = table.keys;
    const entries = primary === undefined ? [] : keyedBy(model.recordTypes, table, primary);
    const trie = createTrie<Keyed>();
    for (const entry of entries) trie.add(patternsOf(entry), entry);
    return entries.flatMap((right) =>
      trie
        .like(patternsOf(right))
        .filter((left) => left.order < right.order)
        .sort((a, b) => a.order - b.order)
        .flatMap((left) => collision(left, right, languages)),
    );
  });
}

function patternsOf({ parts }: Keyed): readonly KeyPart['pattern']['tokens'][] {
  return parts.map((part) => part.pattern.tokens);
}

function collision(left: Keyed, right: Keyed, languages: Languages): readonly Implication[] {
  const pairs = pairsOf(left.parts, right.parts);
  if (pairs.some(([a, b]) => areApart(typed(left, a), typed(right, b)))) return [];
  const shared = findShared(left, right, pairs, languages);
  if (shared === undefined) return [];
  return [
    {
      code: 'key-collision',
      at: right.recordType.at,
      message: `"${left.recordType.name}" and "${right.recordType.name}" can both have the key ${JSON.stringify(shared.texts)}`,
      help: 'give one of them a literal that the other cannot have in its place',
    },
  ];
}
