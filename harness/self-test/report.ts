import type { CheckId } from '../../src/check/registry.ts';
import type { Autopsy, Domain, FalseAlarm } from './self-test.ts';

/** Everything that a self-test found out. */
export type SelfTest = {
  readonly domains: readonly Domain[];
  readonly alarms: readonly FalseAlarm[];
  readonly autopsies: readonly Autopsy[];
  /** Whether every fault can be expected to be found: only where the schemas have what the faults are about. */
  readonly complete: boolean;
};

/** The checks that need no store, in the order of the columns, with their headings. */
const columns: readonly (readonly [CheckId, string])[] = [
  ['key-build', 'build'],
  ['key-build-refusal', 'build!'],
  ['key-parse', 'parse'],
  ['key-parse-refusal', 'parse!'],
  ['item-encode', 'encode'],
  ['item-encode-refusal', 'encode!'],
  ['item-decode', 'decode'],
  ['item-decode-refusal', 'decode!'],
];

/** What is wrong: faults that survived, gaps that were closed, false alarms, vectors that say nothing new. */
export function findingsOf({ domains, alarms, autopsies, complete }: SelfTest): readonly string[] {
  return [
    ...alarms.map(
      ({ check, domain, vector, message }) => `the healthy codec fails ${check} of ${domain} ${vector}: ${message}`,
    ),
    ...domains.flatMap(({ name, redundant }) =>
      redundant.map(
        ({ id, sameAs }) => `${name} ${id} says what ${sameAs} says; take one of them out of the generator`,
      ),
    ),
    ...autopsies.flatMap(({ fault, killed }) => {
      // Vectors of one schema may find what those of the shipped ones have no place for.
      if (killed !== undefined && fault.gap !== undefined && complete)
        return [`${fault.id} is found now, by ${killed.vector}; take its gap out of harness/faults/${fault.id}.ts`];
      if (killed !== undefined || fault.gap !== undefined || !complete) return [];
      return [`${fault.id} survives: no vector of ${fault.killedBy} finds it; add the case that does to src/generate`];
    }),
  ];
}

/** The kill matrix as text, and what is wrong. */
export function renderSelfTest(result: SelfTest): string {
  const { domains, alarms, autopsies } = result;
  const killed = autopsies.filter((each) => each.killed !== undefined);
  const width = Math.max(...autopsies.map(({ fault }) => fault.id.length));
  const cells = columns.map(([, heading]) => heading.padEnd(7)).join(' ');
  const rows = killed.map(({ fault, kills, killed: kill }) => {
    const marks = columns.map(([check]) => {
      const mark = check === fault.killedBy ? '●' : kills.some((each) => each.check === check) ? '○' : '·';
      return mark.padEnd(7);
    });
    return `${fault.id.padEnd(width)}  ${marks.join(' ')}  ${kill?.domain ?? ''} ${kill?.vector ?? ''}`;
  });
  const alive = autopsies.filter((each) => each.killed === undefined);
  const findings = findingsOf(result);
  return [
    'Schemas',
    ...domains.map(({ name, vectors, redundant }) => `  ${name}: ${vectors} vectors, ${redundant.length} redundant`),
    '',
    'Faults (● the check that has to find it, ○ another that found it too, ! of refusals; the first vector)',
    `${''.padEnd(width)}  ${cells}`,
    ...rows,
    ...(alive.length === 0
      ? []
      : ['', result.complete ? 'Not found' : 'Not found with these vectors', ...alive.map(aliveLine)]),
    ...(findings.length === 0 ? [] : ['', 'Findings', ...findings.map((each) => `  ✗ ${each}`)]),
    '',
    `healthy codec: ${count(comparisons(domains), 'comparison')}, ${count(alarms.length, 'failure')}`,
    `${count(autopsies.length, 'fault')} = ${killed.length} killed + ${alive.length} not found`,
    '',
  ].join('\n');
}

function aliveLine({ fault }: Autopsy): string {
  return `  ${fault.id} (${fault.killedBy}): ${fault.gap === undefined ? fault.summary : `a gap: ${fault.gap}`}`;
}

/** The same as objects, one for a line. */
export function selfTestEvents(result: SelfTest): readonly object[] {
  const { domains, alarms, autopsies } = result;
  const killed = autopsies.filter((each) => each.killed !== undefined).length;
  return [
    ...domains.map(({ name, vectors, redundant }) => ({ type: 'schema', schema: name, vectors, redundant })),
    ...autopsies.map(({ fault, kills, killed: kill }) => ({
      type: 'fault',
      id: fault.id,
      summary: fault.summary,
      hazard: fault.hazard,
      seen_in: fault.seenIn,
      check: fault.killedBy,
      killed: kill !== undefined,
      ...(fault.gap === undefined ? {} : { gap: fault.gap }),
      kills: kills.map(({ check, domain, vector }) => ({ check, schema: domain, vector })),
    })),
    ...findingsOf(result).map((message) => ({ type: 'finding', message })),
    {
      type: 'summary',
      comparisons: comparisons(domains),
      failures: alarms.length,
      faults: autopsies.length,
      killed,
      not_found: autopsies.length - killed,
    },
  ];
}

function comparisons(domains: readonly Domain[]): number {
  return domains.reduce((sum, { cases }) => sum + [...cases.values()].reduce((all, list) => all + list.length, 0), 0);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
