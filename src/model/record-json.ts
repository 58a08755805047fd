import { type Json, setProperty } from '../value/json.ts';
import type { SourceNode } from './source.ts';

/** A value written in YAML as record JSON: numbers become decimal text. */
export function recordJsonOf(node: SourceNode): Json {
  if (node.kind === 'list') return node.items.map(recordJsonOf);
  if (node.kind === 'map') {
    const object: { [key: string]: Json } = {};
    for (const entry of node.entries) setProperty(object, entry.key, recordJsonOf(entry.value));
    return object;
  }
  if (node.type === 'boolean') return node.text === 'true';
  return node.type === 'null' ? null : node.text;
}
