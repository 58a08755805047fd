import { didYouMean } from '../../diagnostics/suggest.ts';
import { normalizeDecimal } from '../../value/decimal.ts';
import { isScalar } from '../component-types.ts';
import { type Context, report } from '../context.ts';
import { componentNames, parseKeyPattern } from '../key-pattern.ts';
import type { KeyPattern, RecordType, TableKey } from '../model.ts';
import { oneOrMore } from '../one-or-more.ts';
import { entriesOf, type SourceEntry, type SourceNode, textOf } from '../source.ts';
import { componentsOf, hasSortKey, partsIn } from './keys.ts';
import type { AccessPatternStep } from './model.ts';
import { nameOf } from './path.ts';
import { entryAt } from './read.ts';
import { mayMatch, type SortOperator } from './sort-condition.ts';
import { canBeBuilt, isReversed, literalOf, type ParameterTypes, type SortKey } from './sort-value.ts';
import { isOpaque } from './types.ts';

/** Reads `sort`, which some record type must be able to meet. */
export function sortFrom(
  context: Context,
  node: SourceNode,
  index: TableKey,
  recordTypes: readonly RecordType[],
  parameters: ParameterTypes,
): AccessPatternStep<never>['sort'] {
  const written = entryAt(node, 'sort');
  const [condition] = entriesOf(written?.value);
  if (written === undefined || condition === undefined) return null;
  if (!hasSortKey(index)) {
    report(context, 'sort-mismatch', written, `"${index.name}" has no sort key`, { help: 'remove "sort"' });
    return null;
  }
  const nodes = oneOrMore(condition.value);
  const keys = recordTypes.flatMap((recordType) =>
    (partsIn(recordType, index.name) ?? [])
      .filter(({ place }) => place === 'sort')
      .map((part) => ({ recordType, part, pattern: part.pattern, stored: part.attribute.type })),
  );
  const parts = keys.map(({ part }) => part);
  if (refuseOperator(context, condition, index)) return null;
  const known = [...parameters.keys(), ...componentsOf(parts)];
  const literals: string[] = [];
  const patterns: string[] = [];
  for (const [position, each] of nodes.entries()) {
    const parsed = parseKeyPattern(textOf(each) ?? '', context.prefixes, 'any');
    if ('code' in parsed) {
      const { offset, help } = parsed;
      report(context, parsed.code, each, parsed.message, { offset, help });
      continue;
    }
    patterns.push(parsed.text);
    if (parts.length > 0) checkComponents(context, each, parsed, known);
    literals.push(...(literalOf(parsed) === undefined ? [] : [literalOf(parsed) ?? '']));
    if (!checkText(context, each, index)) continue;
    checkNumber(context, each, parsed, index);
    if (!checkParameters(context, each, parsed, parameters)) continue;
    // Of a range, each bound is one of its own.
    const bound = position === 0 ? 'at_least' : 'at_most';
    const operator = condition.key === 'between' ? bound : (condition.key as SortOperator);
    checkMatch(context, each, parsed, { operator, keys, parameters });
  }
  checkRange(context, condition, literals, index);
  return { operator: condition.key, patterns };
}

function checkComponents(context: Context, node: SourceNode, pattern: KeyPattern, known: readonly string[]): void {
  for (const name of componentNames(pattern)) {
    if (known.includes(name)) continue;
    report(context, 'reference-unknown', node, `"{${name}}" is neither a parameter nor a component of the sort key`, {
      help: didYouMean(name, [...new Set(known)]),
    });
  }
}

/** Whether every parameter in a text is one that can stand there. */
function checkParameters(context: Context, node: SourceNode, pattern: KeyPattern, parameters: ParameterTypes): boolean {
  const misfit = componentNames(pattern).find((name) => {
    const type = parameters.get(name);
    return type !== undefined && !isOpaque(type) && !isScalar(type);
  });
  const type = parameters.get(misfit ?? '');
  if (misfit === undefined || type === undefined) return true;
  report(context, 'component-not-scalar', node, `"${misfit}" is of type ${nameOf(type)}, which cannot stand in a key`, {
    help: 'declare the parameter as a string, an integer or a timestamp',
  });
  return false;
}

function checkMatch(
  context: Context,
  node: SourceNode,
  wanted: KeyPattern,
  {
    operator,
    keys,
    parameters,
  }: { readonly operator: SortOperator; readonly keys: readonly SortKey[]; readonly parameters: ParameterTypes },
): void {
  const given = [...parameters.keys()].filter((name) => !context.parameters.has(name));
  const like = keys.filter(({ pattern }) => mayMatch(wanted, pattern, operator, given));
  if (keys.length === 0 || like.some((each) => canBeBuilt(wanted, operator, each, parameters))) return;
  const shown = [...new Set(keys.map(({ pattern }) => `"${pattern.text}"`))].slice(0, 6).join(', ');
  const what = operator === 'equals' ? 'is' : operator === 'begins_with' ? 'starts with' : 'compares with';
  const values = like.length === 0 ? '' : ', and their components never have such values';
  report(context, 'sort-mismatch', node, `no sort key ${what} "${wanted.text}"`, {
    help: `sort keys are ${shown}${values}`,
  });
}

/** DynamoDB compares numbers by value, and no number starts with another. */
function refuseOperator(context: Context, condition: SourceEntry, index: TableKey): boolean {
  const [key, more] = index.sortKeys;
  if (condition.key !== 'begins_with' || more !== undefined || key?.type !== 'N') return false;
  report(
    context,
    'sort-mismatch',
    condition,
    `the sort key "${key.name}" is a number, which does not start with text`,
    {
      help: 'write "between", "at_least" or "equals"',
    },
  );
  return true;
}

function checkNumber(context: Context, node: SourceNode, wanted: KeyPattern, { sortKeys }: TableKey): void {
  const text = literalOf(wanted);
  const [key, more] = sortKeys;
  if (more !== undefined || key?.type !== 'N' || text === undefined || normalizeDecimal(text) !== undefined) return;
  report(context, 'sort-mismatch', node, `the sort key "${key.name}" is a number, and "${text}" is none`, {
    help: 'write a number, or a component in braces',
  });
}

/** Whether a number stands where there are some: of a text, nobody knows how it was meant to be written. */
function checkText(context: Context, node: SourceNode, { name, sortKeys }: TableKey): boolean {
  if (node.kind !== 'scalar' || node.type !== 'number' || sortKeys.some(({ type }) => type === 'N')) return true;
  report(context, 'wrong-type', node, `the sort key of "${name}" is no number, so this must be text`, {
    help: 'put quotes around text that looks like something else',
  });
  return false;
}

function checkRange(
  context: Context,
  condition: SourceEntry,
  literals: readonly string[],
  { sortKeys }: TableKey,
): void {
  const [low, high] = literals;
  const [key, more] = sortKeys;
  if (condition.key !== 'between' || more !== undefined || key === undefined) return;
  if (low === undefined || high === undefined || !isReversed(low, high, key.type)) return;
  report(context, 'sort-mismatch', condition, `nothing is between "${low}" and "${high}", which comes before it`, {
    help: 'exchange them',
  });
}
