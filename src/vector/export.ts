import canonicalize from 'canonicalize';
import type { Table } from '../model/model.ts';
import type { Item } from '../value/attribute-value.ts';
import type { VectorFile } from './vector.ts';

/** Vectors as one JSON array, one vector a line. Each says where it belongs. */
export function exportJson(files: readonly VectorFile[]): string {
  const lines = files.flatMap(linesOf);
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`;
}

/** Vectors as JSON, one a line. */
export function exportNdjson(files: readonly VectorFile[]): string {
  return files
    .flatMap(linesOf)
    .map((line) => `${line}\n`)
    .join('');
}

function linesOf({ schema, record_type, digest, kind, vectors }: VectorFile): readonly string[] {
  return vectors.map((vector) => JSON.stringify({ schema, record_type, digest, kind, ...vector }));
}

/** An import of items, and how many items and keys it has. */
export type ImportExport = { readonly text: string; readonly items: number; readonly keys: number };

/**
 * The items of items vectors, one `{"Item":…}` a line: the format DYNAMODB_JSON of an import from S3.
 *
 * @param table the table that all of them are in
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataImport.Format.html
 */
export function exportImport(files: readonly VectorFile[], table: Table | undefined): ImportExport {
  const items = files.flatMap((file) => (file.kind === 'items' ? file.vectors.map(({ item }) => item) : []));
  const [primary] = table?.keys ?? [];
  const names = [...(primary?.partitionKeys ?? []), ...(primary?.sortKeys ?? [])].map((each) => each.name);
  const keyOf = (item: Item): string => canonicalize(names.map((name) => item[name] ?? null)) ?? '';
  return {
    text: items.map((item) => `${JSON.stringify({ Item: item })}\n`).join(''),
    items: items.length,
    keys: new Set(items.map(keyOf)).size,
  };
}
