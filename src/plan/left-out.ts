import type { Config, KnownFailure } from '../config/config.ts';
import type { Outcome } from './outcome.ts';
import { isWhole, type PlannedCase, referenceName } from './plan.ts';

/** Whether an entry and one of its vectors are also about a case that only a run makes which asks for more. */
export type LeftOut = (entry: KnownFailure, vector: string) => boolean;

/**
 * What a run leaves to others. It makes a `cross-read` of one vector of each shape, and a `key-parse` of one vector of each
 * key; with every read, or with that vector alone, there is the same case of another vector, too. One that is narrowed
 * leaves out more, and who is not there writes nothing.
 *
 * @param whole whether the run was not narrowed: then what nobody did for any vector cannot be done
 */
export function leftOut(config: Config, outcomes: readonly Outcome[], whole: boolean): LeftOut {
  const participants = [referenceName, ...config.implementations.map(({ name }) => name)];
  const cases = new Map<string, PlannedCase>();
  const done = new Set<string>();
  const writes = new Map<string, boolean>();
  const reads = new Set<string>();
  const parses = new Set<string>();
  for (const { planned, result } of outcomes) {
    const { check, implementation, recordType, vector, writer, index, gap } = planned;
    cases.set(vector.id, planned);
    if (gap === true || 'passed' in result) done.add(keyOf(check, implementation, vector.id, writer ?? index));
    if (check === 'raw-put') writes.set(keyOf(implementation, vector.id), gap !== true);
    if (gap === true) continue;
    if (check === 'read-back' || check === 'cross-read') reads.add(keyOf(implementation, recordType.name));
    if (check === 'key-parse') parses.add(keyOf(implementation, recordType.name, index));
  }
  const readsLeft = ({ implementation, writer }: KnownFailure, { vector, recordType }: PlannedCase): boolean =>
    'item' in vector &&
    'keys' in vector &&
    reads.has(keyOf(implementation, recordType.name)) &&
    (writer === null ? participants : [writer]).some(
      (each) =>
        each !== implementation &&
        (writes.get(keyOf(each, vector.id)) ?? !whole) &&
        !done.has(keyOf('cross-read', implementation, vector.id, each)),
    );
  const parsesLeft = ({ implementation }: KnownFailure, { vector, recordType }: PlannedCase): boolean =>
    'keys' in vector &&
    Object.keys(vector.keys).some(
      (index) =>
        isWhole(recordType, index) &&
        (!whole || parses.has(keyOf(implementation, recordType.name, index))) &&
        !done.has(keyOf('key-parse', implementation, vector.id, index)),
    );
  return (entry, id) => {
    const planned = cases.get(id);
    if (planned === undefined) return false;
    if (entry.check === 'cross-read') return readsLeft(entry, planned);
    return entry.check === 'key-parse' && parsesLeft(entry, planned);
  };
}

function keyOf(...parts: readonly (string | undefined)[]): string {
  return parts.join(' ');
}
