import type { RecordType } from '../../model/model.ts';
import type { VectorFile } from '../../vector/vector.ts';
import type { Omission } from '../omission.ts';
import { type Applicable, applicableScenarios } from './applicable.ts';

/** A scenario in a place of a record type, and whether a vector shows it. */
export type Shown = Applicable & {
  readonly recordType: string;
  readonly shown: boolean;
  /** Why the generator leaves it out, where it tried: what refuses it. */
  readonly reason: string | undefined;
};

/**
 * Every scenario that a record type has a place for, and whether vectors show it.
 *
 * @param files the vectors; they need not be current
 * @param omissions what the generator says about scenarios that have no vector of their own
 */
export function shownScenarios(
  recordTypes: readonly RecordType[],
  files: readonly VectorFile[],
  omissions: readonly Omission[],
): readonly Shown[] {
  const nameOf = (
    recordType: string,
    { scenario, subject }: { readonly scenario?: string; readonly subject?: string },
  ) => [recordType, scenario, subject].join(' ');
  const has = new Set(files.flatMap((file) => file.vectors.map((vector) => nameOf(file.record_type, vector))));
  const omitted = new Map(omissions.map((each) => [nameOf(each.recordType, each), each]));
  return recordTypes.flatMap((recordType) =>
    applicableScenarios(recordType).map((each) => {
      const omission = omitted.get(nameOf(recordType.name, each));
      // One vector shows all scenarios whose content is the same.
      const same = omission?.sameAs !== undefined && has.has(nameOf(recordType.name, omission.sameAs));
      const shown = same || has.has(nameOf(recordType.name, each));
      return { ...each, recordType: recordType.name, shown, reason: shown ? undefined : omission?.reason };
    }),
  );
}
