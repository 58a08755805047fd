import { didYouMean } from '../../diagnostics/suggest.ts';
import { type Context, report } from '../context.ts';
import type { RecordType } from '../model.ts';
import { child, itemsOf, type SourceNode, textOf } from '../source.ts';
import { textAt, textsAt } from './read.ts';
import type { RecordExport } from './record-type-model.ts';

/** Reads what becomes of a record type in an export. */
export function recordExportFrom(
  context: Context,
  recordNode: SourceNode,
  recordType: RecordType,
): RecordExport | null {
  const node = child(recordNode, 'export');
  if (node === undefined) return null;
  const sort = child(node, 'sort');
  const omitted = textsAt(node, 'omit');
  const redacted = itemsOf(child(node, 'redact'));
  for (const item of [...itemsOf(child(node, 'omit')), ...redacted, ...(sort === undefined ? [] : [sort])]) {
    checkMember(context, item, recordType);
  }
  for (const item of redacted) {
    if (omitted.includes(textOf(item) ?? '')) {
      report(context, 'value-conflict', item, `"${textOf(item) ?? ''}" is omitted, so there is nothing to redact`, {
        help: 'remove it from "redact" or from "omit"',
      });
    }
  }
  const sorted = textOf(sort);
  if (sort !== undefined && sorted !== undefined && omitted.includes(sorted)) {
    report(context, 'value-conflict', sort, `"${sorted}" is omitted, so nobody can see this order`, {
      help: `sort by an attribute that is exported, or remove "${sorted}" from "omit"`,
    });
  }
  return { file: textAt(node, 'file') ?? '', omit: omitted, redact: textsAt(node, 'redact'), sort: sorted ?? null };
}

function checkMember(context: Context, node: SourceNode, recordType: RecordType): void {
  const name = textOf(node) ?? '';
  const names = [...recordType.attributes, ...recordType.families, ...recordType.components].map((each) => each.name);
  if (names.includes(name)) return;
  report(context, 'reference-unknown', node, `"${recordType.name}" has no attribute "${name}"`, {
    help: didYouMean(name, names),
  });
}
