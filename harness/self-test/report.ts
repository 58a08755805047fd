import type { CheckId } from '../../src/check/registry.ts';
import { shortJson } from '../../src/value/json.ts';
import type { Difference } from './difference.ts';
import type { Autopsy, Domain, FalseAlarm } from './self-test.ts';

/** Of faults that survived, by id: what `differenceOf` says about them, or that the schema has nothing that they are about. */
export type Differences = ReadonlyMap<string, Difference | null | undefined | 'no place'>;

/** Everything that a self-test found out. */
export type SelfTest = {
  readonly domains: readonly Domain[];
  readonly alarms: readonly FalseAlarm[];
  readonly autopsies: readonly Autopsy[];
  /** There only where the schemas need not have what the faults are about: then to survive is no finding. */
  readonly differences?: Differences;
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
export function findingsOf({ domains, alarms, autopsies, differences }: SelfTest): readonly string[] {
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
      if (killed !== undefined && fault.gap !== undefined && differences === undefined)
        return [`${fault.id} is found now, by ${killed.vector}; take its gap out of harness/faults/${fault.id}.ts`];
      if (killed !== undefined || fault.gap !== undefined || differences !== undefined) return [];
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
    ...aliveLines(result),
    ...(findings.length === 0 ? [] : ['', 'Findings', ...findings.map((each) => `  ✗ ${each}`)]),
    '',
    `healthy codec: ${count(comparisons(domains), 'comparison')}, ${count(alarms.length, 'failure')}`,
    `${count(autopsies.length, 'fault')} = ${killed.length} killed + ${alive.length} not found`,
    '',
  ].join('\n');
}

/** What nothing found, by whether it matters: of one schema most of it is about what the schema does not have. */
function aliveLines({ autopsies, differences }: SelfTest): readonly string[] {
  const alive = autopsies.filter(({ killed }) => killed === undefined);
  const of = (heading: string, faults: readonly Autopsy[], lineOf: (autopsy: Autopsy) => string): readonly string[] =>
    faults.length === 0 ? [] : ['', heading, ...faults.map(lineOf)];
  if (differences === undefined) return of('Not found', alive, gapLine);
  const differenceOf = ({ fault }: Autopsy) => differences.get(fault.id);
  const shown = (autopsy: Autopsy): Difference | undefined => {
    const difference = differenceOf(autopsy);
    return difference === 'no place' ? undefined : (difference ?? undefined);
  };
  return [
    ...of(
      'Not found, though a record of this schema shows it',
      alive.filter((each) => shown(each) !== undefined),
      (each) => `${aliveLine(each)}\n    for example ${shownRecord(shown(each))}`,
    ),
    ...of(
      'Not found, among what must be refused; the schema may have no place for it',
      alive.filter((each) => differenceOf(each) === undefined),
      aliveLine,
    ),
    ...of(
      'Makes no difference to the records of this schema that were tried',
      alive.filter((each) => differenceOf(each) === null),
      aliveLine,
    ),
    ...of(
      'Has no place in this schema',
      alive.filter((each) => differenceOf(each) === 'no place'),
      aliveLine,
    ),
  ];
}

function aliveLine({ fault }: Autopsy): string {
  return `  ${fault.id} (${fault.killedBy}): ${fault.summary}`;
}

function gapLine({ fault }: Autopsy): string {
  return `  ${fault.id} (${fault.killedBy}): ${fault.gap === undefined ? fault.summary : `a gap: ${fault.gap}`}`;
}

function shownRecord(difference: Difference | undefined): string {
  return difference === undefined ? '' : `${difference.recordType} ${shortJson(difference.record)}`;
}

/** The same as objects, one for a line. */
export function selfTestEvents(result: SelfTest): readonly object[] {
  const { domains, alarms, autopsies, differences } = result;
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
      ...shownBy(kill === undefined ? differences?.get(fault.id) : undefined),
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

/** Whether a fault that survived makes a difference, where that is known. */
function shownBy(difference: Difference | null | undefined | 'no place'): object {
  if (difference === undefined) return {};
  if (difference === 'no place') return { has_place: false, makes_a_difference: false };
  if (difference === null) return { makes_a_difference: false };
  return { makes_a_difference: true, shown_by: { record_type: difference.recordType, record: difference.record } };
}

function comparisons(domains: readonly Domain[]): number {
  return domains.reduce((sum, { cases }) => sum + [...cases.values()].reduce((all, list) => all + list.length, 0), 0);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
