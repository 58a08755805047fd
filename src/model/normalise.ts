import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Context, report } from './context.ts';
import { designFrom } from './design/design.ts';
import { significantDesign } from './design/significance.ts';
import { digestOf, digestOfRecordType } from './digest.ts';
import type { Model, RecordType, Table, ValueType } from './model.ts';
import { recordTypeFrom } from './record-type.ts';
import { child, namedIn, type SourceEntry, type SourceNode, textOf } from './source.ts';
import { tablesFrom } from './table.ts';
import { checkPrefixes } from './unused-prefix.ts';
import { typeFrom } from './value-type.ts';
import { waiversFrom } from './waiver-source.ts';

/**
 * Turns a document of the right shape into a model: every default filled in, every reference resolved.
 *
 * @param written the same document with what cannot be used
 */
export function normalise(
  file: string,
  root: SourceNode,
  written: SourceNode = root,
): { readonly model: Model; readonly diagnostics: readonly Diagnostic[] } {
  const prefixes = new Map(namedIn(child(root, 'prefixes')).map((entry) => [entry.key, textOf(entry.value) ?? '']));
  // What a parameter holds may refer to the parameters above it.
  const parameters = new Map<string, { readonly node: SourceNode; readonly type: ValueType }>();
  const context: Context = { file, diagnostics: [], written, parameters, prefixes };
  for (const { key, value } of namedIn(child(root, 'parameters')))
    parameters.set(key, { node: value, type: typeFrom(context, value) });

  const tables = tablesFrom(context, root);
  const unknown = textOf(child(child(root, 'conventions'), 'unknown_attributes')) ?? 'ignore';
  const tableDigests = new Map(tables.map((table) => [table, digestOf(table)]));
  const ofTable = (table: Table): string => tableDigests.get(table) ?? digestOf(table);
  const recordTypes: RecordType[] = [];
  const spellings = new Map<string, string>();
  for (const entry of namedIn(child(root, 'record_types'))) {
    checkCase(context, entry, spellings);
    const recordType = recordTypeFrom(context, entry, tables, unknown as RecordType['unknownAttributes']);
    if (recordType === undefined) continue;
    recordTypes.push({ ...recordType, digest: digestOfRecordType(recordType, ofTable) });
    const folded = entry.key.toLowerCase();
    if (!spellings.has(folded)) spellings.set(folded, entry.key);
  }
  checkPrefixes(context, root);
  const waivers = waiversFrom(context, root);
  const contract = {
    name: textOf(child(root, 'name')) ?? tables[0]?.name ?? 'schema',
    version: textOf(child(root, 'version')) ?? '0.0.0',
    tables,
    recordTypes,
  };
  const design = designFrom(context, root, tables, recordTypes);
  const model = {
    ...contract,
    design,
    prefixes: Object.fromEntries(prefixes),
    description: textOf(child(root, 'description')) ?? '',
    waivers,
    // The digests of record types and tables stand for them.
    digest: digestOf({
      name: contract.name,
      version: contract.version,
      tables: Object.fromEntries(tables.map((table) => [table.name, ofTable(table)])),
      recordTypes: Object.fromEntries(recordTypes.map((recordType) => [recordType.name, recordType.digest])),
      design: significantDesign(design),
    }),
  };
  return { model, diagnostics: context.diagnostics };
}

/**
 * Vectors are in folders of these names, and many file systems take two that differ in case for one.
 *
 * @param spellings the first of the names before this one, by its lower case
 */
function checkCase(context: Context, { key, at, path }: SourceEntry, spellings: ReadonlyMap<string, string>): void {
  const twin = spellings.get(key.toLowerCase());
  if (twin === undefined || twin === key) return;
  report(context, 'value-conflict', { at, path }, `"${key}" and "${twin}" differ only in upper and lower case`, {
    help: 'give one of them another name: their vectors would be in one folder where case is not told apart',
  });
}
