import { didYouMean } from '../../diagnostics/suggest.ts';
import { type Context, referenceTo, report } from '../context.ts';
import type { RecordType } from '../model.ts';
import { child, entriesOf, namedIn, type SourceEntry, type SourceNode, textOf } from '../source.ts';
import type { Invariant } from './background.ts';
import { conditionFrom } from './condition.ts';
import { checkMeaning } from './invariant-meaning.ts';
import type { Condition } from './model.ts';
import { nameOf, resolvePath, type Target } from './path.ts';
import { entryAt, textAt } from './read.ts';
import { relationEnd } from './relation.ts';
import { checkAlike, isOpaque, scalarClass } from './types.ts';

const operators = ['equals', 'at_most', 'at_least'] as const;

/** Reads what must hold between an item and others. */
export function invariantFrom(context: Context, entry: SourceEntry, recordTypes: readonly RecordType[]): Invariant {
  const node = entry.value;
  const owner = relationEnd(context, child(node, 'attribute') ?? node, recordTypes);
  const written = operators.flatMap((operator) => entryAt(node, operator) ?? []);
  const [comparison, second] = written;
  if (comparison === undefined) {
    report(context, 'missing-key', entry, `nothing says what "${textAt(node, 'attribute') ?? entry.key}" must be`, {
      help: 'add "equals:", "at_most:" or "at_least:"',
    });
  }
  if (second !== undefined) {
    report(context, 'value-conflict', second, `"${comparison?.key ?? ''}" says already what must hold`, {
      help: 'write a second invariant for it',
    });
  }
  const amount = amountFrom(context, comparison?.value ?? node, recordTypes);
  checkComparable(context, child(node, 'attribute') ?? node, amount, owner.target);
  checkMeaning(context, entry, comparison, { own: owner, amount });
  const others = recordTypes.find(({ name }) => name === amount.recordType);
  const one = recordTypes.find(({ name }) => name === owner.end.recordType);
  return {
    name: entry.key,
    description: textAt(node, 'description') ?? '',
    attribute: owner.end,
    operator: (comparison?.key ?? 'equals') as Invariant['operator'],
    amount: { kind: amount.kind, recordType: amount.recordType, path: amount.path },
    match: namedIn(child(node, 'match')).map((each) => matchFrom(context, each, others, one)),
    where: whereFrom(context, child(node, 'where'), others),
    at: referenceTo(context, entry.path, entry.at),
  };
}

type Amount = Invariant['amount'] & {
  /** Of what there is a smallest, a largest or a sum. */
  readonly target: Target | undefined;
};

function amountFrom(context: Context, node: SourceNode, recordTypes: readonly RecordType[]): Amount {
  const [written] = entriesOf(node).filter(({ key }) => ['count', 'sum', 'minimum', 'maximum'].includes(key));
  if (written === undefined) return { kind: 'count', recordType: '', path: null, target: undefined };
  if (written.key === 'count') {
    const name = textOf(written.value) ?? '';
    const names = recordTypes.map((each) => each.name);
    if (!names.includes(name)) {
      const help = didYouMean(name, names);
      report(context, 'reference-unknown', written.value, `there is no record type "${name}"`, { help });
    }
    return { kind: 'count', recordType: name, path: null, target: undefined };
  }
  const { end, target } = relationEnd(context, written.value, recordTypes);
  const type = target?.type ?? null;
  const scalar = type === null || isOpaque(type) ? undefined : scalarClass(type);
  const hasSum = scalar === 'a number' && type?.kind !== 'timestamp';
  if (type !== null && written.key === 'sum' && scalar !== undefined && !hasSum) {
    report(context, 'value-conflict', written.value, `"${end.path}" is of type ${nameOf(type)}, which has no sum`, {
      help: 'name a number',
    });
  } else if (type !== null && (scalar === null || scalar === 'a truth value')) {
    const message = `"${end.path}" is of type ${nameOf(type)}, of which none is the ${written.key}`;
    report(context, 'value-conflict', written.value, message, { help: 'name a number, a time or a text' });
  }
  return { kind: written.key as Amount['kind'], recordType: end.recordType, path: end.path, target };
}

/** A count and a sum are numbers; the smallest of several values is of their type. */
function checkComparable(context: Context, node: SourceNode, { kind, target }: Amount, own: Target | undefined): void {
  const type = own?.type ?? null;
  if (type === null || isOpaque(type)) return;
  if (own?.several === true) {
    report(context, 'value-conflict', node, 'this means every item of a list, and one value must hold', {
      help: 'name one attribute',
    });
  } else if (kind === 'count' || kind === 'sum') {
    if (scalarClass(type) === 'a number' && type.kind !== 'timestamp') return;
    report(context, 'value-conflict', node, `this is of type ${nameOf(type)}, and a ${kind} is a number`, {
      help: 'name a number',
    });
  } else if (target !== undefined && scalarClass(target.type ?? type) !== null)
    checkAlike(context, node, type, target.type);
}

function matchFrom(
  context: Context,
  { at, path: place, key, value }: SourceEntry,
  others: RecordType | undefined,
  one: RecordType | undefined,
): Invariant['match'][number] {
  const equals = textOf(value) ?? '';
  const theirs = found(context, { at, path: place }, others, key);
  const own = found(context, value, one, equals);
  if (theirs !== undefined && own !== undefined) checkAlike(context, value, theirs.type, own.type);
  return { path: key, equals };
}

function found(
  context: Context,
  place: Parameters<typeof report>[2],
  recordType: RecordType | undefined,
  path: string,
): Target | undefined {
  if (recordType === undefined) return undefined;
  const target = resolvePath(recordType, path);
  if (!('message' in target)) return target;
  report(context, 'reference-unknown', place, target.message, { help: target.help });
  return undefined;
}

function whereFrom(
  context: Context,
  node: SourceNode | undefined,
  recordType: RecordType | undefined,
): Condition | null {
  if (node === undefined || recordType === undefined) return null;
  const condition = conditionFrom(context, node, { recordType, design: undefined, immutable: [] });
  if (asksCaller(condition)) {
    report(context, 'value-conflict', node, 'an invariant always holds, and no caller gives it a parameter', {
      help: 'write a value, or "{ attribute: … }"',
    });
  }
  return condition;
}

function asksCaller(condition: Condition): boolean {
  if (condition.kind === 'test') return condition.operands.some(({ kind }) => kind === 'parameter');
  return condition.kind === 'not' ? asksCaller(condition.condition) : condition.conditions.some(asksCaller);
}
