import { type Context, report } from '../context.ts';
import type { NumberType, ValueType } from '../model.ts';
import { anyNumber } from '../scalar-type.ts';
import { child, itemsOf, namedIn, type SourceEntry, type SourceNode, textOf } from '../source.ts';
import { checkInnerReferences } from './inner-references.ts';
import { primaryComponents, primaryKeyAttributes } from './keys.ts';
import { checkLiteral } from './literal.ts';
import type { Extent } from './literal-parts.ts';
import type { Change, ChangeAction } from './model.ts';
import { operandFrom, referenceOf } from './operand.ts';
import { nameOf, resolvePath, type Target } from './path.ts';
import type { Written } from './scope.ts';
import { checkAlike, isNumeric, isStoredAsNumber } from './types.ts';

/** The keys of an update that change attributes. */
export const changeActions: readonly ChangeAction[] = ['set', 'add', 'remove', 'delete', 'if_not_exists', 'append'];

type Place = { readonly action: ChangeAction; readonly path: string; readonly node: SourceNode | SourceEntry };

/** Reads what an update does to the attributes of an item. */
export function changesFrom(context: Context, node: SourceNode, written: Written): readonly Change[] {
  const places: Place[] = [];
  const changes = changeActions.flatMap((action): readonly Change[] => {
    const clause = child(node, action);
    if (action === 'remove') {
      return itemsOf(clause).map((item) => {
        const path = textOf(item) ?? '';
        places.push({ action, path, node: item });
        checkTarget(context, { action, path, node: item }, undefined, written);
        return { action, path, value: null };
      });
    }
    return namedIn(clause).map((entry) => {
      places.push({ action, path: entry.key, node: entry });
      checkTarget(context, { action, path: entry.key, node: entry }, entry.value, written);
      return { action, path: entry.key, value: operandFrom(entry.value) };
    });
  });
  checkOverlap(context, places, child(node, 'version'));
  return changes;
}

function checkTarget(context: Context, place: Place, value: SourceNode | undefined, written: Written): void {
  const { recordType } = written;
  const { action, path, node } = place;
  const keys = [...primaryComponents(recordType), ...primaryKeyAttributes(recordType)];
  const found = resolvePath(recordType, path);
  if (keys.some((key) => overlaps(key, path))) {
    report(context, 'key-update', node, `"${path}" is part of the primary key, which an update cannot change`, {
      help: 'put a new item and delete the old one, in a transaction',
    });
    return;
  }
  if ('message' in found) {
    report(context, 'reference-unknown', node, found.message, { help: found.help });
    return;
  }
  if (recordType.computed.some(({ name }) => name === found.root.name)) {
    report(context, 'value-conflict', node, `"${path}" is computed from other attributes, so no update sets it`, {
      help: 'set the attributes that it is computed from',
    });
    return;
  }
  if (found.several) {
    report(context, 'value-conflict', node, `"${path}" means every item of a list, which an update cannot name`, {
      help: `set the whole list, or use "append" to add to its end`,
    });
    return;
  }
  if (action !== 'if_not_exists' && written.immutable.includes(path)) {
    report(context, 'value-conflict', node, `"${path}" is immutable, so no update changes it`, {
      help: 'write it when the item is put, or with "if_not_exists"',
    });
  }
  checkAction(context, place, found);
  if (value !== undefined) checkValue(context, action, value, found, written);
}

/** ADD, DELETE and appending each work on some types; an attribute that must be there cannot be removed. */
function checkAction(context: Context, { action, path, node }: Place, { type, declared }: Target): void {
  if (action === 'remove') {
    const supplied =
      declared !== null && 'default' in declared && declared.default !== undefined && declared.defaultOn !== 'write';
    if (declared !== null && 'required' in declared && declared.required && !supplied) {
      report(context, 'value-conflict', node, `"${path}" is required, so it cannot be removed`, {
        help: `set "${path}" to another value, or take "required" away from it`,
      });
    }
    return;
  }
  if (type === null || type.kind === 'any' || type.kind === 'union') return;
  const set = type.kind.endsWith('_set');
  const possible =
    action === 'add'
      ? isStoredAsNumber(type) || set
      : action === 'delete'
        ? set
        : action === 'append'
          ? type.kind === 'list'
          : true;
  if (possible) return;
  const what = action === 'add' ? 'numbers and sets' : action === 'delete' ? 'sets' : 'lists';
  report(
    context,
    'update-type',
    node,
    `"${action}" works on ${what}, and "${path}" is ${isNumeric(type) ? 'stored as text' : `of type ${nameOf(type)}`}`,
    {
      help: 'write "set" to give it another value',
    },
  );
}

function checkValue(
  context: Context,
  action: ChangeAction,
  node: SourceNode,
  { type, declared }: Target,
  { recordType }: Written,
): void {
  const operand = operandFrom(node);
  const sets = action === 'set' || action === 'if_not_exists';
  if (sets && node.kind === 'scalar' && node.type === 'null') {
    if (declared !== null && 'nullable' in declared && !declared.nullable) {
      report(context, 'value-conflict', node, `"${declared.name}" is never NULL`, {
        help: 'add "nullable: true" to the attribute, or take it away with "remove"',
      });
    }
    return;
  }
  if (operand.kind === 'attribute') {
    const source = resolvePath(recordType, operand.path);
    if ('message' in source) {
      report(context, 'reference-unknown', referenceOf(node), source.message, { help: source.help });
    } else if (sets || (type !== null && isNumeric(type))) checkAlike(context, node, type, source.type);
  } else if (operand.kind === 'literal') {
    checkLiteral(context, node, type === null ? null : operandType(action, type), sets ? 'whole' : extentOf(action));
    if (type !== null) checkInnerReferences(context, node, type, recordType);
  }
}

/** Members that are taken away need not be values, or those of a schema that was. */
function extentOf(action: ChangeAction): Extent {
  return action === 'delete' ? 'kind' : 'part';
}

/** What a value may be that is put together with the one that is there. */
function operandType(action: ChangeAction, type: ValueType): ValueType {
  // What is added to a number may be more or less than the number may be.
  if (action === 'add' && isNumeric(type)) {
    const kind = type.kind === 'timestamp' ? 'integer' : type.kind;
    return {
      ...anyNumber,
      ...('scale' in type ? type : {}),
      kind,
      enum: null,
      minimum: null,
      maximum: null,
    } as NumberType;
  }
  if (action !== 'delete' || !('items' in type) || type.kind === 'list' || !('enum' in type.items)) return type;
  return { ...type, items: { ...type.items, enum: null } };
}

/** DynamoDB refuses an update in which one path is that of another or leads through it. */
function checkOverlap(context: Context, places: readonly Place[], version: SourceNode | undefined): void {
  const counter = textOf(version);
  for (const [position, { path, node, action }] of places.entries()) {
    const earlier = places.slice(0, position).find((each) => overlaps(each.path, path));
    if (earlier !== undefined) {
      report(
        context,
        'update-overlap',
        node,
        `"${action}" changes "${path}", and "${earlier.action}" does so already`,
        {
          help:
            earlier.path === path
              ? `keep "${path}" in one of them`
              : `one of "${path}" and "${earlier.path}" holds the other: change the outer one as a whole, or only members of it`,
        },
      );
    } else if (counter !== undefined && overlaps(counter, path)) {
      report(context, 'update-overlap', node, `"${path}" is the version, which every update raises by one`, {
        help: `remove "${path}" from "${action}"`,
      });
    }
  }
}

function overlaps(left: string, right: string): boolean {
  return left === right || left.startsWith(`${right}.`) || right.startsWith(`${left}.`);
}
