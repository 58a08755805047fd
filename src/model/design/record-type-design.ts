import { didYouMean } from '../../diagnostics/suggest.ts';
import { contentKeys } from '../../value/content-keys.ts';
import { typeOfComponent } from '../component-types.ts';
import { type Context, referenceTo, report } from '../context.ts';
import type { RecordType } from '../model.ts';
import { recordJsonOf } from '../record-json.ts';
import { flag, size } from '../scalar-type.ts';
import { child, itemsOf, namedIn, type SourceEntry, type SourceNode, textOf } from '../source.ts';
import { refuseUnquotedIn } from '../unquoted.ts';
import { recordSourceFrom } from './attribute-source.ts';
import { componentSourcesFrom } from './component-source.ts';
import { recordExportFrom } from './export.ts';
import { itemTtlFrom } from './item-ttl.ts';
import { primaryComponents } from './keys.ts';
import { deprecationAt, entryAt, readOnlyAt, repeated, textAt } from './read.ts';
import { readersFrom } from './readers.ts';
import type { RecordTypeDesign } from './record-type-model.ts';
import type { RecordScope } from './scope.ts';
import { checkSince } from './since.ts';
import { uniquesFrom } from './unique.ts';
import { writersFrom } from './writers.ts';

/** Reads what a record type is for, how long its items live, and who writes and reads them. */
export function recordTypeDesignFrom(
  context: Context,
  entry: SourceEntry,
  recordType: RecordType,
  { recordTypes, sources, version }: RecordScope,
): RecordTypeDesign {
  const node = entry.value;
  const source = recordSourceFrom(context, node, sources);
  const ttl = itemTtlFrom(context, node, recordType);
  const lifecycle = entryAt(node, 'lifecycle');
  if (lifecycle !== undefined && textOf(lifecycle.value) === 'ephemeral' && ttl === null) {
    report(context, 'missing-key', lifecycle, `"${recordType.name}" is ephemeral, and nothing says when items expire`, {
      help: 'add "ttl: { attribute: … }"',
    });
  } else if (lifecycle !== undefined && textOf(lifecycle.value) === 'durable' && ttl !== null) {
    report(context, 'value-conflict', lifecycle, `"${recordType.name}" is durable, and "ttl" says when items expire`, {
      help: 'write "lifecycle: ephemeral", or remove "ttl"',
    });
  }
  checkId(context, node, recordType);
  checkNames(context, entry, recordTypes);
  checkSince(context, node, 'deprecated', version);
  checkSince(context, node, 'read_only', version);
  return {
    name: recordType.name,
    unique: uniquesFrom(context, node, recordType, recordTypes),
    ttl,
    lifecycle: textAt(node, 'lifecycle') as RecordTypeDesign['lifecycle'],
    retention: textAt(node, 'retention'),
    owner: textAt(node, 'owner'),
    justification: textAt(node, 'justification'),
    writers: writersFrom(context, node),
    readers: readersFrom(context, node),
    readOnly: readOnlyAt(node),
    sourceOfTruth: textAt(node, 'source_of_truth'),
    id: textAt(node, 'id'),
    version: size(node, 'version'),
    renamedFrom: textAt(node, 'renamed_from'),
    deprecated: deprecationAt(node),
    appendOnly: flag(node, 'append_only', false),
    source,
    componentSources: componentSourcesFrom(context, recordType, source, sources),
    estimatedItemBytes: estimateFrom(context, node, recordType),
    export: recordExportFrom(context, node, recordType),
    examples: examplesFrom(context, node, recordType),
    at: recordType.at,
  };
}

/** Reads the examples of records, each of which shows something else. */
function examplesFrom(context: Context, node: SourceNode, recordType: RecordType): RecordTypeDesign['examples'] {
  const examples = itemsOf(child(node, 'examples')).map((item) => {
    checkTexts(context, item, recordType);
    return { item, literal: recordJsonOf(item), at: referenceTo(context, item.path, item.at) };
  });
  const keyOf = contentKeys();
  for (const { item } of repeated(examples, ({ literal }) => keyOf(literal))) {
    report(context, 'value-conflict', item, 'another example is this record already', { help: 'remove one of them' });
  }
  return examples.map(({ literal, at }) => ({ literal, at }));
}

/** What an example of a record says in numbers must be no text. */
function checkTexts(context: Context, example: SourceNode, recordType: RecordType): void {
  for (const { key, value } of namedIn(example)) {
    const type = typeOfComponent(recordType, key);
    if (type !== undefined) refuseUnquotedIn(context, value, type);
    const family = recordType.families.find(({ name }) => name === key);
    if (family === undefined) continue;
    for (const member of namedIn(value)) refuseUnquotedIn(context, member.value, family.type);
  }
}

/** An identifier that the primary key does not have could be given to two items. */
function checkId(context: Context, node: SourceNode, recordType: RecordType): void {
  const written = child(node, 'id');
  const id = textOf(written);
  if (written === undefined || id === undefined) return;
  const names = recordType.attributes.map(({ name }) => name);
  if (!names.includes(id)) {
    report(context, 'reference-unknown', written, `"${recordType.name}" has no attribute "${id}"`, {
      help: didYouMean(id, names),
    });
  } else if (!primaryComponents(recordType).includes(id)) {
    report(
      context,
      'id-not-in-key',
      written,
      `"${id}" is no part of the primary key, so two items may have the same "${id}"`,
      {
        help: `write "{${id}}" in the pattern of the primary key, or name another attribute`,
      },
    );
  }
}

function checkNames(
  context: Context,
  { key: own, value: node }: SourceEntry,
  recordTypes: readonly RecordType[],
): void {
  const renamed = child(node, 'renamed_from');
  const old = textOf(renamed);
  const use = child(child(node, 'deprecated'), 'use');
  const other = textOf(use);
  if (old === undefined && other === undefined) return;
  const names = recordTypes.map(({ name }) => name);
  if (renamed !== undefined && old !== undefined && names.includes(old)) {
    report(context, 'value-conflict', renamed, `there still is a record type "${old}", so this one was not renamed`, {
      help: `remove "${old}" if this one has taken its place, or remove "renamed_from"`,
    });
  }
  if (use !== undefined && other !== undefined && !names.includes(other)) {
    report(context, 'reference-unknown', use, `there is no record type "${other}"`, {
      help: didYouMean(other, names),
    });
  } else if (use !== undefined && other === own) {
    report(context, 'value-conflict', use, `"${own}" is deprecated, and cannot be used instead of itself`, {
      help: 'name another record type, or remove "use"',
    });
  }
}

/** An item that is expected to be larger than it may be is never written. */
function estimateFrom(context: Context, node: SourceNode, { maximumItemBytes }: RecordType): number | null {
  const bytes = size(node, 'estimated_item_bytes');
  const place = child(node, 'estimated_item_bytes');
  if (bytes !== null && place !== undefined && bytes > maximumItemBytes) {
    report(context, 'value-conflict', place, `an item may have ${maximumItemBytes} bytes at most`, {
      help: 'correct the estimate, or "max_item_bytes"',
    });
  }
  return bytes;
}
