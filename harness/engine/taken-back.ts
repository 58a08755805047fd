import { judgeTrouble } from '../../src/check/problem.ts';
import type { Outcome } from '../../src/plan/outcome.ts';
import type { Request } from '../../src/protocol/messages.ts';
import type { Driver } from '../drivers/driver.ts';
import { describeTrouble } from '../drivers/session.ts';
import { complain } from './complain.ts';

/** Takes the outcome of a case, and the requests that were made for nothing but this case. */
export type OnOutcome = (outcome: Outcome, asked?: readonly Request[]) => void;

/**
 * Holds what drivers found out about answers after they gave them against the cases that asked: these fail, whatever they
 * were judged. What belongs to no case is a complaint.
 */
export function takeBack(
  outcomes: readonly Outcome[],
  askedFor: ReadonlyMap<Request, Outcome>,
  drivers: readonly Driver[],
): { readonly blamed: readonly Outcome[]; readonly unblamed: readonly string[] } {
  const failed = new Map<Outcome, Outcome>();
  const unblamed: string[] = [];
  for (const driver of drivers) {
    for (const [request, trouble] of driver.revoked()) {
      const outcome = askedFor.get(request);
      if (outcome === undefined) unblamed.push(...complain(driver.name, describeTrouble(trouble), driver.stderr()));
      else failed.set(outcome, { planned: outcome.planned, result: judgeTrouble(trouble), stderr: driver.stderr() });
    }
  }
  return { blamed: outcomes.map((outcome) => failed.get(outcome) ?? outcome), unblamed };
}
