import { wordsMeant } from '../diagnostics/synonyms.ts';
import type { Model, RecordKey, RecordType, Table, TableKey } from './model.ts';
import { recordTypeShape } from './record-type-shape.ts';
import { entryOf, namedIn, type SourceEntry, type SourceNode } from './source.ts';
import { keyShape, tableShape } from './table-shape.ts';
import { innermost, mentionedOf, mentionsName, type Unit, unitsOf } from './unit.ts';

/** What of a schema with faults can be asked what its keys imply: the answers are those of the mended schema, or fewer. */
export type SoundKeys = {
  /** Only those tables, indexes, record types and reads that no fault has changed the keys of. */
  readonly model: Model;
  /** Record types with an attribute, or what it is for, that is wrong: of all of them together nothing is known. */
  readonly partly: ReadonlySet<string>;
  /** Record types of which nobody knows in which indexes they are. */
  readonly unindexed: ReadonlySet<string>;
  /** The paths of attributes that are wrong, or that something wrong makes meaningless. */
  readonly attributes: readonly string[];
  /** Whether a read that is wrong may be about a record type. */
  readonly mayBeRead: (recordType: string) => boolean;
};

/** @param faults the paths of everything that is wrong, also of what is only a consequence of something else */
export function soundKeys(root: SourceNode, model: Model, faults: readonly string[]): SoundKeys {
  const wrong = wrongIn(root, faults);
  if (faults.length === 0) return { ...nothingWrong, model };
  if (wrong === undefined) return { ...nothingWrong, model: { ...model, tables: [], recordTypes: [] } };
  const tables = new Map(model.tables.map((table) => [table, soundTable(table, wrong)]));
  const recordTypes = model.recordTypes.flatMap((recordType) => {
    const table = tables.get(recordType.table);
    const keys = recordType.keys.filter((key) => table?.keys.includes(key.index) && isSound(recordType, key, wrong));
    const hasPrimary = keys[0] !== undefined && keys[0].index.kind === 'primary';
    if (table === undefined || !hasPrimary || wrong.places.has(recordType.at.path)) return [];
    return [{ ...recordType, table, keys }];
  });
  const accessPatterns = model.design.accessPatterns.filter(
    ({ name }) => !wrong.reads.some((each) => each.key === name),
  );
  return {
    model: {
      ...model,
      tables: [...tables.values()].filter((table) => table !== undefined),
      recordTypes,
      design: { ...model.design, accessPatterns },
    },
    partly: wrong.partly,
    unindexed: new Set(recordTypes.filter((each) => isPartlyIndexed(each, model, wrong)).map(({ name }) => name)),
    attributes: [...wrong.attributes],
    mayBeRead: (recordType) =>
      wrong.reads.some(({ value }) => entryOf(value, 'returns') === undefined || mentionsName(value, recordType)),
  };
}

const nothingWrong = {
  partly: new Set<string>(),
  unindexed: new Set<string>(),
  attributes: [],
  mayBeRead: (): boolean => false,
};

/** What is wrong in a schema, as far as keys are made of it. */
type Wrong = {
  /** The paths of tables, indexes, record types and their keys in an index. */
  readonly places: Set<string>;
  readonly attributes: Set<string>;
  readonly partly: Set<string>;
  /** The names of record types, and of their indexes. */
  readonly unindexed: Map<string, Set<string>>;
  readonly parameters: Set<string>;
  readonly prefixes: Set<string>;
  readonly reads: readonly SourceEntry[];
};

/** Whether a key of a mapping is none of those that keys are made of, and no misspelt one of them. */
type Beside = (key: string) => boolean;

/** @param keys what a table or a record type says that its keys are made of */
function unlike(shape: { readonly properties: object }, ...keys: readonly string[]): Beside {
  const known = Object.keys(shape.properties);
  const beside = new Set(known.filter((key) => !keys.includes(key)));
  // A word that is like none of the language may stand for anything.
  return (key) => (known.includes(key) ? beside.has(key) : wordsMeant(key, known).some((word) => beside.has(word)));
}
const besideKeysOfTable = unlike(tableShape, 'keys');
const besideKeysOfIndex = unlike(keyShape, 'kind', 'partition_key', 'sort_key', 'sparse', 'reserved');
const besideKeysOfType = unlike(
  recordTypeShape,
  'table',
  'pk',
  'pk_pattern',
  'sk',
  'sk_pattern',
  'indexes',
  'attributes',
  'discriminator',
);
/** What is said of a record type that tells which of its attributes tell its records apart. */
const aboutRecords = ['id', 'append_only'];
/** Conventions of which no key is made. */
const besideConventions = /^conventions\.(?:unknown_attributes|attribute_names|delimiter)(?:$|[.[])/;

/** `undefined` where anything may be wrong. */
function wrongIn(root: SourceNode, faults: readonly string[]): Wrong | undefined {
  const units = unitsOf(root);
  const reads = new Map<string, SourceEntry>();
  const wrong = {
    places: new Set<string>(),
    attributes: new Set<string>(),
    partly: new Set<string>(),
    unindexed: new Map<string, Set<string>>(),
    parameters: new Set<string>(),
    prefixes: new Set<string>(),
  };
  for (const path of faults) {
    if (besideConventions.test(path)) continue;
    const prefix = towards(entryOf(root, 'prefixes')?.value, path);
    const unit = innermost(units, path);
    if (prefix !== undefined) wrong.prefixes.add(prefix.key);
    else if (unit === undefined) return undefined;
    else if (unit.kind === 'parameter') wrong.parameters.add(unit.name);
    else if (unit.kind === 'table') addTable(unit, path, wrong.places);
    else if (unit.kind === 'record-type') addRecordType(unit, path, wrong);
    else if (unit.kind === 'attribute') {
      wrong.attributes.add(unit.path);
      wrong.partly.add(unit.of ?? '');
    } else if (unit.path.startsWith('access_patterns') || (unit.kind === 'aside' && unit.name === 'access_patterns')) {
      const all = namedIn(entryOf(root, 'access_patterns')?.value);
      for (const read of all)
        if (unit.path === 'access_patterns' || unit.path === read.path) reads.set(read.path, read);
      // What cannot be read at all may be about everything.
      if (all.length === 0)
        reads.set('', { key: '', path: '', at: root.at, value: { ...root, kind: 'list', items: [] } });
    }
  }
  spread(units, wrong);
  for (const read of namedIn(entryOf(root, 'access_patterns')?.value))
    if ([...wrong.prefixes].some((name) => hasPrefix(read.value, name))) reads.set(read.path, read);
  return { ...wrong, reads: [...reads.values()] };
}

/** The entry of a mapping that a path is in, or leads to. */
function towards(node: SourceNode | undefined, path: string): SourceEntry | undefined {
  return namedIn(node).findLast(
    (entry) => path === entry.path || (/^[.[]/.test(path.slice(entry.path.length)) && path.startsWith(entry.path)),
  );
}

function addTable(unit: Unit, path: string, places: Set<string>): void {
  const isKeys = unit.path === 'keys';
  const key = isKeys ? undefined : towards(unit.node, path);
  if (key !== undefined && besideKeysOfTable(key.key)) return;
  const index = towards(isKeys ? unit.node : key?.value, path);
  const inside = towards(index?.value, path);
  if (inside !== undefined && besideKeysOfIndex(inside.key)) return;
  places.add(index === undefined || index.key === 'primary' ? unit.path : index.path);
}

function addRecordType(unit: Unit, path: string, { places, partly, unindexed }: Omit<Wrong, 'reads'>): void {
  const key = towards(unit.node, path);
  if (key !== undefined && aboutRecords.includes(key.key)) partly.add(unit.name);
  if (key !== undefined && besideKeysOfType(key.key)) return;
  const index = key?.key === 'indexes' ? towards(key.value, path) : undefined;
  if (index !== undefined) unindexed.set(unit.name, (unindexed.get(unit.name) ?? new Set()).add(index.key));
  places.add(index?.path ?? unit.path);
}

/** Parameters may refer to those above them, and attributes to parameters and to each other. */
function spread(
  units: ReadonlyMap<string, Unit>,
  { attributes, partly, parameters: names }: Omit<Wrong, 'reads'>,
): void {
  const mentions = (unit: Unit, name: string): boolean => mentionsName(unit.node, name);
  for (const unit of units.values())
    if (unit.kind === 'parameter' && [...names].some((name) => mentions(unit, name))) names.add(unit.name);
  if (names.size === 0 && attributes.size === 0) return;
  const wrong = new Map<string, Set<string>>();
  for (const { of = '', name } of [...attributes].flatMap((path) => units.get(path) ?? []))
    wrong.set(of, (wrong.get(of) ?? new Set()).add(name));
  const mentioned = new Map([...wrong].map(([of, each]) => [of, mentionedOf(each)] as const));
  for (const unit of units.values()) {
    if (unit.kind !== 'attribute') continue;
    const follows =
      [...names].some((name) => unit.name.includes(`{${name}}`) || mentions(unit, name)) ||
      [...(mentioned.get(unit.of ?? '')?.(unit.node) ?? [])].some((name) => name !== unit.name);
    if (!follows) continue;
    attributes.add(unit.path);
    partly.add(unit.of ?? '');
  }
}

/** The table without its indexes that are wrong; `undefined` where its own key is. */
function soundTable(table: Table, { places }: Wrong): Table | undefined {
  // The keys of the only table may stand beside it.
  if (places.has(table.at.path) || (places.has('keys') && table.at.path === 'table')) return undefined;
  const keys = table.keys.filter(({ at }) => !places.has(at.path));
  return keys[0]?.kind === 'primary' ? { ...table, keys } : undefined;
}

/** Whether a record type fills an index of its table in a way that nobody knows. */
function isPartlyIndexed({ name, table, keys }: RecordType, model: Model, { unindexed }: Wrong): boolean {
  const filled = model.recordTypes.find((each) => each.name === name)?.keys ?? [];
  const isMeant = (index: TableKey): boolean =>
    unindexed.get(name)?.has(index.name) === true || filled.some((key) => key.index === index);
  return table.keys.some((index) => isMeant(index) && !keys.some((key) => key.index === index));
}

/** Whether everything that a key is made of is right. */
function isSound(recordType: RecordType, key: RecordKey, { places, attributes, parameters, prefixes }: Wrong): boolean {
  const own = `${recordType.at.path}.attributes.`;
  const isRight = (component: string): boolean => {
    const steps = component.split('.');
    return (
      !parameters.has(component) && !steps.some((_, depth) => attributes.has(own + steps.slice(0, depth + 1).join('.')))
    );
  };
  return (
    !places.has(key.at.path) &&
    key.parts.every(
      ({ attribute, pattern }) =>
        isRight(attribute.name) &&
        pattern.tokens.every((token) => token.kind === 'literal' || isRight(token.name)) &&
        ![...prefixes].some((name) => pattern.text.includes(prefixText(name))),
    )
  );
}

function prefixText(name: string): string {
  return `{prefixes.${name}}`;
}

/** Whether a text in a part of the schema starts or goes on with a prefix. */
function hasPrefix(node: SourceNode, name: string): boolean {
  if (node.kind === 'map') return node.entries.some(({ value }) => hasPrefix(value, name));
  if (node.kind === 'list') return node.items.some((item) => hasPrefix(item, name));
  return node.text.includes(prefixText(name));
}
