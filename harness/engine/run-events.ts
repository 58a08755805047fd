import { checks, type Operation } from '../../src/check/registry.ts';
import { compareGaps } from '../../src/plan/capabilities.ts';
import { checkDeclared } from '../../src/plan/declared-attributes.ts';
import { caseEvent, findingsOf } from '../../src/plan/findings.ts';
import { indexKnown, staleKnown } from '../../src/plan/known.ts';
import type { Outcome } from '../../src/plan/outcome.ts';
import { filesOf, narrowsCases, type PlannedCase } from '../../src/plan/plan.ts';
import type { ImplementationAbsent, RunEvent, StoreStarted } from '../../src/report/events.ts';
import { totalsOf } from '../../src/report/totals.ts';
import type { VectorFile } from '../../src/vector/vector.ts';
import type { Driver } from '../drivers/driver.ts';
import type { RunningStore } from '../stores/store.ts';
import { complain } from './complain.ts';
import type { Started } from './participants.ts';
import type { RunOptions } from './run-options.ts';
import { notWritten } from './writes.ts';

/** What a run came to. */
export type Ended = {
  readonly outcomes: readonly Outcome[];
  /** Why it could not be finished. */
  readonly brokenOff: string | undefined;
  /** What was wrong with the way in which adapters ended. */
  readonly endings: readonly string[];
};

/** All events of a run that is over. */
export function eventsOf(
  options: RunOptions,
  store: RunningStore | undefined,
  drivers: ReadonlyMap<string, Driver>,
  started: readonly Started[],
  { outcomes, brokenOff, endings }: Ended,
): readonly RunEvent[] {
  const { config, model, selection } = options;
  const findKnown = indexKnown(config.known);
  const asked = new Set(outcomes.map(({ planned }) => `${checks[planned.check].op} ${planned.recordType.name}`));
  const selected = (op: Operation, recordType: string): boolean => asked.has(`${op} ${recordType}`);
  const cases = outcomes.map((outcome) => caseEvent(outcome, findKnown));
  const gaps = started.flatMap((each) =>
    each.kind === 'ready'
      ? [
          {
            name: each.config.name,
            ...compareGaps(each.config.name, model, each.driver.hello.capabilities, each.config.gaps, selected),
          },
        ]
      : [],
  );
  const whole = !narrowsCases(selection);
  const complaints = [
    ...started.flatMap((each) => (each.kind === 'failed' ? complain(each.config.name, each.problem, each.stderr) : [])),
    ...gaps.flatMap((gap) => gap.complaints),
    ...started.flatMap((each) =>
      each.kind === 'ready' ? checkDeclared(each.config.name, model, each.driver.hello) : [],
    ),
    // What was not reached says nothing about what is on the list, nor about anybody.
    ...(brokenOff === undefined ? staleKnown(config, outcomes, whole && selection.implementations.length === 0) : []),
    ...endings,
  ];
  if (brokenOff === undefined) complaints.push(...unproven(started, outcomes, complaints, whole));
  const participants = [
    ...drivers.keys(),
    ...started.filter((each) => each.kind !== 'ready').map((each) => each.config.name),
  ];
  const totals = totalsOf(cases, participants);
  return [
    {
      type: 'run',
      itemproof: options.version,
      schema: { name: model.name, version: model.version, digest: model.digest, file: config.schema },
      vectors: countVectors(options.files),
      ...(selection.quick ? { quick: countVectors(filesOf(selection, options.files)) } : {}),
    },
    ...(store === undefined ? [] : [{ type: 'store' as const, ...pickStore(store) }]),
    ...[...drivers.values()].map(({ name, hello }) => ({
      type: 'implementation' as const,
      name,
      implementation: hello.implementation,
      language: hello.language,
      version: hello.version,
      runtime: hello.runtime ?? null,
      generated: hello.generated ?? {},
      not_read: hello.not_read ?? {},
    })),
    ...started.flatMap(absentEvent),
    ...gaps.flatMap(({ name, acknowledged }) =>
      acknowledged.map(({ op, recordTypes, reason }) => ({
        type: 'gap' as const,
        implementation: name,
        op,
        record_types: recordTypes,
        reason,
      })),
    ),
    ...cases,
    ...findingsOf(outcomes, findKnown, options.command),
    {
      type: 'summary',
      ...totals.all,
      implementations: totals.implementations,
      complaints,
      ...(brokenOff === undefined ? {} : { broken_off: brokenOff }),
    },
  ];
}

function countVectors(files: readonly VectorFile[]): number {
  return new Set(files.flatMap((file) => file.vectors.map(({ id }) => id))).size;
}

function absentEvent(started: Started): readonly ImplementationAbsent[] {
  return started.kind === 'absent'
    ? [{ type: 'absent', name: started.config.name, reason: started.reason, do: started.install }]
    : [];
}

function pickStore({ info }: RunningStore): Omit<StoreStarted, 'type'> {
  const { kind, engine, version, capabilities, lacks, notes } = info;
  return { kind, engine, version, capabilities, lacks, notes };
}

/** What must not look green: an implementation of which nothing was compared, and items that nobody checked after writing. */
function unproven(
  started: readonly Started[],
  outcomes: readonly Outcome[],
  complaints: readonly string[],
  whole: boolean,
): readonly string[] {
  const judged = new Set(
    outcomes.filter(({ result }) => 'passed' in result).map(({ planned }) => planned.implementation),
  );
  // Whoever asks for a part may ask for what is only a gap of somebody, which the configuration knows and the report shows.
  const planned = new Set(
    outcomes.filter(({ planned: { gap } }) => whole || gap !== true).map((outcome) => outcome.planned.implementation),
  );
  // Where nothing at all was compared the whole run says so, and a complaint about an implementation says more.
  const idle = started.filter(
    ({ kind, config: { name } }) =>
      kind === 'ready' &&
      judged.size > 0 &&
      planned.has(name) &&
      !judged.has(name) &&
      !complaints.some((complaint) => complaint.startsWith(`${name} `)),
  );
  const checked = new Set(
    outcomes.filter((each) => each.planned.check === 'raw-put').map(({ planned: each }) => each.implementation),
  );
  const unwritten = outcomes.flatMap(({ planned: each, result }) => {
    const writer = each.writer ?? each.implementation;
    return 'notRun' in result && result.notRun === notWritten(writer) && !checked.has(writer) ? [writer] : [];
  });
  return [
    ...idle.map(({ config }) => `${config.name}: nothing was compared, so nothing is proven about it`),
    ...[...new Set(unwritten)].map(
      (writer) => `${writer} did not write items that were to be read; run the check raw-put to see why`,
    ),
  ];
}

/** Outcomes arrive in the order of the answers; a report has that of the plan. */
export function inPlanOrder(outcomes: readonly Outcome[], planned: readonly PlannedCase[]): readonly Outcome[] {
  const position = new Map(planned.map((each, index) => [each, index]));
  return [...outcomes].sort((left, right) => (position.get(left.planned) ?? 0) - (position.get(right.planned) ?? 0));
}
