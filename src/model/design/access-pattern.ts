import { type Context, referenceTo, report } from '../context.ts';
import type { Attribute, QueryParameter } from '../model.ts';
import { flag, size } from '../scalar-type.ts';
import { child, flagOf, itemsOf, namedIn, type SourceEntry, type SourceNode } from '../source.ts';
import { attributeFrom } from '../value-type.ts';
import { secondsIn } from './duration.ts';
import type { AccessPattern, AccessPatternNotes, AccessPatternStep } from './model.ts';
import { nameOf } from './path.ts';
import { entryAt, textAt } from './read.ts';
import { partitionFrom } from './read-partition.ts';
import { projectionFrom } from './read-projection.ts';
import { sortFrom } from './read-sort.ts';
import { returnsFrom, sourceFrom } from './read-source.ts';
import type { ReadScope } from './scope.ts';
import { trafficNotesFrom } from './traffic-notes.ts';

/** Keys that say how one table is read, and belong to each of the steps of a pattern that has some. */
const stepOnly = [
  'operation',
  'table',
  'index',
  'partition',
  'sort',
  'filter',
  'projection',
  'order',
  'limit',
  'paginated',
  'consistency',
];

/** Reads one of `access_patterns`. */
export function accessPatternFrom(
  context: Context,
  entry: SourceEntry,
  scope: ReadScope,
): AccessPattern<QueryParameter> {
  const node = entry.value;
  const parameters = parametersFrom(context, node);
  const steps = entryAt(node, 'steps');
  for (const key of steps === undefined ? [] : stepOnly) {
    const misplaced = entryAt(node, key);
    if (misplaced === undefined) continue;
    report(context, 'value-conflict', misplaced, `"${key}" says how one table is read, and "${entry.key}" has steps`, {
      help: `move "${key}" into a step`,
    });
  }
  if (steps === undefined && child(node, 'operation') === undefined) {
    report(context, 'missing-key', entry, `"${entry.key}" does not say how it reads`, {
      help: 'add "operation:", or "steps:"',
    });
  }
  const read = (
    steps === undefined
      ? [stepFrom(context, node, scope, parameters, [])]
      : itemsOf(steps.value).map((each) => stepFrom(context, each, scope, parametersFrom(context, each), parameters))
  ).filter((step) => step !== undefined);
  return {
    name: entry.key,
    ...notesFrom(context, node),
    returns: steps === undefined ? (read[0]?.returns ?? []) : returnsFrom(context, node, scope.recordTypes).names,
    parameters,
    steps: read,
  };
}

function stepFrom(
  context: Context,
  node: SourceNode,
  scope: ReadScope,
  parameters: readonly QueryParameter[],
  outer: readonly QueryParameter[],
): AccessPatternStep<QueryParameter> | undefined {
  const source = sourceFrom(context, node, scope);
  if (source === undefined) return undefined;
  const { table, index, returns, relevant } = source;
  const declared = [...outer, ...parameters].map(({ name, type }) => [name, type] as const);
  const ofSchema = [...context.parameters].map(([name, { type }]) => [name, type] as const);
  // What a query declares itself is meant before what the schema declares.
  const types = new Map([...declared, ...ofSchema.filter(([name]) => declared.every(([own]) => own !== name))]);
  const operation = (textAt(node, 'operation') ?? 'query') as AccessPatternStep<QueryParameter>['operation'];
  return {
    ...notesFrom(context, node),
    operation,
    table: table.name,
    index: index.name,
    returns,
    partition: operation === 'scan' ? [] : partitionFrom(context, node, index.name, relevant, types),
    sort: operation === 'scan' ? null : sortFrom(context, node, index, relevant, types),
    filter: textAt(node, 'filter'),
    projection: projectionFrom(context, node, table, index, relevant),
    order: (textAt(node, 'order') ?? 'ascending') as AccessPatternStep<QueryParameter>['order'],
    limit: size(node, 'limit'),
    paginated: flag(node, 'paginated', false),
    consistency: (textAt(node, 'consistency') ?? 'eventual') as AccessPatternStep<QueryParameter>['consistency'],
    parameters,
  };
}

function parametersFrom(context: Context, node: SourceNode): readonly QueryParameter[] {
  return namedIn(child(node, 'parameters')).map((entry) => {
    const attribute = attributeFrom(context, entry);
    return { ...attribute, defaultNow: defaultNowFrom(context, entry, attribute) };
  });
}

/** Only a time can be that of the question; `default_now: false` says nothing. */
function defaultNowFrom(
  context: Context,
  { value: node }: SourceEntry,
  { name, type, default: other }: Attribute,
): number | null {
  const written = entryAt(node, 'default_now');
  if (written === undefined || flagOf(written.value) === false) return null;
  if (type.kind !== 'timestamp')
    report(context, 'value-conflict', written, `"${name}" is of type ${nameOf(type)}, and now is a timestamp`, {
      help: 'write "type: timestamp" with a format, or "default"',
    });
  if (other !== undefined)
    report(context, 'value-conflict', written, `"${name}" has both "default" and "default_now"`, {
      help: 'keep the one that callers rely on, and remove the other',
    });
  return secondsIn(written.value);
}

function notesFrom(context: Context, node: SourceNode): AccessPatternNotes {
  return {
    description: textAt(node, 'description') ?? '',
    reason: textAt(node, 'reason'),
    traffic: (textAt(node, 'path') ?? 'hot') as AccessPatternNotes['traffic'],
    ...trafficNotesFrom(context, node),
    at: referenceTo(context, node.path, node.at),
  };
}
