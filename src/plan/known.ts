import type { Config, KnownFailure } from '../config/config.ts';
import { leftOut } from './left-out.ts';
import { type Outcome, problemOf } from './outcome.ts';

/** Trouble that no list of known failures may excuse. */
const neverKnown = new Set(['crashed', 'timeout', 'protocol-violation']);

/** Finds the entry of the configuration that expects an outcome. */
export type FindKnown = (outcome: Outcome) => KnownFailure | undefined;

export function indexKnown(known: Config['known']): FindKnown {
  const byCase = new Map<string, KnownFailure[]>();
  for (const entry of known) {
    for (const vector of entry.vectors) {
      const key = caseKey(entry.implementation, entry.check, vector);
      byCase.set(key, [...(byCase.get(key) ?? []), entry]);
    }
  }
  return ({ planned, result }) => {
    if ('passed' in result && !result.passed && neverKnown.has(result.problem.kind)) return undefined;
    const entries = byCase.get(caseKey(planned.implementation, planned.check, planned.vector.id)) ?? [];
    return entries.find((entry) => entry.writer === null || entry.writer === planned.writer);
  };
}

/**
 * What is wrong with the list: entries that pass now, and those of which nothing is ever made. An entry of which
 * this run leaves cases to one that asks for more can only be judged there.
 */
export function staleKnown(config: Config, outcomes: readonly Outcome[], whole = false): readonly string[] {
  const find = indexKnown(config.known);
  const failing = new Set<string>();
  const planned = new Set<string>();
  const ran = new Set<string>();
  for (const outcome of outcomes) {
    const { implementation, check, vector, writer = null, gap } = outcome.planned;
    // What is a gap of the reader or of the writer is never made, too.
    if (gap === true) continue;
    for (const each of [null, writer]) planned.add(writtenKey(implementation, check, vector.id, each));
    const entry = find(outcome);
    if (entry === undefined || 'notRun' in outcome.result) continue;
    const key = entryKey(entry, outcome.planned.vector.id);
    ran.add(key);
    if (problemOf(outcome) !== undefined) failing.add(key);
  }
  const isLeft = leftOut(config, outcomes, whole);
  return config.known.flatMap((entry) => {
    const where = `${entry.at.file}:${entry.at.line}`;
    const passing = entry.vectors.filter(
      (id) => ran.has(entryKey(entry, id)) && !failing.has(entryKey(entry, id)) && !isLeft(entry, id),
    );
    const never = entry.vectors.filter(
      (id) => !planned.has(writtenKey(entry.implementation, entry.check, id, entry.writer)) && !isLeft(entry, id),
    );
    const of = entry.writer === null ? '' : ` of what ${entry.writer} writes`;
    return [
      ...(!whole || never.length === 0
        ? []
        : [`${where} lists ${list(never)} for ${entry.check}${of}, which is never made of them; remove it`]),
      ...(passing.length === 0
        ? []
        : [
            `${where} expects ${entry.implementation} to fail ${entry.check} of ${list(passing)}, which passes; remove it there`,
          ]),
    ];
  });
}

function list(ids: readonly string[]): string {
  return ids.length <= 3 ? ids.join(', ') : `${ids.slice(0, 3).join(', ')} and ${ids.length - 3} more`;
}

function caseKey(implementation: string, check: string, vector: string): string {
  return `${implementation} ${check} ${vector}`;
}

function writtenKey(implementation: string, check: string, vector: string, writer: string | null): string {
  return `${caseKey(implementation, check, vector)} ${writer ?? ''}`;
}

function entryKey(entry: KnownFailure, vector: string): string {
  return `${entry.at.file}:${entry.at.line}:${entry.at.column} ${vector}`;
}
