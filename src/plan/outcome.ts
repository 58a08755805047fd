import type { Judgement, Problem } from '../check/problem.ts';
import type { Json } from '../value/json.ts';
import type { PlannedCase } from './plan.ts';

/** What became of a planned case, before it is held against what is known. */
export type Outcome = {
  readonly planned: PlannedCase;
  readonly result: Judgement | { readonly notRun: string };
  /** What the implementation said it would send; asked only when what is stored is wrong. */
  readonly sent?: Json | undefined;
  /** What the store held. */
  readonly stored?: Json | undefined;
  readonly stderr?: string | undefined;
  /** Whose earlier item with the same key a reader answered with, instead of the one that is stored. */
  readonly stale?: EarlierItem | undefined;
};

/** An item that was in the store under the same key before. */
export type EarlierItem = { readonly vector: string; readonly writer: string };

/** The problem of an outcome that failed. */
export function problemOf(outcome: Outcome): Problem | undefined {
  return 'passed' in outcome.result && !outcome.result.passed ? outcome.result.problem : undefined;
}
