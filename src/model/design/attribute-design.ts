import { didYouMean } from '../../diagnostics/suggest.ts';
import { type Context, referenceTo, report } from '../context.ts';
import { isFamilyName } from '../family.ts';
import type { RecordType, ValueType } from '../model.ts';
import { child, entriesOf, flagOf, itemsOf, namedIn, type SourceEntry, type SourceNode, textOf } from '../source.ts';
import { attributeSourceFrom, sourcesWritten } from './attribute-source.ts';
import type { SourceTableName } from './background.ts';
import { lifecycleFrom } from './lifecycle.ts';
import type { AttributeDesign } from './model.ts';
import { resolvePath } from './path.ts';
import { deprecationAt, entryAt, readOnlyAt, repeated, textAt } from './read.ts';
import { checkSameClass, relationEnd } from './relation.ts';
import type { RecordScope } from './scope.ts';
import { attributeFacetNames } from './shape/attribute.ts';
import { checkSince } from './since.ts';

const facetNames: ReadonlySet<string> = new Set(attributeFacetNames);

type Declared = { readonly name: string; readonly type: ValueType; readonly isComputed?: boolean };

/** Reads what the attributes, families and members of a record type are beside their values. */
export function attributeDesignsFrom(
  context: Context,
  entry: SourceEntry,
  recordType: RecordType,
  { recordTypes, sources, version, tables: all }: RecordScope & { readonly tables: readonly SourceTableName[] },
): readonly AttributeDesign[] {
  // What computes an attribute says what it is; its facets are as good as any.
  const computed = recordType.computed.map(({ name }) => ({ name, type: { kind: 'any' } as const, isComputed: true }));
  const tables = all.length === sourcesWritten(entry.value) ? all : undefined;
  const declared: readonly Declared[] = [...recordType.attributes, ...recordType.families, ...computed];
  return level(child(entry.value, 'attributes'), declared, '');

  function level(node: SourceNode | undefined, known: readonly Declared[], prefix: string): AttributeDesign[] {
    const entries = namedIn(node);
    checkExportNames(context, entries);
    const byName = new Map(known.map((each) => [each.name, each]));
    return entries.flatMap((each) => {
      const found = byName.get(each.key);
      if (found === undefined) return [];
      const path = `${prefix}${each.key}`;
      const own = entriesOf(each.value).some(({ key }) => facetNames.has(key))
        ? [facets(each, found, path, entries)]
        : [];
      const inner = membersOf(context, each.value, found.type, path);
      return inner === undefined ? own : [...own, ...level(inner.node, inner.members, inner.prefix)];
    });
  }

  function facets(each: SourceEntry, found: Declared, path: string, siblings: readonly SourceEntry[]): AttributeDesign {
    const node = each.value;
    const copied = child(node, 'denormalized_from');
    const source = copied === undefined ? undefined : relationEnd(context, copied, recordTypes);
    if (copied !== undefined && source !== undefined) {
      checkCopy(context, copied, recordType, path, source);
      const target = isFamilyName(path) ? undefined : resolvePath(recordType, path);
      if (target !== undefined && !('message' in target) && source.target?.type?.kind !== found.type.kind) {
        checkSameClass(context, copied, target, source.target);
      }
    }
    checkEditable(context, node, each.key, readOnlyAt(entry.value) !== null);
    checkNames(context, node, each.key, siblings);
    if (found.isComputed === true) checkNotComputed(context, each);
    checkSince(context, node, 'deprecated', version);
    return {
      recordType: recordType.name,
      path,
      classification: textAt(node, 'classification'),
      exportName: textAt(node, 'export_name'),
      immutable: flagOf(child(node, 'immutable')) ?? false,
      userEditable: flagOf(child(node, 'user_editable')) ?? null,
      owner: textAt(node, 'owner'),
      sourceOfTruth: textAt(node, 'source_of_truth'),
      denormalizedFrom: source?.end ?? null,
      source: attributeSourceFrom(context, node, sources, tables),
      renamedFrom: textAt(node, 'renamed_from'),
      deprecated: deprecationAt(node),
      lifecycle: lifecycleFrom(context, each, found.type),
      at: referenceTo(context, each.path, each.at),
    };
  }
}

/** The members of a map, of the maps in a list, or of those under the keys of a map. */
function membersOf(
  context: Context,
  written: SourceNode,
  type: ValueType,
  path: string,
):
  | { readonly node: SourceNode | undefined; readonly members: readonly Declared[]; readonly prefix: string }
  | undefined {
  const parameter = context.parameters.get(textAt(written, 'parameter') ?? '');
  const node = parameter?.node ?? written;
  if (type.kind === 'struct') return { node: child(node, 'members'), members: type.members, prefix: `${path}.` };
  const inner = child(node, type.kind === 'list' ? 'items' : 'values');
  if (inner === undefined) return undefined;
  if (type.kind === 'list') return membersOf(context, inner, type.items.type, `${path}[]`);
  return type.kind === 'map' ? membersOf(context, inner, type.values.type, `${path}.*`) : undefined;
}

function checkCopy(
  context: Context,
  node: SourceNode,
  recordType: RecordType,
  path: string,
  { end }: ReturnType<typeof relationEnd>,
): void {
  if (end.recordType === recordType.name && end.path === path) {
    report(context, 'value-conflict', node, `"${path}" is no copy of itself`, {
      help: 'name the attribute that it is copied from, or remove "denormalized_from"',
    });
  }
}

function checkEditable(context: Context, node: SourceNode, name: string, readOnly: boolean): void {
  const editable = child(node, 'user_editable');
  const changes = child(node, 'transitions');
  const moves = namedIn(changes).some((each) => itemsOf(each.value).length > 0);
  if (changes !== undefined && moves && flagOf(child(node, 'immutable')) === true) {
    report(context, 'value-conflict', changes, `"${name}" is immutable, so no value follows another`, {
      help: 'remove "immutable", or the transitions',
    });
  }
  if (editable === undefined || flagOf(editable) !== true) return;
  if (flagOf(child(node, 'immutable')) === true) {
    report(context, 'value-conflict', editable, `"${name}" is immutable, so no user can change it`, {
      help: 'remove "user_editable", or "immutable"',
    });
  } else if (readOnly) {
    report(
      context,
      'value-conflict',
      editable,
      `nothing writes "${name}" any more ("read_only"), so no user can change it`,
      {
        help: 'write "user_editable: false", or remove "read_only"',
      },
    );
  }
}

function checkNames(context: Context, node: SourceNode, name: string, siblings: readonly SourceEntry[]): void {
  const isThere = (other: string): boolean => siblings.some(({ key }) => key === other);
  const renamed = child(node, 'renamed_from');
  const old = textOf(renamed);
  if (renamed !== undefined && old !== undefined && isThere(old)) {
    report(context, 'value-conflict', renamed, `there still is "${old}", so "${name}" was not renamed from it`, {
      help: `remove "${old}" if "${name}" has taken its place, or remove "renamed_from"`,
    });
  }
  const use = child(child(node, 'deprecated'), 'use');
  const other = textOf(use);
  if (use !== undefined && other !== undefined && !isThere(other)) {
    const names = siblings.map(({ key }) => key);
    report(context, 'reference-unknown', use, `there is no attribute "${other}"`, { help: didYouMean(other, names) });
  } else if (use !== undefined && other === name) {
    report(context, 'value-conflict', use, `"${name}" is deprecated, and cannot be used instead of itself`, {
      help: 'name another attribute, or remove "use"',
    });
  }
}

/** What is computed from other attributes is made of their columns. */
function checkNotComputed(context: Context, { key, value }: SourceEntry): void {
  const source = entryAt(value, 'source');
  if (source === undefined) return;
  report(context, 'value-conflict', source, `"${key}" is computed from other attributes, and not made of a column`, {
    help: 'remove "source", or "computed_from"',
  });
}

/** Two attributes that are exported under one name lose one of their values. */
function checkExportNames(context: Context, entries: readonly SourceEntry[]): void {
  const exported = entries.map((entry) => {
    const written = child(entry.value, 'export_name');
    return { name: textOf(written) ?? entry.key, node: written ?? entry };
  });
  for (const { name, node } of repeated(exported, (each) => each.name)) {
    report(context, 'value-conflict', node, `two attributes are exported as "${name}"`, {
      help: 'give one of them an "export_name" of its own',
    });
  }
}
