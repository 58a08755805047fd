import { didYouMean } from '../../diagnostics/suggest.ts';
import { type Context, report } from '../context.ts';
import { child, type SourceEntry, type SourceNode, textOf } from '../source.ts';
import { changeActions, changesFrom } from './changes.ts';
import { conditionFrom } from './condition.ts';
import type { OperationNotes, OperationStep } from './model.ts';
import { resolvePath } from './path.ts';
import { entryAt, textAt } from './read.ts';
import type { WriteScope, Written } from './scope.ts';
import { checkTransitions } from './transition.ts';
import { isNumeric } from './types.ts';

/** Reads how one item is written; `undefined` when there is no telling which record type it is. */
export function operationStepFrom(
  context: Context,
  node: SourceNode,
  place: SourceNode | SourceEntry,
  scope: WriteScope,
  notes: OperationNotes,
): OperationStep | undefined {
  const written = writtenAt(context, node, place, scope);
  if (written === undefined) return undefined;
  const type = (textAt(node, 'type') ?? 'put') as OperationStep['type'];
  const { recordType } = written;
  const condition = child(node, 'condition');
  if (type === 'update') {
    checkUpdate(context, node, place);
    checkTransitions(context, node, recordType.name, scope.attributes);
  } else checkNoChanges(context, node, type);
  if (type === 'check') checkCheck(context, node, place);
  checkWriter(context, node, written);
  checkMode(context, node, type, written);
  checkVersion(context, node, written);
  checkReturns(context, node, type);
  checkIdempotency(context, node, written);
  if (written.design?.appendOnly === true && type !== 'put' && type !== 'check') {
    const word = child(node, 'type') ?? node;
    report(context, 'value-conflict', word, `items of "${recordType.name}" are never changed ("append_only")`, {
      help: 'write "put"',
    });
  }
  checkReadOnly(context, node, type, written);
  return {
    ...notes,
    type,
    recordType: recordType.name,
    writer: textAt(node, 'writer'),
    condition: condition === undefined ? null : conditionFrom(context, condition, written),
    changes: type === 'update' ? changesFrom(context, node, written) : [],
    version: textAt(node, 'version'),
    returns: (textAt(node, 'returns') ?? 'none') as OperationStep['returns'],
  };
}

function writtenAt(
  context: Context,
  node: SourceNode,
  place: SourceNode | SourceEntry,
  scope: WriteScope,
): Written | undefined {
  const named = child(node, 'record_type');
  const name = textOf(named);
  if (named === undefined || name === undefined) {
    report(context, 'missing-key', place, 'nothing says what kind of item is written', { help: 'add "record_type:"' });
    return undefined;
  }
  const recordType = scope.recordTypes.find((each) => each.name === name);
  if (recordType === undefined) {
    report(context, 'reference-unknown', named, `there is no record type "${name}"`, {
      help: didYouMean(
        name,
        scope.recordTypes.map((each) => each.name),
      ),
    });
    return undefined;
  }
  const immutable = scope.attributes.filter((each) => each.recordType === name && each.immutable);
  return {
    recordType,
    design: scope.designs.find((each) => each.name === name),
    immutable: immutable.map(({ path }) => path),
  };
}

function checkUpdate(context: Context, node: SourceNode, place: SourceNode | SourceEntry): void {
  if ([...changeActions, 'version'].some((key) => child(node, key) !== undefined)) return;
  report(context, 'missing-key', place, 'this update changes nothing', { help: 'add "set:", "add:" or "remove:"' });
}

function checkNoChanges(context: Context, node: SourceNode, type: string): void {
  for (const key of changeActions) {
    const misplaced = entryAt(node, key);
    if (misplaced === undefined) continue;
    const what =
      type === 'put' ? 'writes the whole item' : type === 'check' ? 'writes nothing' : 'takes the whole item away';
    report(context, 'value-conflict', misplaced, `"${key}" is for updates, and a ${type} ${what}`, {
      help: `remove "${key}", or write "type: update"`,
    });
  }
}

/** A check only looks, at something. */
function checkCheck(context: Context, node: SourceNode, place: SourceNode | SourceEntry): void {
  if (child(node, 'condition') === undefined)
    report(context, 'missing-key', place, 'this check has no condition', { help: 'add "condition:"' });
  for (const key of ['version', 'returns']) {
    const misplaced = entryAt(node, key);
    if (misplaced === undefined) continue;
    report(context, 'value-conflict', misplaced, `"${key}" is for writes, and a check writes nothing`, {
      help: `say what must hold under "condition", and remove "${key}"`,
    });
  }
}

function checkWriter(context: Context, node: SourceNode, { recordType, design }: Written): void {
  const named = child(node, 'writer');
  const name = textOf(named);
  const writers = [...new Set(design?.writers.map((each) => each.name))];
  if (named === undefined || name === undefined || writers.length === 0 || writers.includes(name)) return;
  report(context, 'reference-unknown', named, `"${name}" is none of the writers of "${recordType.name}"`, {
    help: didYouMean(name, writers),
  });
}

/** A writer that only appends changes nothing that is there. */
function checkMode(context: Context, node: SourceNode, type: string, { recordType, design }: Written): void {
  const named = child(node, 'writer');
  const writer = design?.writers.find(({ name }) => name === textOf(named));
  if (named === undefined || writer?.mode !== 'append' || type === 'put' || type === 'check') return;
  const what = `"${writer.name}" only adds new items of "${recordType.name}" ("mode: append")`;
  report(context, 'value-conflict', named, `${what}, and this is ${type === 'update' ? 'an update' : `a ${type}`}`, {
    help: 'name another writer, or give this one another mode',
  });
}

/** Of items that nothing writes any more, those that are there may still be looked at and taken away. */
function checkReadOnly(context: Context, node: SourceNode, type: string, { recordType, design }: Written): void {
  if (design === undefined || design.readOnly === null || (type !== 'put' && type !== 'update')) return;
  const what = `nothing writes items of "${recordType.name}" any more ("read_only")`;
  report(
    context,
    'value-conflict',
    child(node, 'type') ?? node,
    `${what}, and this is ${type === 'put' ? 'a put' : 'an update'}`,
    {
      help: 'remove the operation, or "read_only"; a delete or a check may stay',
    },
  );
}

function checkVersion(context: Context, node: SourceNode, { recordType }: Written): void {
  const named = child(node, 'version');
  const name = textOf(named);
  if (named === undefined || name === undefined) return;
  const found = resolvePath(recordType, name);
  if ('message' in found) report(context, 'reference-unknown', named, found.message, { help: found.help });
  else if (found.type !== null && found.type.kind !== 'integer') {
    report(context, 'value-conflict', named, `"${name}" is no integer, so it cannot be one more`, {
      help: `give "${name}" the type integer, or name the attribute that counts the versions`,
    });
  }
}

/** Only an update knows what it changed; a put and a delete know what was there. */
function checkReturns(context: Context, node: SourceNode, type: string): void {
  const named = child(node, 'returns');
  const value = textOf(named) ?? 'none';
  if (named === undefined || type === 'update' || type === 'check' || value === 'none' || value === 'all_old') return;
  report(context, 'value-conflict', named, `a ${type} cannot return "${value}"`, {
    help: 'write "none" or "all_old", or "type: update"',
  });
}

/** Done twice, an addition counts twice; unless a condition stops the second one. */
function checkIdempotency(context: Context, node: SourceNode, { recordType }: Written): void {
  const named = child(node, 'idempotency');
  if (named === undefined || textOf(named) !== 'natural') return;
  if (child(node, 'condition') !== undefined || child(node, 'version') !== undefined) return;
  const add = child(node, 'add');
  const counted = (add?.kind === 'map' ? add.entries : []).find(({ key }) => {
    const found = resolvePath(recordType, key);
    return !('message' in found) && found.type !== null && isNumeric(found.type);
  });
  const what = counted?.key ?? (child(node, 'append') === undefined ? undefined : 'append');
  if (what === undefined) return;
  report(context, 'value-conflict', named, `done twice, "${what}" changes the item twice, so this is not idempotent`, {
    help: 'add a condition or a version, or write "none" or "token"',
  });
}
