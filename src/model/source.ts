import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseAllDocuments } from 'yaml';
import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Position } from '../diagnostics/diagnostic.ts';

/** A document as the user wrote it: every value with its place. Numbers stay decimal text. */
export type SourceNode = ScalarNode | ListNode | MapNode;

type Place = { readonly at: Position; readonly path: string };

/** `type` is that of YAML 1.2's core schema. `text` is the value as text: for a number in plain decimal notation. */
export type ScalarNode = Place & {
  readonly kind: 'scalar';
  readonly type: 'string' | 'number' | 'boolean' | 'null';
  readonly text: string;
};
export type ListNode = Place & { readonly kind: 'list'; readonly items: readonly SourceNode[] };
export type MapNode = Place & { readonly kind: 'map'; readonly entries: readonly SourceEntry[] };
/** One key of a mapping; `at` is the place of the key itself. */
export type SourceEntry = Place & { readonly key: string; readonly value: SourceNode };

export type ParsedSource = { readonly root: SourceNode | undefined; readonly diagnostics: readonly Diagnostic[] };

const maximumDepth = 100;

/**
 * Reads YAML 1.2 or JSON. Whatever the text is, the answer is a tree or located diagnostics.
 *
 * @param helpWhenEmpty what to write into a file of this kind
 */
export function parseSource(file: string, text: string, helpWhenEmpty: string): ParsedSource {
  const lineCounter = new LineCounter();
  const diagnostics: Diagnostic[] = [];
  const position = (start: number, end: number): Position => {
    const { line, col } = lineCounter.linePos(start);
    const lineEnd = text.indexOf('\n', start);
    const last = lineEnd < 0 ? end : Math.min(end, lineEnd);
    return { line: Math.max(line, 1), column: Math.max(col, 1), length: Math.max(last - start, 1) };
  };
  const report = (code: DiagnosticCode, message: string, at: Position, path: string, help?: string): void => {
    diagnostics.push({
      code,
      severity: 'error',
      message,
      file,
      position: at,
      path,
      ...(help === undefined ? {} : { help }),
    });
  };

  const tree = parseTree();
  if (tree === undefined || diagnostics.length > 0) return { root: undefined, diagnostics };
  const root = convert(tree, '', 0);
  return { root: diagnostics.length > 0 ? undefined : root, diagnostics };

  function parseTree(): ParsedNode | undefined {
    try {
      const documents = parseAllDocuments(text, {
        lineCounter,
        intAsBigInt: true,
        prettyErrors: false,
        uniqueKeys: true,
        version: '1.2',
        schema: 'core',
      });
      const [document, second] = 'empty' in documents ? [] : documents;
      for (const error of document?.errors ?? []) {
        const code = error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml-syntax';
        report(code, yamlMessage(error.message), position(error.pos[0], error.pos[1]), '');
      }
      if (second !== undefined) {
        report(
          'yaml-syntax',
          'the file holds more than one document',
          position(second.range[0], second.range[0] + 1),
          '',
        );
      }
      if (document?.contents == null && diagnostics.length === 0) {
        report('yaml-syntax', 'the file is empty', position(0, 1), '', helpWhenEmpty);
      }
      return document?.contents ?? undefined;
    } catch {
      // The parser recurses; a document that is nested deep enough exhausts the stack.
      report('yaml-syntax', 'the document is nested too deeply', position(0, 1), '');
      return undefined;
    }
  }

  function convert(node: Node | null | undefined, path: string, depth: number): SourceNode {
    const [start, end] = node?.range ?? [0, 1];
    const at = position(start, end);
    if (depth > maximumDepth) {
      report('yaml-syntax', `nested deeper than ${maximumDepth} levels`, at, path);
      return { kind: 'scalar', type: 'null', text: 'null', at, path };
    }
    if (isAlias(node) || (node !== null && node !== undefined && 'anchor' in node && node.anchor !== undefined)) {
      report(
        'yaml-alias',
        'anchors and aliases are not supported here',
        at,
        path,
        'write the value out where it is used',
      );
    } else if (node?.tag !== undefined && !standardTags.has(node.tag)) {
      report('yaml-alias', `the tag ${node.tag} is not supported here`, at, path, 'remove the tag');
    }
    if (isMap(node)) {
      const entries = node.items.map((pair): SourceEntry => {
        const keyNode = isScalar(pair.key) ? pair.key : undefined;
        const [keyStart, keyEnd] = keyNode?.range ?? [start, start + 1];
        const key = keyNode === undefined ? '' : String(keyNode.value ?? keyNode.source ?? '');
        const keyAt = position(keyStart, keyEnd);
        const keyPath = path === '' ? key : `${path}.${key}`;
        if (keyNode === undefined) report('yaml-syntax', 'a key must be text', keyAt, path);
        const value = isNode(pair.value) ? convert(pair.value, keyPath, depth + 1) : nullAt(keyAt, keyPath);
        return { key, at: keyAt, path: keyPath, value };
      });
      return { kind: 'map', entries, at, path };
    }
    if (isSeq(node)) {
      const items = node.items.map((item, index) =>
        convert(isNode(item) ? item : undefined, `${path}[${index}]`, depth + 1),
      );
      return { kind: 'list', items, at, path };
    }
    return isScalar(node) ? { kind: 'scalar', ...scalar(node.value, node.source), at, path } : nullAt(at, path);
  }
}

const standardTags = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`),
);

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function nullAt(at: Position, path: string): ScalarNode {
  return { kind: 'scalar', type: 'null', text: 'null', at, path };
}

function scalar(value: unknown, source: string | undefined): { type: ScalarNode['type']; text: string } {
  if (typeof value === 'string') return { type: 'string', text: value };
  if (typeof value === 'boolean') return { type: 'boolean', text: String(value) };
  if (typeof value === 'bigint') return { type: 'number', text: value.toString() };
  if (typeof value === 'number') return { type: 'number', text: source ?? String(value) };
  return { type: 'null', text: 'null' };
}

/** The first sentence of the parser's message, in our style. */
function yamlMessage(message: string): string {
  const first = message.split('\n')[0] ?? message;
  return first.charAt(0).toLowerCase() + first.slice(1).replace(/[.:]$/, '');
}

/** The tree as plain JSON, for a validator. Numbers become doubles here, so nothing may be computed from it. */
export function toPlain(node: SourceNode): unknown {
  if (node.kind === 'map') return Object.fromEntries(node.entries.map((entry) => [entry.key, toPlain(entry.value)]));
  if (node.kind === 'list') return node.items.map(toPlain);
  if (node.type === 'number') return Number(node.text);
  if (node.type === 'boolean') return node.text === 'true';
  return node.type === 'null' ? null : node.text;
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
      const entry = node.entries.find((candidate) => candidate.key === segment);
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
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key)?.value : undefined;
}

/** The entries of a mapping; none for anything else. Keys of the user's own (`x-`) are left out. */
export function entriesOf(node: SourceNode | undefined): readonly SourceEntry[] {
  return node?.kind === 'map' ? node.entries.filter((entry) => !entry.key.startsWith('x-')) : [];
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
