import type { Declaration } from './declared.ts';
import type { Tape } from './tape.ts';

/** An attribute of a key of the table, and whether record types have it as an attribute of their own. */
export type KeyColumn = { readonly name: string; readonly type: 'S' | 'N' | 'B'; readonly own: boolean };

/** A key of the table as the record types have to fill it. */
export type TableIndex = {
  readonly name: string;
  readonly kind: 'primary' | 'gsi' | 'lsi';
  readonly partition: readonly KeyColumn[];
  readonly sort: readonly KeyColumn[];
  readonly sparse: boolean;
};

export type TableShape = {
  readonly name: string;
  readonly indexes: readonly TableIndex[];
  readonly extra: Declaration;
};

/** A table with or without a sort key, with global indexes of one to three attributes and a local one. */
export function tableFrom(tape: Tape, name: string): TableShape {
  const column = (columnName: string): KeyColumn => ({
    name: columnName,
    type: tape.chance(15) ? 'N' : tape.chance(8) ? 'B' : 'S',
    own: false,
  });
  const partition: KeyColumn = tape.chance(10) ? { name: 'own', type: 'S', own: true } : { ...column('PK'), type: 'S' };
  const sort = tape.chance(65) ? [column('SK')] : [];
  const primary: TableIndex = { name: 'primary', kind: 'primary', partition: [partition], sort, sparse: false };
  const indexes = Array.from({ length: tape.pick([0, 1, 1, 2]) }, (_, index): TableIndex => {
    const several = (side: string, counts: readonly [number, ...number[]]): readonly KeyColumn[] =>
      Array.from(
        { length: tape.pick(counts) },
        (__, place): KeyColumn =>
          place === 0 && tape.chance(12)
            ? { name: tape.pick(['own', 'label']), type: 'S', own: true }
            : place === 0 && side === 'S' && sort.length > 0 && tape.chance(10)
              ? (sort[0] as KeyColumn)
              : column(`G${index}${side}${place}`),
      );
    // What is computed fills a side alone: beside it, patterns would have to be written for all.
    const computed = tape.chance(12) ? tape.pick(['computed', 'type']) : undefined;
    const keys = [
      computed === undefined ? several('P', [1, 1, 2, 3]) : [{ name: computed, type: 'S', own: true } as const],
      several('S', [1, 0, 2]),
    ] as const;
    const seen = new Set<string>();
    const unique = keys.map((side) => side.filter((each) => !seen.has(each.name) && seen.add(each.name)));
    return {
      name: `gsi${index}`,
      kind: 'gsi',
      partition: unique[0] ?? [],
      sort: unique[1] ?? [],
      sparse: tape.chance(30),
    };
  });
  const local: readonly TableIndex[] =
    sort.length > 0 && tape.chance(20)
      ? [{ name: 'lsi', kind: 'lsi', partition: [], sort: [column('LSK')], sparse: false }]
      : [];
  const extra = tape.pick<Declaration>([{}, { stream: 'NEW_IMAGE', tags: { a: 'b', c: 'd' } }]);
  return { name, indexes: [primary, ...indexes, ...local], extra };
}

/** The table as a schema document has it. */
export function tableDocument({ indexes, extra }: TableShape): Declaration {
  const columns = (list: readonly KeyColumn[]): unknown => {
    const written = list.map(({ name, type }) => (type === 'S' ? name : { name, type }));
    return written.length === 1 ? written[0] : written;
  };
  const keys = indexes.map(({ name, kind, partition, sort, sparse }) => [
    name,
    {
      ...(kind === 'lsi' ? { kind } : {}),
      ...(partition.length > 0 ? { partition_key: columns(partition) } : {}),
      ...(sort.length > 0 ? { sort_key: columns(sort) } : {}),
      ...(sparse ? { sparse } : {}),
    },
  ]);
  return { ...extra, keys: Object.fromEntries(keys) };
}
