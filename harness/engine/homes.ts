import type { Model, RecordType } from '../../src/model/model.ts';
import { tableNames } from './tables.ts';

/** The tables that some implementations write to and read from. */
export type Home = {
  /** Physical names of tables by those of the schema. */
  readonly names: { readonly [logical: string]: string };
  /** Whether one thing is done at a time, because its writers touch more than the item that they are asked for. */
  readonly isolated: boolean;
};

/** Where everybody lives: one home that most share, and one for each that needs the tables for itself. */
export type Homes = { readonly shared: Home; readonly own: ReadonlyMap<string, Home> };

/** @param isolated names of implementations that get tables of their own */
export function planHomes(model: Model, prefix: string, isolated: readonly string[]): Homes {
  return {
    // Letters, digits and hyphens: some libraries refuse any other name of a table.
    shared: { names: tableNames(model, `${prefix}0-`), isolated: false },
    own: new Map(
      isolated.map((name, index) => [name, { names: tableNames(model, `${prefix}${index + 1}-`), isolated: true }]),
    ),
  };
}

export function homeOf({ shared, own }: Homes, implementation: string): Home {
  return own.get(implementation) ?? shared;
}

export function allHomes({ shared, own }: Homes): readonly Home[] {
  return [shared, ...own.values()];
}

export function tableIn({ names }: Home, recordType: RecordType): string {
  return names[recordType.table.name] ?? recordType.table.name;
}
