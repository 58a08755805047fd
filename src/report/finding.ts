import { isObject, type Json, jsonText } from '../value/json.ts';
import { contrast } from './contrast.ts';
import type { FindingMade } from './events.ts';
import { printable, printableLines } from './printable.ts';
import type { Style } from './style.ts';
import { whereTextsDiffer } from './whereabouts.ts';

/** More lines than these of what an adapter says are left to `--json`. */
const messageLines = 6;
const stderrLines = 5;

/** A finding for a person, as lines: who is to blame, what was expected and found, where it says so, and how to see it again. */
export function renderFinding(finding: FindingMade, style: Style): readonly string[] {
  const { at, check, implementation, vectors, writer, key } = finding;
  const others = vectors.length > 1 ? `  (and ${vectors.length - 1} more)` : '';
  const written = writer === undefined ? '' : `, written by ${writer}`;
  const where = finding.path.length === 0 ? '' : ` at ${printable(finding.path.join('.'))}`;
  const differs = finding.problem === 'wrong' ? whereTextsDiffer(finding.expected, finding.actual) : undefined;
  const [message = '', ...more] = upTo(messageLines, printableLines(finding.message));
  return [
    `  ${style.red('✗')} ${style.bold(implementation)} ${check}${where}: ${message}`,
    ...more.map((line) => `      ${line}`),
    row('vector', `${finding.vector}${others}${written}`),
    ...(key === undefined ? [] : [row('key', printable(jsonText(key)))]),
    ...valueRows(finding),
    ...(differs === undefined ? [] : [row('differs', differs)]),
    row('schema', printable(`${at.file}:${at.line}:${at.column} (${at.path})`)),
    ...notesOn(finding).map((note) => row('note', note)),
    ...(finding.stderr === undefined
      ? []
      : printableLines(finding.stderr)
          .slice(-stderrLines)
          .map((line) => row('stderr', line))),
    row('again', finding.replay),
  ];
}

function row(name: string, text: string): string {
  return `    ${name.padEnd(9)}${text}`;
}

function upTo(count: number, lines: readonly string[]): readonly string[] {
  if (lines.length <= count) return lines;
  return [...lines.slice(0, count), `(and ${lines.length - count} more lines; --json shows all)`];
}

type Shown = { readonly name: string; readonly value: Json | undefined };

/** What is right, what was sent and stored, and what was answered, so that it is seen where they differ. */
function valueRows(finding: FindingMade): readonly string[] {
  const { expected, sent, stored, actual, path, check } = finding;
  const inItem = check === 'raw-put';
  const shown: readonly Shown[] = [
    ...(showsExpected(finding) ? [{ name: 'expected', value: expected }] : []),
    ...attribute('sent', sent, path),
    ...(inItem ? attribute('stored', stored, path) : storedForReader(stored, finding)),
    ...(showsAnswer(finding) ? [{ name: answerName(check), value: actual }] : []),
  ];
  const comparable = shown.filter(
    ({ value, name }) => value !== undefined && (inItem || name !== 'stored' || value === expected),
  );
  const texts = new Map(
    contrast(comparable.map(({ value }) => value ?? null)).map((text, index) => [comparable[index], text]),
  );
  return shown.map((each) =>
    row(each.name, each.value === undefined ? 'nothing' : (texts.get(each) ?? contrast([each.value]).join(''))),
  );
}

/** The part of an attribute that the finding is about, or the attribute where it has no such part. */
function attribute(name: string, value: Json | undefined, path: readonly string[]): readonly Shown[] {
  if (value === undefined) return [];
  // No attribute value is JSON's null: of what was sent and stored it says that the attribute is not there.
  return [{ name, value: value === null ? undefined : (partOf(value, path.slice(1)) ?? value) }];
}

/** An item is stored in other words than a record is read in; where the words are the same, only they are shown. */
function storedForReader(stored: Json | undefined, { path, expected }: FindingMade): readonly Shown[] {
  if (stored === undefined || stored === null) return [];
  const [tag = ''] = isObject(stored) ? Object.keys(stored) : [];
  const value = path.length === 1 ? partOf(stored, [tag]) : undefined;
  return [{ name: 'stored', value: typeof value === 'string' && value === expected && isLong(value) ? value : stored }];
}

function isLong(text: string): boolean {
  return text.length > 40;
}

function partOf(value: Json, path: readonly string[]): Json | undefined {
  let part: unknown = value;
  for (const name of path) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, name)) return undefined;
    part = (part as { readonly [name: string]: unknown })[name];
  }
  return part as Json;
}

/** What is right. Nothing is, where something is there that should not be; elsewhere it is only not known here. */
function showsExpected({ expected, actual, problem }: FindingMade): boolean {
  return expected !== undefined || (problem === 'wrong' && actual !== undefined);
}

/** What was answered; what a writer left in the store is shown as stored. */
function showsAnswer({ check, stored, actual, expected, problem }: FindingMade): boolean {
  if (check === 'raw-put' && stored !== undefined) return false;
  return actual !== undefined || (problem === 'wrong' && expected !== undefined);
}

function answerName(check: FindingMade['check']): string {
  return check === 'read-back' || check === 'cross-read' || check === 'item-decode' ? 'read' : 'found';
}

/** What speaks for somebody else's mistake, or for another request. */
function notesOn({
  agreeing,
  reference_fails: referenceFails,
  stale,
  problem,
  stderr,
}: FindingMade): readonly string[] {
  return [
    ...(stale === undefined
      ? []
      : [
          `this is ${stale.vector}, which ${stale.writer} wrote under the same key before; suspect a cache of the reader`,
        ]),
    ...(agreeing === undefined
      ? []
      : [`${agreeing.join(', ')} all answer the same; suspect the schema or the reference`]),
    ...(referenceFails === true
      ? ['the reference fails this too; suspect the schema, the store or the reference']
      : []),
    // Who ends with a request was asked nothing else then; whoever answers goes on.
    ...(problem === 'internal' && stderr !== undefined
      ? ['stderr is what was written last, maybe about another request']
      : []),
  ];
}
