import type { RecordType } from '../model/model.ts';
import type { AttributeValue } from '../value/attribute-value.ts';
import type { ItemVector, VectorFile } from '../vector/vector.ts';

/**
 * The ids of the vectors that stand for all items of their shape.
 *
 * `raw-put` proves for every vector that what a writer stores is one and the same item, and `read-back` proves for every
 * vector that a reader understands that item. A `cross-read` of the same item can only differ where the two before it
 * are blind, so it is made once for each shape: which attributes are there, of which types, empty or not.
 */
export function shapeRepresentatives(
  recordTypes: readonly RecordType[],
  files: readonly VectorFile[],
): ReadonlySet<string> {
  const seen = new Set<string>();
  const ids = new Set<string>();
  for (const file of files) {
    const recordType = recordTypes.find((each) => each.name === file.record_type);
    if (file.kind !== 'items' || recordType === undefined) continue;
    for (const vector of file.vectors) {
      const shape = `${file.record_type} ${shapeOf(recordType, vector)}`;
      if (!seen.has(shape)) ids.add(vector.id);
      seen.add(shape);
    }
  }
  return ids;
}

function shapeOf(recordType: RecordType, vector: ItemVector): string {
  const attributes = recordType.attributes.map(({ name }) => {
    const value = vector.item[name];
    return value === undefined ? '-' : shapeOfValue(value);
  });
  const families = recordType.families.map(({ name }) => {
    const members = vector.record[name];
    return typeof members === 'object' && members !== null ? Math.min(Object.keys(members).length, 2) : 0;
  });
  return [...attributes, ...families, ...Object.keys(vector.keys)].join(' ');
}

function shapeOfValue(value: AttributeValue): string {
  if ('M' in value) return `M(${[...new Set(Object.values(value.M).map(shapeOfValue))].sort().join(',')})`;
  if ('L' in value) return `L(${[...new Set(value.L.map(shapeOfValue))].sort().join(',')})`;
  if ('S' in value) return value.S === '' ? 'S0' : 'S';
  if ('B' in value) return value.B === '' ? 'B0' : 'B';
  return Object.keys(value)[0] ?? '';
}
