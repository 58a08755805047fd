import { didYouMean } from '../../diagnostics/suggest.ts';
import { type Context, report } from '../context.ts';
import type { RecordType } from '../model.ts';
import { presencesFrom } from '../presence.ts';
import { child, itemsOf, type SourceNode, textOf } from '../source.ts';
import { primaryComponents } from './keys.ts';
import { entryAt, repeated, textAt, textsAt } from './read.ts';
import type { Unique } from './record-type-model.ts';
import { attributesThatAreUnique } from './unique-attributes.ts';
import { checkUniqueId } from './unique-id.ts';
import { checkUniqueKey } from './unique-key.ts';

/** Reads what no two items of a record type share. */
export function uniquesFrom(
  context: Context,
  recordNode: SourceNode,
  recordType: RecordType,
  recordTypes: readonly RecordType[],
): readonly Unique[] {
  const read = itemsOf(child(recordNode, 'unique')).map((node) => ({
    node,
    unique: uniqueFrom(context, node, recordNode, recordType, recordTypes),
  }));
  for (const { node } of repeated(read, ({ unique }) => meaningOf(unique))) {
    report(context, 'value-conflict', node, 'another entry says this already', { help: 'remove one of them' });
  }
  return read.map(({ unique }) => unique);
}

/** What an entry says, in whatever order, and whatever is said of it. */
function meaningOf({ attributes, strategy, recordType, when }: Unique): string {
  const conditions = when.map(({ component, values }) => [component, values === null ? null : [...values].sort()]);
  return JSON.stringify([[...attributes].sort(), strategy, recordType, conditions.sort()]);
}

/** Reads which attributes are unique, and what makes them so. */
function uniqueFrom(
  context: Context,
  node: SourceNode,
  recordNode: SourceNode,
  recordType: RecordType,
  recordTypes: readonly RecordType[],
): Unique {
  const strategy = (textAt(node, 'strategy') ?? 'table') as Unique['strategy'];
  const before = context.diagnostics.length;
  const attributes = attributesThatAreUnique(context, node, recordType);
  // A misspelt attribute would be missing in the key too.
  const isSound = context.diagnostics.length === before;
  checkLookup(context, node, strategy, recordType, recordTypes);
  const presences = presencesFrom(context, node, recordType.attributes);
  if (strategy === 'key' && isSound) checkUniqueKey(context, node, attributes, recordType);
  if (strategy === 'deterministic_id') checkUniqueId(context, node, recordNode, recordType, presences);
  const when = entryAt(node, 'when');
  if (when !== undefined && strategy === 'key')
    report(context, 'value-conflict', when, 'the primary key makes every item unique, whatever "when" says', {
      help: 'remove "when", or choose another strategy',
    });
  return {
    attributes,
    strategy,
    recordType: textAt(node, 'record_type'),
    when: presences,
    description: textAt(node, 'description') ?? '',
  };
}

/** Lookup items are in a table of their own (`table`), or beside the items that they look up (`item`). */
function checkLookup(
  context: Context,
  node: SourceNode,
  strategy: Unique['strategy'],
  recordType: RecordType,
  recordTypes: readonly RecordType[],
): void {
  const written = child(node, 'record_type');
  const needed = strategy === 'table' || strategy === 'item';
  if (written === undefined) {
    if (needed) {
      report(
        context,
        'missing-key',
        child(node, 'strategy') ?? node,
        `"strategy: ${strategy}" needs a record type for the lookup items`,
        { help: 'add "record_type:"' },
      );
    }
    return;
  }
  const name = textOf(written) ?? '';
  const lookup = recordTypes.find((each) => each.name === name);
  if (lookup === undefined) {
    report(context, 'reference-unknown', written, `there is no record type "${name}"`, {
      help: didYouMean(
        name,
        recordTypes.map((each) => each.name),
      ),
    });
  } else if (!needed) {
    report(context, 'value-conflict', written, `"strategy: ${strategy}" has no lookup items`, {
      help: 'remove "record_type", or choose "table" or "item"',
    });
  } else if (lookup.name === recordType.name) {
    report(context, 'value-conflict', written, `"${name}" cannot be its own lookup`, {
      help: 'name a record type for the lookup items alone, whose key is made of the unique values',
    });
  } else if ((lookup.table === recordType.table) !== (strategy === 'item')) {
    const where = strategy === 'table' ? 'the same table' : 'another table';
    const right = strategy === 'table' ? 'item' : 'table';
    report(
      context,
      'value-conflict',
      written,
      `with "strategy: ${strategy}" lookup items are not in ${where}, and "${name}" is`,
      {
        help: `write "strategy: ${right}"`,
      },
    );
  } else checkLookupKey(context, written, textsAt(node, 'attributes'), lookup);
}

/**
 * Only the key of a lookup item is unique: with more in it, two items have one value, and with less, too few do. What
 * is looked up may have another name there.
 */
function checkLookupKey(context: Context, node: SourceNode, attributes: readonly string[], lookup: RecordType): void {
  const components = primaryComponents(lookup);
  const beside = lookup.attributes.find(({ name }) => attributes.includes(name) && !components.includes(name));
  if (beside === undefined && components.length === attributes.length) return;
  const key = components.length === 0 ? 'of nothing' : `of ${quoted(components)}`;
  report(
    context,
    'value-conflict',
    node,
    `the primary key of "${lookup.name}" is made ${key}, so it does not make ${quoted(attributes)} unique`,
    { help: `make its key of ${quoted(attributes)} and of nothing else` },
  );
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(' and ');
}
