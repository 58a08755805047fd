import { didYouMean } from '../../diagnostics/suggest.ts';
import { type Context, report } from '../context.ts';
import type { Attribute, RecordType } from '../model.ts';
import { child, itemsOf, type SourceNode, textOf } from '../source.ts';
import { secondsIn } from './duration.ts';
import { resolvePath } from './path.ts';
import { entryAt, textAt, textsAt } from './read.ts';
import type { ItemTtl } from './record-type-model.ts';

/** Reads when the items of a record type expire. */
export function itemTtlFrom(context: Context, recordNode: SourceNode, recordType: RecordType): ItemTtl | null {
  const node = child(recordNode, 'ttl');
  if (node === undefined) return null;
  const attribute = attributeAt(context, node, 'attribute', recordType);
  const place = child(node, 'attribute') ?? node;
  if (attribute !== undefined) {
    const { type } = attribute;
    if (type.kind !== 'timestamp' || type.format !== 'epoch-seconds') {
      const what = type.kind === 'timestamp' ? type.format : type.kind;
      report(
        context,
        'ttl-not-seconds',
        place,
        `"${attribute.name}" is ${what}, and Time to Live reads epoch-seconds`,
        {
          help: 'make it "type: timestamp, format: epoch-seconds"',
        },
      );
    }
    const { ttl, name } = recordType.table;
    if (ttl !== attribute.name) {
      const problem =
        ttl === null
          ? `the table "${name}" has no Time to Live`
          : `the attribute of Time to Live of the table "${name}" is "${ttl}"`;
      report(context, 'value-conflict', place, `${problem}, so items would not expire`, {
        help: ttl === null ? `add "ttl: ${attribute.name}" to the table` : `write "${ttl}" here, or in the table`,
      });
    }
  }
  checkFrom(context, node, recordType);
  const after = child(node, 'after');
  if (after !== undefined && child(node, 'from') === undefined) {
    report(context, 'missing-key', after, 'nothing says from when this time counts', {
      help: 'add "from:" with a timestamp attribute',
    });
  }
  return {
    attribute: textAt(node, 'attribute') ?? '',
    from: textAt(node, 'from'),
    afterSeconds: after === undefined ? null : secondsIn(after),
    ...formulaFrom(context, node, recordType),
    expired: (textAt(node, 'expired') ?? 'absent') as ItemTtl['expired'],
    description: textAt(node, 'description') ?? '',
  };
}

/** The time counts from another timestamp; an item that expires then has no `after`. */
function checkFrom(context: Context, node: SourceNode, recordType: RecordType): void {
  const from = attributeAt(context, node, 'from', recordType);
  const place = child(node, 'from') ?? node;
  if (from !== undefined && from.type.kind !== 'timestamp') {
    report(context, 'value-conflict', place, `"${from.name}" is no timestamp to count from`, {
      help: `make "${from.name}" a timestamp, or name another attribute`,
    });
  } else if (from !== undefined && from.name === textAt(node, 'attribute') && isOfTable(recordType, from)) {
    report(context, 'value-conflict', place, `"${from.name}" is when items expire, and does not count from itself`, {
      help: 'name the timestamp that it is computed from, or remove "from"',
    });
  }
}

/** Whether items expire by it: else it is the wrong attribute, which is said already. */
function isOfTable({ table }: RecordType, { name }: Attribute): boolean {
  return table.ttl === null || table.ttl === name;
}

/** A time is calculated by a formula, or is a fixed time after another one. */
function formulaFrom(context: Context, node: SourceNode, recordType: RecordType): Pick<ItemTtl, 'formula' | 'uses'> {
  const formula = entryAt(node, 'formula');
  const uses = entryAt(node, 'uses');
  if (formula !== undefined && child(node, 'after') !== undefined) {
    report(context, 'value-conflict', formula, '"after" says when items expire already', {
      help: 'keep "after" for a fixed time, or "formula" for any other',
    });
  }
  if (uses !== undefined && formula === undefined) {
    report(context, 'missing-key', uses, 'nothing says what these attributes are used for', { help: 'add "formula:"' });
  }
  for (const item of itemsOf(uses?.value)) {
    const found = resolvePath(recordType, textOf(item) ?? '');
    if ('message' in found) report(context, 'reference-unknown', item, found.message, { help: found.help });
    else if (textOf(item) === textAt(node, 'attribute')) {
      report(context, 'value-conflict', item, `"${textOf(item)}" is what the formula computes, so it cannot use it`, {
        help: 'name what it is computed from',
      });
    }
  }
  return { formula: textAt(node, 'formula'), uses: textsAt(node, 'uses') };
}

function attributeAt(context: Context, node: SourceNode, key: string, recordType: RecordType): Attribute | undefined {
  const written = child(node, key);
  const name = textOf(written);
  if (written === undefined || name === undefined) return undefined;
  const found = recordType.attributes.find((each) => each.name === name);
  // A computed attribute is what its pattern says, which is checked where it is declared.
  if (found === undefined && !recordType.computed.some((each) => each.name === name)) {
    report(context, 'reference-unknown', written, `"${recordType.name}" has no attribute "${name}"`, {
      help: didYouMean(
        name,
        recordType.attributes.map((each) => each.name),
      ),
    });
  }
  return found;
}
