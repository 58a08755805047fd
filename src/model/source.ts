import { Composer, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode } from 'yaml';
import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Position } from '../diagnostics/diagnostic.ts';
import { placesIn } from './source-places.ts';
import { type PropertyBefore, propertiesIn } from './source-properties.ts';
import { scalarOf } from './source-scalar.ts';
import { loneSurrogateProblem, textProblem } from './source-text.ts';
import { maximumDepth, tokensOf } from './source-tokens.ts';
import { explainYaml } from './yaml-message.ts';

/** A document as the user wrote it: every value with its place. Numbers stay decimal text. */
export type SourceNode = ScalarNode | ListNode | MapNode;

type Place = { readonly at: Position; readonly path: string };

/** `type` is that of YAML 1.2's core schema. `text` is the value: a number in normal form, `written` in another way. */
export type ScalarNode = Place & {
  readonly kind: 'scalar';
  readonly type: 'string' | 'number' | 'boolean' | 'null';
  readonly text: string;
  readonly written?: string;
};
export type ListNode = Place & { readonly kind: 'list'; readonly items: readonly SourceNode[] };
export type MapNode = Place & { readonly kind: 'map'; readonly entries: readonly SourceEntry[] };
/** One key of a mapping; `at` is the place of the key itself. */
export type SourceEntry = Place & { readonly key: string; readonly value: SourceNode };

/** `partial` is there too when only some nodes could not be used: each of them is in `diagnostics`, and left out or null. */
export type ParsedSource = {
  readonly root: SourceNode | undefined;
  readonly partial: SourceNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Reads YAML 1.2 or JSON. Whatever the text is, the answer is a tree or located diagnostics.
 * @param helpWhenEmpty what to write into a file of this kind
 * @param ruleOfKey what to write for a key that is no text, where quotes are not enough
 */
export function parseSource(
  file: string,
  text: string,
  helpWhenEmpty: string,
  ruleOfKey: (path: string, key: string) => string | undefined = () => undefined,
): ParsedSource {
  const lineCounter = new LineCounter();
  const placeOf = placesIn(lineCounter);
  const diagnostics: Diagnostic[] = [];
  // A byte order mark is no part of the text; without it, columns are those of an editor.
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const position = (start: number, end: number): Position => {
    const { line, col } = placeOf(start);
    const lineEnd = (lineCounter.lineStarts[line] ?? body.length + 1) - 1;
    const visible = body[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
    return { line: Math.max(line, 1), column: Math.max(col, 1), length: Math.max(Math.min(end, visible) - start, 1) };
  };
  const report = (code: DiagnosticCode, message: string, at: Position, path: string, help: string): void => {
    diagnostics.push({ code, severity: 'error', message, file, position: at, path, help });
  };

  let propertyBefore: PropertyBefore = () => undefined;
  const tree = parseTree();
  if (tree === undefined || diagnostics.length > 0) return { root: undefined, partial: undefined, diagnostics };
  const converted = convert(tree, '', 0);
  return { root: diagnostics.length > 0 ? undefined : converted, partial: converted, diagnostics };

  function parseTree(): ParsedNode | undefined {
    const unusable = textProblem(body);
    if (unusable !== undefined) {
      // Nothing was parsed, so nobody has counted lines yet.
      const before = body.slice(0, unusable.offset).split('\n');
      const at = { line: before.length, column: (before.at(-1) ?? '').length + 1, length: 1 };
      report(unusable.code, unusable.message, at, '', unusable.help);
      return undefined;
    }
    const tokens = tokensOf(body, lineCounter);
    if ('tooDeepAt' in tokens) {
      const { tooDeepAt } = tokens;
      report('yaml-syntax', tooDeep, position(tooDeepAt, tooDeepAt + 1), '', makeFlatter);
      return undefined;
    }
    // Hardly any file has one, so they are looked for when they are asked for.
    const read = tokens.tokens;
    propertyBefore = (kind, offset) => {
      propertyBefore = propertiesIn(read);
      return propertyBefore(kind, offset);
    };
    const composer = new Composer({ prettyErrors: false, uniqueKeys: false, version: '1.2', schema: 'core' });
    const [document, second] = [...composer.compose(read, false, body.length)];
    // Whatever follows the first place where a document is broken is broken because of it.
    const [error] = [...(document?.errors ?? [])].sort((left, right) => left.pos[0] - right.pos[0]);
    if (error !== undefined) {
      const { message, help } = explainYaml(error.code, error.message);
      report('yaml-syntax', message, position(error.pos[0], error.pos[1]), '', help);
    } else if (document !== undefined && document.directives.yaml.version !== '1.2') {
      const message = `the file says that it is YAML ${document.directives.yaml.version}, in which words mean other things`;
      report('yaml-syntax', message, position(0, 1), '', 'remove the line that starts with "%YAML"');
    } else if (second !== undefined) {
      const [start] = second.range;
      const help = 'keep one document a file, and remove the "---" between them';
      report('yaml-syntax', 'the file holds more than one document', position(start, start + 1), '', help);
    } else if (document?.contents == null) {
      report('yaml-syntax', 'the file is empty', position(0, 1), '', helpWhenEmpty);
    }
    return document?.contents ?? undefined;
  }

  function convert(node: Node | null | undefined, path: string, depth: number): SourceNode {
    const start = node?.range?.[0] ?? 0;
    const end = node?.range?.[1] ?? 1;
    const at = position(start, end);
    if (depth > maximumDepth) {
      report('yaml-syntax', tooDeep, at, path, makeFlatter);
      return nullAt(at, path);
    }
    checkProperties(node, at, path);
    if (isMap(node)) return { kind: 'map', entries: entriesFrom(node.items, start, end, path, depth), at, path };
    if (isSeq(node)) {
      const items = node.items.map((item, index) =>
        convert(isNode(item) ? item : undefined, `${path}[${index}]`, depth + 1),
      );
      return { kind: 'list', items, at, path };
    }
    if (!isScalar(node)) return nullAt(at, path);
    const { type, text: value, written } = scalarOf(node.value, node.source);
    if (refuseHalves(value, at, path)) return nullAt(at, path);
    if (type === 'number' && !Number.isFinite(Number(value))) {
      report('value-invalid', `${node.source ?? value} is no number that DynamoDB can hold`, at, path, quoteIt);
    }
    const scalar = { kind: 'scalar', type, text: value, at, path } as const;
    return written === undefined ? scalar : { ...scalar, written };
  }

  function entriesFrom(
    pairs: readonly { readonly key: unknown; readonly value: unknown }[],
    start: number,
    end: number,
    path: string,
    depth: number,
  ): readonly SourceEntry[] {
    // Loops and no lists in between, here and below: a big schema has tens of thousands of values.
    const entries: SourceEntry[] = [];
    const seen = new Map<string, Position>();
    for (const pair of pairs) {
      const keyNode = isNode(pair.key) ? pair.key : undefined;
      const range = keyNode?.range ?? (isNode(pair.value) ? pair.value.range : undefined);
      const at = position(range?.[0] ?? start, range?.[1] ?? end);
      const key = isScalar(keyNode) && typeof keyNode.value === 'string' ? keyNode.value : undefined;
      checkProperties(keyNode, at, key === undefined ? path : pathOf(path, key));
      if (isAlias(keyNode)) continue;
      if (!isScalar(keyNode) || key === undefined) {
        const written = (isScalar(keyNode) && keyNode.source) || '';
        const what = written === '' ? 'what stands here' : `the key ${written}`;
        report('yaml-syntax', `a key must be text, and ${what} is not`, at, path, ruleOfKey(path, written) ?? quoteIt);
        continue;
      }
      const keyPath = pathOf(path, key.toWellFormed());
      if (refuseHalves(key, at, keyPath)) continue;
      const first = seen.get(key);
      if (first !== undefined) {
        const help = `the first one is in line ${first.line}; remove one of them`;
        report('duplicate-key', `the key "${key}" stands twice in one mapping`, at, keyPath, help);
        continue;
      }
      seen.set(key, at);
      if (key === '<<' && keyNode.type === 'PLAIN') {
        report('yaml-alias', 'merge keys are not supported here', at, keyPath, writeOut);
        continue;
      }
      const value = isNode(pair.value) ? convert(pair.value, keyPath, depth + 1) : nullAt(at, keyPath);
      entries.push({ key, at, path: keyPath, value });
    }
    return entries;
  }

  function refuseHalves(value: string, at: Position, path: string): boolean {
    const problem = loneSurrogateProblem(value);
    if (problem !== undefined) report('yaml-syntax', problem.message, at, path, problem.help);
    return problem !== undefined;
  }

  /** Anchors, aliases and tags. */
  function checkProperties(node: Node | null | undefined, at: Position, path: string): void {
    if (node === null || node === undefined) return;
    const placeOfProperty = (kind: 'anchor' | 'tag'): Position => {
      const property = propertyBefore(kind, startOf(node, kind));
      return property === undefined ? at : position(property.start, property.end);
    };
    if (isAlias(node)) report('yaml-alias', 'anchors and aliases are not supported here', at, path, writeOut);
    else if ('anchor' in node && node.anchor !== undefined) {
      report('yaml-alias', 'anchors and aliases are not supported here', placeOfProperty('anchor'), path, removeAnchor);
    } else if (node.tag !== undefined) {
      const tag = node.tag.replace(/^tag:yaml\.org,2002:/, '!!');
      report('yaml-alias', `the tag ${tag} is not supported here`, placeOfProperty('tag'), path, 'remove the tag');
    }
  }

  /** A mapping begins with its first key, and what stands before that one is not its own. */
  function startOf(node: Node, kind: 'anchor' | 'tag'): number {
    const start = node.range?.[0] ?? 0;
    const key: unknown = isMap(node) ? node.items[0]?.key : undefined;
    const hasOwn =
      isNode(key) && (kind === 'anchor' ? 'anchor' in key && key.anchor !== undefined : key.tag !== undefined);
    return hasOwn ? (propertyBefore(kind, key.range?.[0] ?? start)?.start ?? start) : start;
  }
}

const tooDeep = `nested deeper than ${maximumDepth} levels`;
const makeFlatter = 'close the brackets that are open, or write it flatter: no schema needs so many levels';
const quoteIt = 'put quotes around it if it is meant as text';
const writeOut = 'write the value out where it is used';
const removeAnchor = `remove it, and ${writeOut}`;

function pathOf(outer: string, key: string): string {
  return outer === '' ? key : `${outer}.${key}`;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function nullAt(at: Position, path: string): ScalarNode {
  return { kind: 'scalar', type: 'null', text: 'null', at, path };
}

/** The node at a JSON pointer, with the place of its key. Falls back to the nearest ancestor that exists. */
export function nodeAt(
  root: SourceNode,
  pointer: readonly string[],
): { readonly node: SourceNode; readonly keyAt: Position } {
  let node = root;
  let keyAt = root.at;
  for (const segment of pointer) {
    if (node.kind === 'map') {
      const entry = entryOf(node, segment);
      if (entry === undefined) break;
      node = entry.value;
      keyAt = entry.at;
    } else if (node.kind === 'list') {
      const item = node.items[Number(segment)];
      if (item === undefined) break;
      node = item;
      keyAt = item.at;
    }
  }
  return { node, keyAt };
}

/** The value under a key of a mapping, or `undefined`. */
export function child(node: SourceNode | undefined, key: string): SourceNode | undefined {
  return entryOf(node, key)?.value;
}

/** The entry with a key of a mapping, or `undefined`. */
export function entryOf(node: SourceNode | undefined, key: string): SourceEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  if (node.entries.length <= 16) {
    // A loop, because every key of the language is asked for in every declaration.
    for (const entry of node.entries) if (entry.key === key) return entry;
    return undefined;
  }
  const index = indexes.get(node) ?? new Map(node.entries.map((entry) => [entry.key, entry]));
  indexes.set(node, index);
  return index.get(key);
}

/** Mappings of many keys are asked for each of them. */
const indexes = new WeakMap<MapNode, ReadonlyMap<string, SourceEntry>>();

/** The entries of a mapping; none for anything else. Keys of the user's own (`x-`) are left out. */
export function entriesOf(node: SourceNode | undefined): readonly SourceEntry[] {
  if (node?.kind !== 'map') return [];
  // Nearly every mapping has none, and is asked for often.
  return node.entries.some(isOwn) ? node.entries.filter((entry) => !isOwn(entry)) : node.entries;
}

function isOwn({ key }: SourceEntry): boolean {
  return key.startsWith('x-');
}

/** The same of a mapping whose keys are names of the user's, not of the language: what starts with `x-` is one of them. */
export function namedIn(node: SourceNode | undefined): readonly SourceEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

/** The items of a list; none for anything else. */
export function itemsOf(node: SourceNode | undefined): readonly SourceNode[] {
  return node?.kind === 'list' ? node.items : [];
}

/** The text of a scalar that is not null, or `undefined`. */
export function textOf(node: SourceNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.type !== 'null' ? node.text : undefined;
}

/** The value of a boolean, or `undefined`. */
export function flagOf(node: SourceNode | undefined): boolean | undefined {
  return node?.kind === 'scalar' && node.type === 'boolean' ? node.text === 'true' : undefined;
}
