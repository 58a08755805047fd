import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { RecordType, Table } from './model.ts';

/** Keys of the model that do not change what an item is. */
const silent = new Set(['at', 'description', 'examples', 'automaton', 'digest', 'waivers', 'writtenPattern']);

/** Lists whose order the schema gives: the attributes of a key. */
const ordered = new Set(['partitionKeys', 'sortKeys']);

/** Lists of nameless things that are mappings in the schema, where order means nothing. */
const unordered = new Set(['conditions', 'changes', 'when']);

/**
 * `sha256:` and the hash of a part of the model: of its RFC 8785 canonical JSON, without places, descriptions and
 * examples, so that formatting, comments and the order of keys do not matter.
 */
export function digestOf(part: unknown): string {
  return `sha256:${hash('sha256', canonicalText(part))}`;
}

/** Where the model has one part in many places: the type of a parameter, and the attribute of a key. */
const shared = new Set(['type', 'attribute']);

/** The texts of parts that are shared. */
const known = new WeakMap<object, string>();

/** The names that a part of the model has, as canonical JSON wants them: in order, each as it stands before its value. */
type Names = readonly { readonly name: string; readonly label: string }[];

/** The parts of a model have few sets of names, and each of them often: a tree of what follows a name in such a set. */
type KnownNames = { readonly next: Map<string, KnownNames>; names?: Names };

const knownNames: KnownNames = { next: new Map() };

/** The sets of names in the tree. Names of the user's own, like those of tags, must not fill it. */
let sets = 0;
const mostSets = 1024;

function namesOf(value: object): Names {
  let node: KnownNames | undefined = knownNames;
  const keys = Object.keys(value);
  for (const key of keys) {
    node = node.next.get(key);
    if (node === undefined) break;
  }
  return node?.names ?? learn(keys);
}

function learn(keys: readonly string[]): Names {
  const names = keys
    .filter((name) => !silent.has(name))
    .sort()
    .map((name) => ({ name, label: `${JSON.stringify(name)}:` }));
  if (sets++ > mostSets) return names;
  let node = knownNames;
  for (const key of keys) {
    const next = node.next.get(key) ?? { next: new Map() };
    node.next.set(key, next);
    node = next;
  }
  node.names = names;
  return names;
}

/**
 * The canonical text of a part of the model, without what is silent. What is `undefined` is not there, which is not the
 * same as `null`. The model has no numbers but counts, which are the same text in every language.
 */
function canonicalText(value: unknown, key?: string): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${listTexts(value, key).join(',')}]`;
  const isShared = key !== undefined && shared.has(key);
  const before = isShared ? known.get(value) : undefined;
  if (before !== undefined) return before;
  let members = '';
  for (const { name, label } of namesOf(value)) {
    const inner = (value as { readonly [name: string]: unknown })[name];
    if (inner === undefined) continue;
    // In defaults and tags, which are the user's own, any name is a name.
    const text = name === 'default' || name === 'tags' ? jsonText(inner) : canonicalText(inner, name);
    members += members === '' ? label : `,${label}`;
    members += text;
  }
  const text = `{${members}}`;
  if (isShared) known.set(value, text);
  return text;
}

function listTexts(items: readonly unknown[], key: string | undefined): readonly string[] {
  const texts = items.map((each) => canonicalText(each));
  if (texts.length < 2 || (key !== undefined && ordered.has(key))) return texts;
  if (key !== undefined && unordered.has(key)) return texts.sort();
  const names = items.map(nameOf);
  if (names.includes(undefined)) return texts;
  // Lists of named things are mappings in the schema.
  return texts
    .map((text, index) => ({ text, name: names[index] ?? '' }))
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .map(({ text }) => text);
}

function jsonText(value: unknown): string {
  return canonicalize(value) ?? 'null';
}

function nameOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const named = 'index' in value ? value.index : value;
  return typeof named === 'object' && named !== null && 'name' in named && !('kind' in value && 'until' in value)
    ? String(named.name)
    : undefined;
}

/** The digest of a record type and of its table, whose own digest stands for it. */
export function digestOfRecordType(recordType: Omit<RecordType, 'digest'>, ofTable: (table: Table) => string): string {
  const keys = recordType.keys.map((key) => ({ ...key, index: { name: key.index.name } }));
  return digestOf({ ...recordType, keys, table: ofTable(recordType.table) });
}
