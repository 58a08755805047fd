import { checkIds } from '../check/registry.ts';
import type { CaseJudged, FindingMade, RunEvent, RunFinished, RunStarted } from './events.ts';
import { renderFinding } from './finding.ts';
import { printable, printableLines } from './printable.ts';
import { createStyle, renderTable, type Style } from './style.ts';
import { comparedNothing } from './totals.ts';

/** Findings beyond this number are counted and not shown; `--json` has them all. */
const shownFindings = 20;

/** The whole report of a run for a person, from its events. */
export function renderRun(events: readonly RunEvent[], colour: boolean): string {
  const style = createStyle(colour);
  const cases = events.filter((event) => event.type === 'case');
  const findings = events.filter((event) => event.type === 'finding');
  const names = events.flatMap((event) =>
    event.type === 'implementation' || event.type === 'absent' ? [event.name] : [],
  );
  const summary = events.find((event) => event.type === 'summary');
  const sections = [
    header(events, style),
    checkMatrix(cases, names, style),
    readMatrix(cases, names, style),
    notCompared(events, style),
    notRun(events, style),
    knownFindings(findings, style),
    unexpected(findings, style),
    summary === undefined ? [style.red('the run did not finish')] : totals(summary, style),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function header(events: readonly RunEvent[], style: Style): string[] {
  const lines: string[] = [];
  for (const event of events) {
    if (event.type === 'run') {
      const { schema } = event;
      lines.push(
        style.bold(`itemproof ${event.itemproof}: ${schema.name} ${schema.version}`),
        `  schema  ${schema.file}  ${schema.digest}`,
        `  vectors ${vectorsOf(event)}`,
      );
    } else if (event.type === 'store') {
      const lacks = event.lacks.length === 0 ? '' : `, lacks ${event.lacks.join(', ')}`;
      lines.push(`  store   ${event.kind}: ${event.engine} ${event.version}${lacks}`);
      lines.push(...event.notes.flatMap(printableLines).map((note) => `          ${note}`));
    } else if (event.type === 'implementation') {
      const { name, implementation, version, runtime, language } = event;
      lines.push(printable(`  ${name}: ${implementation} ${version}, ${runtime ?? language}`));
    }
  }
  return lines;
}

function vectorsOf({ vectors, quick }: RunStarted): string {
  return quick === undefined ? String(vectors) : `${quick} of ${vectors}: one of each hazard of each record type`;
}

function checkMatrix(cases: readonly CaseJudged[], names: readonly string[], style: Style): string[] {
  const present = checkIds.filter((check) => cases.some((each) => each.check === check));
  const rows = present.map((check) => [
    check,
    ...names.map((name) => cell(cases.filter((each) => each.implementation === name && each.check === check))),
  ]);
  return [style.bold('Checks'), ...renderTable([['', ...names], ...rows], painter(style)).map(indent)];
}

function readMatrix(cases: readonly CaseJudged[], names: readonly string[], style: Style): string[] {
  const reads = cases.filter((each) => each.check === 'cross-read' || each.check === 'read-back');
  if (reads.length === 0) return [];
  const rows = names.map((writer) => [
    writer,
    ...names.map((reader) =>
      cell(reads.filter((each) => (each.writer ?? each.implementation) === writer && each.implementation === reader)),
    ),
  ]);
  return [
    style.bold('Written by (row), read by (column)'),
    ...renderTable([['', ...names], ...rows], painter(style)).map(indent),
  ];
}

/** One number that says the worst there is: failed, else passed with what is known beside it. */
function cell(cases: readonly CaseJudged[]): string {
  const count = (status: CaseJudged['status']): number => cases.filter((each) => each.status === status).length;
  const [passed, failed, known, notRun] = [count('passed'), count('failed'), count('known'), count('not_run')];
  if (failed > 0) return `✗ ${failed}`;
  if (passed + known === 0) return notRun > 0 ? '–' : '';
  return known > 0 ? `${passed} ~${known}` : String(passed);
}

function painter(style: Style): (text: string, row: number, column: number) => string {
  return (text, row, column) => {
    if (row === 0) return style.dim(text);
    if (column === 0) return text;
    if (text.includes('✗')) return style.red(text);
    if (text.includes('~')) return style.yellow(text);
    return text.includes('–') ? style.dim(text) : style.green(text);
  };
}

/** Attributes that are left out of comparisons, because an implementation said so. */
function notCompared(events: readonly RunEvent[], style: Style): string[] {
  const lines = events.flatMap((event) => {
    if (event.type !== 'implementation') return [];
    const chosen = namesIn(event.generated);
    const unread = namesIn(event.not_read);
    return [
      ...(chosen === '' ? [] : [`  ${event.name} chooses the value itself, which need only be valid: ${chosen}`]),
      ...(unread === '' ? [] : [`  ${event.name} does not return: ${unread}`]),
    ];
  });
  return lines.length === 0 ? [] : [style.bold('Not compared'), ...lines.map(printable)];
}

function namesIn(lists: { readonly [recordType: string]: readonly string[] }): string {
  return Object.entries(lists)
    .flatMap(([recordType, names]) => names.map((name) => `${recordType}.${name}`))
    .join(', ');
}

function notRun(events: readonly RunEvent[], style: Style): string[] {
  const lines: string[] = [];
  const reasons = new Map<string, { count: number; readonly names: Set<string> }>();
  for (const event of events) {
    if (event.type === 'absent') lines.push(`  ${event.name}: ${event.reason}; ${event.do}`);
    if (event.type !== 'case' || event.status !== 'not_run') continue;
    const entry = reasons.get(event.reason ?? '') ?? { count: 0, names: new Set<string>() };
    entry.count++;
    entry.names.add(event.implementation);
    reasons.set(event.reason ?? '', entry);
  }
  for (const [reason, { count, names }] of reasons) lines.push(`  ${count} of ${[...names].join(', ')}: ${reason}`);
  return lines.length === 0 ? [] : [style.bold('Not run (–)'), ...lines.map(printable)];
}

function knownFindings(findings: readonly FindingMade[], style: Style): string[] {
  const reasons = new Map<string, number>();
  for (const finding of findings) {
    if (finding.status !== 'known') continue;
    const key = `${finding.implementation}: ${finding.reason ?? ''}`;
    reasons.set(key, (reasons.get(key) ?? 0) + finding.cases);
  }
  if (reasons.size === 0) return [];
  return [
    style.bold('Known differences (~)'),
    ...[...reasons].map(([reason, count]) => printable(`  ${count} of ${reason}`)),
  ];
}

function unexpected(findings: readonly FindingMade[], style: Style): string[] {
  const failed = findings.filter((finding) => finding.status === 'failed');
  if (failed.length === 0) return [];
  const lines = failed.slice(0, shownFindings).flatMap((finding) => [...renderFinding(finding, style), '']);
  if (failed.length > shownFindings)
    lines.push(`and ${failed.length - shownFindings} more findings; --json shows all`, '');
  return [
    style.bold(style.red(failed.length === 1 ? '1 finding' : `${failed.length} findings`)),
    ...lines.slice(0, -1),
  ];
}

function totals(summary: RunFinished, style: Style): string[] {
  const { planned, passed, failed, known, not_run: notRunCount } = summary;
  const line = `${planned} planned = ${passed} passed + ${failed} failed + ${known} known + ${notRunCount} not run`;
  const nothing = comparedNothing(summary);
  const brokenOff = summary.broken_off !== undefined;
  const red = failed > 0 || summary.complaints.length > 0 || nothing || brokenOff;
  const unfinished = brokenOff ? ': the run was broken off' : nothing ? ': nothing was compared' : '';
  return [
    ...summary.complaints.map((complaint) => style.red(`✗ ${printableLines(complaint).join('\n    ')}`)),
    red ? style.red(`${line}${unfinished}`) : style.green(line),
  ];
}

function indent(line: string): string {
  return `  ${line}`;
}
