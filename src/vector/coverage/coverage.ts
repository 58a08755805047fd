import type { Codec } from '../../item/codec.ts';
import type { RecordType, SourceReference } from '../../model/model.ts';
import { segmentsOf } from '../../value/json-pointer.ts';
import { refusalOf } from '../refusal.ts';
import type { VectorFile } from '../vector.ts';
import type { AcceptedCase, Element, ElementKind, RefusedCase } from './element.ts';
import { keyElements } from './key-elements.ts';
import { valueElements } from './value-elements.ts';

/** One part of a record type with the number of vectors that exercise it. */
export type Covered = {
  readonly recordType: string;
  readonly kind: ElementKind;
  readonly name: string;
  /** Vectors of items, keys, order and reads. */
  readonly accepted: number;
  readonly refused: number;
  readonly at: SourceReference;
};

/**
 * Every part of every record type of a schema, and how many vectors exercise it.
 *
 * @param codec says which place of the schema refuses; the vectors need not be current
 */
export function coverageOf(codec: Codec, files: readonly VectorFile[]): readonly Covered[] {
  return codec.model.recordTypes.flatMap((recordType) => {
    const own = files.filter((file) => file.record_type === recordType.name);
    const accepted = own.flatMap(acceptedIn);
    const refused = own.flatMap((file) => refusedIn(codec, recordType, file));
    return elementsOf(recordType).map(({ kind, name, at, accepts, refuses }) => ({
      recordType: recordType.name,
      kind,
      name,
      accepted: accepted.filter(accepts).length,
      refused: refused.filter(refuses).length,
      at,
    }));
  });
}

/** Whether no vector exercises it. */
export function isUncovered({ accepted, refused }: Covered): boolean {
  return accepted + refused === 0;
}

function elementsOf(recordType: RecordType): readonly Element[] {
  return [...valueElements(recordType), ...keyElements(recordType)];
}

function acceptedIn(file: VectorFile): readonly AcceptedCase[] {
  if (file.kind === 'items')
    return file.vectors.map(({ record, read, item, keys }) => ({ written: record, read: read ?? record, item, keys }));
  // These are about keys alone: what else their records have, nobody encodes.
  if (file.kind === 'keys') return file.vectors.map(({ keys }) => ({ written: undefined, read: {}, item: {}, keys }));
  if (file.kind === 'order')
    return file.vectors.map(({ index, entries: [first] }) => ({
      written: undefined,
      read: {},
      item: {},
      keys: first === undefined ? {} : { [index]: first.key },
    }));
  if (file.kind === 'reads')
    return file.vectors.map(({ record, item }) => ({ written: undefined, read: record, item, keys: {} }));
  return [];
}

function refusedIn(codec: Codec, recordType: RecordType, file: VectorFile): readonly RefusedCase[] {
  if (file.kind !== 'refusals') return [];
  return file.vectors.map((vector) => ({
    input: vector,
    path: segmentsOf(vector.error.path),
    at: vector.error.rule === 'rule' ? refusalOf(codec, recordType.name, vector)?.at : undefined,
  }));
}
