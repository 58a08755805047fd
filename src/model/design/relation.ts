import { didYouMean } from '../../diagnostics/suggest.ts';
import { type Context, referenceTo, report } from '../context.ts';
import type { RecordType } from '../model.ts';
import { flag } from '../scalar-type.ts';
import { child, type SourceNode, textOf } from '../source.ts';
import { checkAtMost } from './amounts.ts';
import type { Relation, RelationEnd } from './model.ts';
import { nameOf, resolvePath, type Target } from './path.ts';
import { repeated, textAt } from './read.ts';
import { isOpaque, scalarClass } from './types.ts';

/** Reads one of `relations`, and finds both of its ends. */
export function relationFrom(context: Context, node: SourceNode, recordTypes: readonly RecordType[]): Relation {
  const [from, to] = ['from', 'to'].map((key) => relationEnd(context, child(node, key) ?? node, recordTypes));
  checkSameClass(context, child(node, 'from') ?? node, from?.target, to?.target);
  const counts = child(node, 'counts');
  checkAtMost(context, counts, 'average', 'maximum');
  return {
    from: from?.end ?? { recordType: '', path: '' },
    to: to?.end ?? { recordType: '', path: '' },
    cardinality: (textAt(node, 'cardinality') ?? 'many_to_one') as Relation['cardinality'],
    counts: counts === undefined ? null : { average: textAt(counts, 'average'), maximum: textAt(counts, 'maximum') },
    required: flag(node, 'required', false),
    onMissing: (textAt(node, 'on_missing') ?? 'reject') as Relation['onMissing'],
    description: textAt(node, 'description') ?? '',
    at: referenceTo(context, node.path, node.at),
  };
}

/** Two relations between the same ends are one, about which the second says something else or nothing. */
export function checkRelationsDiffer(context: Context, nodes: readonly SourceNode[]): void {
  const ends = (node: SourceNode): string => JSON.stringify([textAt(node, 'from'), textAt(node, 'to')]);
  for (const twin of repeated(nodes, ends)) {
    const [from, to] = [textAt(twin, 'from'), textAt(twin, 'to')];
    if (from === null || to === null) continue;
    report(context, 'value-conflict', twin, `the relation from "${from}" to "${to}" is listed twice`, {
      help: 'keep one of them',
    });
  }
}

/** Reads `record_type.path`; without a target where it leads nowhere, which is then reported. */
export function relationEnd(
  context: Context,
  node: SourceNode,
  recordTypes: readonly RecordType[],
): { readonly end: RelationEnd; readonly target: Target | undefined } {
  const text = textOf(node) ?? '';
  const dot = text.indexOf('.');
  const end = { recordType: dot < 0 ? text : text.slice(0, dot), path: dot < 0 ? '' : text.slice(dot + 1) };
  const recordType = recordTypes.find(({ name }) => name === end.recordType);
  if (recordType === undefined) {
    report(context, 'reference-unknown', node, `there is no record type "${end.recordType}"`, {
      help: didYouMean(
        end.recordType,
        recordTypes.map(({ name }) => name),
      ),
    });
    return { end, target: undefined };
  }
  if (end.path === '') {
    report(context, 'reference-unknown', node, `"${text}" names a record type, and no attribute of it`, {
      help: `write "${end.recordType}.", and the name of an attribute`,
    });
    return { end, target: undefined };
  }
  const found = resolvePath(recordType, end.path);
  if (!('message' in found)) return { end, target: found };
  report(context, 'reference-unknown', node, found.message, { help: found.help });
  return { end, target: undefined };
}

/** A reference holds the very value that it refers to, so both are stored alike. */
export function checkSameClass(
  context: Context,
  node: SourceNode,
  from: Target | undefined,
  to: Target | undefined,
): void {
  const ends = [from, to].map((target) => target?.type ?? undefined);
  const known = ends.filter((type) => type !== undefined && !isOpaque(type)).filter((type) => type !== undefined);
  const composite = known.find((type) => scalarClass(type) === null);
  if (composite !== undefined) {
    const list = composite.kind === 'list' || composite.kind.endsWith('_set');
    report(context, 'relation-type', node, `a reference is one value, and a ${nameOf(composite)} is none`, {
      help: list ? 'write "[]" after a list or set, for its items' : 'go on with "." and a member of the map',
    });
    return;
  }
  const [left, right] = known.map(scalarClass);
  if (left === undefined || right === undefined || left === right) return;
  report(context, 'relation-type', node, `this is ${left}, and what it refers to is ${right}`, {
    help: 'give both the same type',
  });
}
