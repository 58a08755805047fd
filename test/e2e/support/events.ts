import { expect } from 'vitest';
import { shapeOf } from '../../../src/model/shape.ts';
import { eventSchema } from '../../../src/report/event-schema.ts';
import type { CaseJudged, FindingMade, RunEvent, RunFinished } from '../../../src/report/events.ts';

/** A run as its events tell it. */
export type Run = {
  readonly events: readonly RunEvent[];
  readonly cases: readonly CaseJudged[];
  readonly findings: readonly FindingMade[];
  readonly summary: RunFinished;
};

const shape = shapeOf(eventSchema);

/** Reads the output of `run --json`: every line an event of the published shape, the last one the summary. */
export function readRun(stdout: string): Run {
  expect(stdout.endsWith('\n')).toBe(true);
  const events = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as RunEvent);
  const invalid = events.find((event) => !shape.accepts(event));
  expect(invalid).toBeUndefined();
  const summary = events.at(-1);
  if (summary?.type !== 'summary') throw new Error('the stream does not end with a summary');
  expect(events.filter(({ type }) => type === 'summary')).toHaveLength(1);
  return {
    events,
    cases: events.filter((event) => event.type === 'case'),
    findings: events.filter((event) => event.type === 'finding'),
    summary,
  };
}

/** The record type of a case. */
export function recordTypeOf({ vector }: CaseJudged): string {
  return vector.slice(0, vector.indexOf('/'));
}

/** Checks that every case is counted once, over all and for each implementation. */
export function expectTotalsToAddUp({ cases, summary }: Run): void {
  const count = (each: readonly CaseJudged[]) => ({
    planned: each.length,
    passed: each.filter(({ status }) => status === 'passed').length,
    failed: each.filter(({ status }) => status === 'failed').length,
    known: each.filter(({ status }) => status === 'known').length,
    not_run: each.filter(({ status }) => status === 'not_run').length,
  });
  const { implementations, complaints: _complaints, broken_off: _reason, type: _type, ...all } = summary;
  expect(all).toEqual(count(cases));
  for (const { name, ...counts } of implementations)
    expect(counts, name).toEqual(count(cases.filter(({ implementation }) => implementation === name)));
  expect(new Set(implementations.map(({ name }) => name))).toEqual(
    new Set([...cases.map((each) => each.implementation), ...implementations.map(({ name }) => name)]),
  );
}
