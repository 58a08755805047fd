import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Context } from '../context.ts';
import type { Model } from '../model.ts';
import type { SourceNode } from '../source.ts';
import { checkAttribute } from './attribute.ts';
import { checkBounds } from './bounds.ts';
import { checkComponents } from './component.ts';
import { attributesOf, declarationsOf } from './declaration.ts';
import { checkDelimiters } from './delimiter.ts';
import { checkPattern } from './empty-pattern.ts';
import { checkFamilies } from './family.ts';
import { checkRules } from './rules.ts';

/**
 * Statements that are right one by one, and cannot be true together: bounds that leave no value, values that a pattern
 * excludes, members that cannot be. Whoever wrote them meant something else, and finds out here rather than from
 * records that are refused.
 *
 * @param file the name to use in diagnostics
 * @param root the document that the model was made from, for places
 */
export function checkConsistency(file: string, model: Model, root: SourceNode): readonly Diagnostic[] {
  const context: Context = { file, diagnostics: [], written: root, parameters: new Map(), prefixes: new Map() };
  for (const declaration of declarationsOf(context, model, root)) {
    checkBounds(context, declaration);
    checkPattern(context, declaration);
  }
  for (const declared of attributesOf(context, model, root)) checkAttribute(context, declared);
  for (const recordType of model.recordTypes) {
    checkFamilies(context, recordType, root);
    checkDelimiters(context, recordType);
    checkComponents(context, recordType);
    checkRules(context, recordType);
  }
  return context.diagnostics;
}
