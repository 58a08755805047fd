import { didYouMean } from '../../diagnostics/suggest.ts';
import { type Context, report } from '../context.ts';
import { componentNames, parseKeyPattern } from '../key-pattern.ts';
import type { KeyPattern, RecordType, TableKey } from '../model.ts';
import { entriesOf, itemsOf, type SourceEntry, type SourceNode, textOf } from '../source.ts';
import { componentsOf, hasSortKey, partsIn } from './keys.ts';
import type { AccessPatternStep } from './model.ts';
import { entryAt } from './read.ts';
import { mayMatch, type SortOperator } from './sort-condition.ts';

/** Reads `sort`, which some record type must be able to meet. */
export function sortFrom(
  context: Context,
  node: SourceNode,
  index: TableKey,
  recordTypes: readonly RecordType[],
  parameters: readonly string[],
): AccessPatternStep<never>['sort'] {
  const written = entryAt(node, 'sort');
  const [condition] = entriesOf(written?.value);
  if (written === undefined || condition === undefined) return null;
  if (!hasSortKey(index)) {
    report(context, 'sort-mismatch', written, `"${index.name}" has no sort key`, { help: 'remove "sort"' });
    return null;
  }
  const items = itemsOf(condition.value);
  const nodes = items.length === 0 ? [condition.value] : items;
  const parts = recordTypes
    .flatMap((recordType) => partsIn(recordType, index.name) ?? [])
    .filter(({ place }) => place === 'sort');
  const known = [...parameters, ...componentsOf(parts)];
  for (const each of nodes) {
    const parsed = parseKeyPattern(textOf(each) ?? '', context.prefixes);
    if ('code' in parsed) {
      const { offset, help } = parsed;
      report(context, parsed.code, each, parsed.message, { offset, ...(help === undefined ? {} : { help }) });
      continue;
    }
    if (parts.length > 0) checkComponents(context, each, parsed, known);
    checkMatch(
      context,
      each,
      parsed,
      condition,
      parts.map(({ pattern }) => pattern),
    );
  }
  return { operator: condition.key, patterns: nodes.map((each) => textOf(each) ?? '') };
}

function checkComponents(context: Context, node: SourceNode, pattern: KeyPattern, known: readonly string[]): void {
  for (const name of componentNames(pattern)) {
    if (known.includes(name)) continue;
    report(context, 'reference-unknown', node, `"{${name}}" is neither a parameter nor a component of the sort key`, {
      help: didYouMean(name, [...new Set(known)]),
    });
  }
}

function checkMatch(
  context: Context,
  node: SourceNode,
  wanted: KeyPattern,
  condition: SourceEntry,
  patterns: readonly KeyPattern[],
): void {
  if (patterns.length === 0 || patterns.some((each) => mayMatch(wanted, each, condition.key as SortOperator))) return;
  const shown = [...new Set(patterns.map(({ text }) => `"${text}"`))].slice(0, 6).join(', ');
  const what = condition.key === 'equals' ? 'is' : condition.key === 'begins_with' ? 'starts with' : 'compares with';
  report(context, 'sort-mismatch', node, `no sort key ${what} "${wanted.text}"`, { help: `sort keys are ${shown}` });
}
