import { setProperty } from '../value/json.ts';
import type { SourceNode } from './source.ts';

/** The tree as plain JSON, for a validator. Numbers become doubles here, so nothing may be computed from it. */
export function toPlain(node: SourceNode): unknown {
  if (node.kind === 'map') {
    const plain: { [key: string]: unknown } = {};
    for (const { key, value } of node.entries) setProperty(plain, key, toPlain(value));
    return plain;
  }
  if (node.kind === 'list') return node.items.map(toPlain);
  if (node.type === 'number') return Number(node.text);
  if (node.type === 'boolean') return node.text === 'true';
  return node.type === 'null' ? null : node.text;
}
