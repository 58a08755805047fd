import type { CheckId } from '../../src/check/registry.ts';
import { generateVectors } from '../../src/generate/vectors.ts';
import { type Codec, compileCodec } from '../../src/item/codec.ts';
import type { Model, RecordType } from '../../src/model/model.ts';
import { findRedundant, type Redundancy } from '../../src/vector/redundant.ts';
import { findRepeatedKeys } from '../../src/vector/repeated-keys.ts';
import type { VectorFile } from '../../src/vector/vector.ts';
import type { Fault } from '../faults/fault.ts';
import { type Case, casesOf } from './case.ts';

/** A schema with everything that its vectors ask. */
export type Domain = {
  readonly name: string;
  readonly reference: Codec;
  readonly vectors: number;
  readonly cases: ReadonlyMap<CheckId, readonly Case[]>;
  readonly redundant: readonly Redundancy[];
};

/** The first vector with which a check found a fault. */
export type Kill = { readonly check: CheckId; readonly domain: string; readonly vector: string };

/** What became of a fault. */
export type Autopsy = {
  readonly fault: Fault;
  /** At most one for each check. A check that is not here found nothing as far as anybody looked. */
  readonly kills: readonly Kill[];
  /** The kill by the check that the fault names; `undefined` when it survived. */
  readonly killed: Kill | undefined;
};

/** Something that the healthy codec got wrong, which is a mistake in a vector or a check. */
export type FalseAlarm = Kill & { readonly message: string };

/**
 * Generates the vectors of a schema, and everything that they ask.
 *
 * @param recordTypes those whose vectors are wanted
 * @param generate makes them; by default every draft must do what it is for
 */
export function domainOf(
  model: Model,
  recordTypes: readonly RecordType[] = model.recordTypes,
  generate: (codec: Codec, recordTypes: readonly RecordType[]) => readonly VectorFile[] = generateVectors,
): Domain {
  const reference = compileCodec(model);
  const files = generate(reference, recordTypes);
  const cases = new Map<CheckId, Case[]>();
  for (const file of files) {
    const recordType = model.recordTypes.find((each) => each.name === file.record_type);
    if (recordType === undefined) throw new TypeError(`${model.name} has no record type ${file.record_type}`);
    for (const each of casesOf(reference, recordType, file)) {
      const list = cases.get(each.check);
      if (list === undefined) cases.set(each.check, [each]);
      else list.push(each);
    }
  }
  return {
    name: model.name,
    reference,
    vectors: files.reduce((sum, file) => sum + file.vectors.length, 0),
    cases,
    redundant: [...files.flatMap(findRedundant), ...findRepeatedKeys(files)],
  };
}

/** What the checks say against the healthy codec: nothing, unless a check or a vector is wrong. */
export function falseAlarms({ name, reference, cases }: Domain): readonly FalseAlarm[] {
  return [...cases].flatMap(([check, list]) =>
    list.flatMap(({ vector, judge }) => {
      const judgement = judge(reference);
      return judgement.passed ? [] : [{ check, domain: name, vector, message: judgement.problem.message }];
    }),
  );
}

/**
 * Runs a faulty codec against the vectors of one schema after another, until the check that the fault names finds it. Of each
 * check the first kill is kept.
 */
export function examine(fault: Fault, domains: Iterable<Domain>): Autopsy {
  const kills = new Map<CheckId, Kill>();
  for (const { name, reference, cases } of domains) {
    const faulty = fault.apply(reference);
    for (const [check, list] of cases) {
      if (kills.has(check)) continue;
      // What is the function of the healthy codec itself cannot give another answer.
      const found = list.find((each) => faulty[each.method] !== reference[each.method] && !each.judge(faulty).passed);
      if (found !== undefined) kills.set(check, { check, domain: name, vector: found.vector });
    }
    if (kills.has(fault.killedBy)) break;
  }
  return { fault, kills: [...kills.values()], killed: kills.get(fault.killedBy) };
}
