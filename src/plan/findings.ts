import { locate } from '../check/locate.ts';
import type { Problem } from '../check/problem.ts';
import type { CaseJudged, FindingMade } from '../report/events.ts';
import { isObject, type Json } from '../value/json.ts';
import type { FindKnown } from './known.ts';
import { inKeyOrder } from './ordered.ts';
import { type Outcome, problemOf } from './outcome.ts';
import { type PlannedCase, referenceName } from './plan.ts';
import { replayOf } from './replay.ts';

/** The event of one case. */
export function caseEvent(outcome: Outcome, findKnown: FindKnown): CaseJudged {
  const { planned, result } = outcome;
  const known = problemOf(outcome) === undefined ? undefined : findKnown(outcome);
  const reason = 'notRun' in result ? result.notRun : known?.reason;
  return {
    type: 'case',
    check: planned.check,
    implementation: planned.implementation,
    ...(planned.writer === undefined ? {} : { writer: planned.writer }),
    vector: planned.vector.id,
    ...(planned.index === undefined ? {} : { index: planned.index }),
    ...(planned.entry === undefined ? {} : { entry: planned.entry }),
    status: 'notRun' in result ? 'not_run' : result.passed ? 'passed' : known === undefined ? 'failed' : 'known',
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Failed outcomes, those of one kind together: what a person has to look at. */
export function findingsOf(
  outcomes: readonly Outcome[],
  findKnown: FindKnown,
  command: string,
): readonly FindingMade[] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of withoutChance(outcomes)) {
    const problem = problemOf(outcome);
    if (problem === undefined) continue;
    const { check, implementation, recordType } = outcome.planned;
    const known = findKnown(outcome);
    const key = JSON.stringify([
      known?.at.line ?? null,
      check,
      implementation,
      recordType.name,
      problem.kind,
      problem.path[0] ?? '',
      problem.actual === undefined,
      outcome.stale === undefined,
    ]);
    groups.set(key, [...(groups.get(key) ?? []), outcome]);
  }
  const others = othersOf(outcomes);
  return [...groups.values()].flatMap((group) => toFinding(group, findKnown, others, command));
}

/**
 * A reader that makes the same mistake without a store remembers nothing, though what it answers may look like an earlier
 * item: that a value was NULL, and it left that out.
 */
function withoutChance(outcomes: readonly Outcome[]): readonly Outcome[] {
  const caseOf = ({ planned }: Outcome): string => `${planned.implementation} ${planned.vector.id}`;
  const misread = new Set(
    outcomes
      .filter((each) => each.planned.check === 'item-decode' && problemOf(each) !== undefined)
      .map((each) => caseOf(each)),
  );
  return outcomes.map((each) =>
    each.stale !== undefined && misread.has(caseOf(each)) ? { ...each, stale: undefined } : each,
  );
}

function toFinding(
  group: readonly Outcome[],
  findKnown: FindKnown,
  others: Others,
  command: string,
): readonly FindingMade[] {
  const first = simplest(group);
  const problem = first === undefined ? undefined : problemOf(first);
  if (first === undefined || problem === undefined) return [];
  const { planned, sent, stored, stderr, stale } = first;
  const known = findKnown(first);
  const { agreeing, referenceFails } = others(first);
  return [
    {
      type: 'finding',
      status: known === undefined ? 'failed' : 'known',
      check: planned.check,
      implementation: planned.implementation,
      ...(planned.writer === undefined ? {} : { writer: planned.writer }),
      record_type: planned.recordType.name,
      problem: problem.kind,
      path: problem.path,
      message: problem.message,
      vector: planned.vector.id,
      vectors: [...new Set(group.map((outcome) => outcome.planned.vector.id))],
      cases: group.length,
      hazards: planned.vector.hazards,
      ...(problem.expected === undefined ? {} : { expected: inKeyOrder(problem.expected) }),
      ...(problem.actual === undefined ? {} : { actual: inKeyOrder(problem.actual) }),
      ...attributeOf('sent', sent, problem.path, planned),
      ...attributeOf('stored', stored, problem.path, planned),
      ...keyOf(first, problem),
      at: locate(planned.recordType, problem.path),
      ...(agreeing === undefined ? {} : { agreeing }),
      ...(referenceFails ? { reference_fails: true } : {}),
      ...(stale === undefined ? {} : { stale }),
      ...(known === undefined ? {} : { reason: known.reason }),
      ...(stderr === undefined || stderr === '' ? {} : { stderr }),
      replay: replayOf(first, command),
    },
  ];
}

/**
 * The first wrong attribute of an item that was sent or stored, `null` when it has none of that name, or the whole item
 * when the problem has no place in it. What a reader gets wrong may be a member that is no attribute; then there is none.
 */
function attributeOf(
  name: 'sent' | 'stored',
  item: Json | undefined,
  path: readonly string[],
  { check }: PlannedCase,
): { readonly [name in 'sent' | 'stored']?: Json } {
  const attribute = path[0];
  if (!isObject(item)) return {};
  if (attribute === undefined) return { [name]: item as Json };
  if (Object.hasOwn(item, attribute)) return { [name]: item[attribute] as Json };
  return check === 'raw-put' ? { [name]: null } : {};
}

/** The case with the shortest vector: the least there is to look at. */
function simplest(group: readonly Outcome[]): Outcome | undefined {
  const size = (outcome: Outcome): number => JSON.stringify(outcome.planned.vector).length;
  return [...group].sort((left, right) => size(left) - size(right))[0];
}

/** The primary key, where an item that should be under it was not found: in the store, or by whoever reads. */
function keyOf({ planned: { check, vector }, stored }: Outcome, { kind }: Problem): { readonly key?: Json } {
  const missing = check === 'raw-put' && stored === undefined && kind === 'wrong';
  const notFound = (check === 'read-back' || check === 'cross-read') && kind === 'refused';
  const key = 'keys' in vector && (missing || notFound) ? vector.keys['primary'] : undefined;
  return key === undefined ? {} : { key: key as Json };
}

/** What others did with the same case. */
type Others = (outcome: Outcome) => {
  /** Every implementation that ran it, if all of them answered the same. Then the mistake may be on the other side. */
  readonly agreeing: readonly string[] | undefined;
  /** Whether even the reference codec failed, from which all that is expected comes. */
  readonly referenceFails: boolean;
};

function othersOf(outcomes: readonly Outcome[]): Others {
  const cases = new Map<string, Outcome[]>();
  const nameOf = ({ planned }: Outcome): string =>
    JSON.stringify([planned.check, planned.vector.id, planned.index, planned.entry, planned.writer]);
  for (const outcome of outcomes) {
    if ('notRun' in outcome.result) continue;
    const name = nameOf(outcome);
    cases.set(name, [...(cases.get(name) ?? []), outcome]);
  }
  const signature = (outcome: Outcome): string | undefined => {
    const problem = problemOf(outcome);
    return problem === undefined
      ? undefined
      : JSON.stringify([problem.kind, problem.path, inKeyOrder(problem.actual ?? null)]);
  };
  const isReference = ({ planned }: Outcome): boolean => planned.implementation === referenceName;
  return (outcome) => {
    const all = cases.get(nameOf(outcome)) ?? [];
    const own = signature(outcome);
    const implementations = all.filter((each) => !isReference(each));
    const agree = implementations.length > 1 && implementations.every((each) => signature(each) === own);
    return {
      agreeing: agree ? implementations.map(({ planned }) => planned.implementation) : undefined,
      referenceFails: !isReference(outcome) && all.some((each) => isReference(each) && problemOf(each) !== undefined),
    };
  };
}
