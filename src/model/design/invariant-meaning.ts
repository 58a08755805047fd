import { isNormalInteger, normalizeDecimal } from '../../value/decimal.ts';
import { type Context, report } from '../context.ts';
import type { ValueType } from '../model.ts';
import { child, namedIn, type SourceEntry, textOf } from '../source.ts';
import type { Invariant } from './background.ts';
import type { RelationEnd } from './condition-types.ts';
import type { Target } from './path.ts';

type Compared = {
  readonly own: { readonly end: RelationEnd; readonly target: Target | undefined };
  readonly amount: Invariant['amount'] & { readonly target: Target | undefined };
};

/** Reports a comparison that says nothing, or that the next item breaks. */
export function checkMeaning(
  context: Context,
  entry: SourceEntry,
  comparison: SourceEntry | undefined,
  { own, amount }: Compared,
): void {
  if (comparison === undefined || amount.path === null) return;
  const isItself = own.end.recordType === amount.recordType && own.end.path === amount.path;
  if (isItself && isOneOfTheOthers(entry)) {
    report(context, 'value-conflict', comparison, `"${own.end.path}" is one of those that it is compared with`, {
      help: 'name another attribute, or say with "match" or "where" which of the others are meant',
    });
  } else if (comparison.key === 'equals' && isWhole(own.target?.type) && mayHaveFraction(amount.target?.type)) {
    const place = child(entry.value, 'attribute') ?? entry;
    report(
      context,
      'value-conflict',
      place,
      `"${own.end.path}" is of type integer, and "${amount.path}" may have digits after the point`,
      { help: `make "${own.end.path}" a decimal, or write "scale: 0" at "${amount.path}"` },
    );
  }
}

/** Whether an item always is among the others: without a condition, and with nothing to match but what it has itself. */
function isOneOfTheOthers({ value }: SourceEntry): boolean {
  if (child(value, 'where') !== undefined) return false;
  return namedIn(child(value, 'match')).every((each) => textOf(each.value) === each.key);
}

function isWhole(type: ValueType | null | undefined): boolean {
  return type?.kind === 'integer';
}

function mayHaveFraction(type: ValueType | null | undefined): boolean {
  if (type?.kind !== 'decimal' || type.scale === 0) return false;
  return type.enum === null || !type.enum.every((each) => isNormalInteger(normalizeDecimal(each) ?? each));
}
