import { wordsMeant } from '../diagnostics/synonyms.ts';
import { entriesOf, entryOf, namedIn, type SourceEntry, type SourceNode } from './source.ts';

/** A part of a schema that is judged as one. */
export type Unit = {
  readonly kind: 'parameter' | 'table' | 'record-type' | 'attribute' | 'design' | 'aside';
  readonly path: string;
  readonly name: string;
  readonly node: SourceNode;
  /** The record type of an attribute. */
  readonly of?: string;
};

/** Sections on which nothing else builds. */
const asides = [
  'name',
  'version',
  'waivers',
  'description',
  'domain',
  'owner',
  'status',
  'profiles',
  'compatibility',
  'decisions',
  'changelog',
  'sources',
];
const designs = ['relations', 'invariants', 'access_patterns', 'operations'];

/** The parts of a schema, by their paths. */
export function unitsOf(root: SourceNode): ReadonlyMap<string, Unit> {
  const units: Unit[] = [];
  const add = (kind: Unit['kind'], { key: name, path, value: node }: SourceEntry, of?: string): void => {
    units.push({ kind, path, name, node, ...(of === undefined ? {} : { of }) });
  };
  const inside = (section: string): readonly SourceEntry[] => namedIn(entryOf(root, section)?.value);
  for (const entry of inside('parameters')) add('parameter', entry);
  for (const entry of inside('tables')) add('table', entry);
  for (const section of ['table', 'keys']) {
    const entry = entryOf(root, section);
    if (entry !== undefined) add('table', entry);
  }
  for (const entry of inside('record_types')) {
    add('record-type', entry);
    for (const attribute of namedIn(entryOf(entry.value, 'attributes')?.value)) add('attribute', attribute, entry.key);
  }
  for (const section of designs) {
    const entry = entryOf(root, section);
    if (entry !== undefined) add('design', entry);
    for (const each of inside(section)) add('design', each);
  }
  // A value that cannot be used has been taken out, and is an aside all the same.
  for (const name of asides) units.push({ kind: 'aside', path: name, name, node: root });
  for (const { key, path } of entriesOf(root)) {
    const name = misspelt(key);
    if (name !== undefined) units.push({ kind: 'aside', path, name, node: root });
  }
  return new Map(units.map((unit) => [unit.path, unit]));
}

/**
 * The section that somebody misspelt on which nothing builds. Without waivers, what is waived would be said; and of a
 * word that is like no section nobody knows what is missing.
 */
function misspelt(key: string): string | undefined {
  const sections = [
    ...asides,
    ...designs,
    'prefixes',
    'parameters',
    'table',
    'tables',
    'keys',
    'record_types',
    'conventions',
  ];
  if (sections.includes(key)) return undefined;
  const [name] = wordsMeant(key, sections);
  return name !== undefined && name !== 'waivers' && [...asides, ...designs].includes(name) ? name : undefined;
}

/** The smallest unit that a path is in. */
export function innermost(units: ReadonlyMap<string, Unit>, path: string): Unit | undefined {
  for (let end = path.length; end > 0; end--) {
    const boundary = end === path.length || path[end] === '.' || path[end] === '[';
    const unit = boundary ? units.get(path.slice(0, end)) : undefined;
    if (unit !== undefined) return unit;
  }
  return undefined;
}

/** Whether a name stands anywhere in a part, as a key or a word of a text: `{name}` in a pattern counts too. */
export function mentionsName(node: SourceNode, name: string): boolean {
  if (node.kind === 'map')
    return node.entries.some(({ key, value }) => hasWord(key, name) || mentionsName(value, name));
  if (node.kind === 'list') return node.items.some((item) => mentionsName(item, name));
  return hasWord(node.text, name);
}

/** A name with other characters in it, as that of a family, is no word, and may stand anywhere. */
export function hasWord(text: string, word: string): boolean {
  if (text === word || !text.includes(word)) return text === word;
  return notInWords.test(word) || text.split(notInWords).includes(word);
}

/**
 * Which of many names stand anywhere in a part, as `mentionsName` finds them: every word of the part is looked up, and not
 * every name looked for.
 */
export function mentionedOf(names: ReadonlySet<string>): (node: SourceNode) => ReadonlySet<string> {
  const odd = [...names].filter((name) => notInWords.test(name));
  return (node) => mentionedIn(node, names, odd);
}

function mentionedIn(node: SourceNode, names: ReadonlySet<string>, odd: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (text: string): void => {
    for (const word of [text, ...text.split(notInWords)]) if (names.has(word)) found.add(word);
    for (const name of odd) if (text.includes(name)) found.add(name);
  };
  const walk = (inner: SourceNode): void => {
    if (inner.kind === 'scalar') look(inner.text);
    else if (inner.kind === 'list') inner.items.forEach(walk);
    else
      for (const { key, value } of inner.entries) {
        look(key);
        walk(value);
      }
  };
  walk(node);
  return found;
}

const notInWords = /[^\p{L}\p{N}_-]+/u;

/** Whether a path leads into the sections around the items. */
export function isAround(path: string): boolean {
  return designs.some((section) => path.startsWith(section));
}
