import { catalogue } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Model } from '../model/model.ts';
import { findFamilyCollisions } from './family-collision.ts';
import type { Implication } from './implication.ts';
import { findKeyAmbiguities } from './key-ambiguity.ts';
import { findIndexAttributeTypes, findRepeatedKeyAttributes } from './key-attributes.ts';
import { findKeyCollisions } from './key-collision.ts';
import { findKeyOrder } from './key-order.ts';
import { findKeySize } from './key-size.ts';
import { findLackingVariants } from './key-variant.ts';
import { createLanguages, type Languages } from './languages.ts';
import { findMixedNumbers } from './mixed-numbers.ts';
import { findMixedTimes } from './mixed-times.ts';
import { findNotCompared } from './not-compared.ts';
import { findPrefixOverlaps } from './prefix-overlap.ts';
import { findPrefixSiblings } from './prefix-sibling.ts';
import { findUnlistedIndexes } from './unlisted-index.ts';

const analyses: readonly ((model: Model, languages: Languages) => readonly Implication[])[] = [
  findRepeatedKeyAttributes,
  findIndexAttributeTypes,
  findUnlistedIndexes,
  findKeyCollisions,
  findKeyAmbiguities,
  findLackingVariants,
  findPrefixOverlaps,
  findPrefixSiblings,
  findKeyOrder,
  findMixedTimes,
  findMixedNumbers,
  findKeySize,
  findFamilyCollisions,
  findNotCompared,
];

/**
 * Everything that the keys and attribute names of a schema imply, whether or not it was meant.
 *
 * @param languages may be given by who wants to know afterwards how much work it was
 */
export function analyse(model: Model, languages: Languages = createLanguages()): readonly Diagnostic[] {
  return analyses.flatMap((find) =>
    find(model, languages).map(({ code, at, message, help }) => ({
      code,
      severity: catalogue[code][0],
      message,
      file: at.file,
      position: { line: at.line, column: at.column, length: 1 },
      path: at.path,
      help,
    })),
  );
}
