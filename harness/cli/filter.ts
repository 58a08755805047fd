import { didYouMean } from '../../src/diagnostics/suggest.ts';
import { findDuplicateKey } from '../../src/value/duplicate-key.ts';
import { isObject, shortened } from '../../src/value/json.ts';
import { pointerTo } from '../../src/value/json-pointer.ts';
import { writtenNumbers } from '../../src/value/written-numbers.ts';
import { type Line, LineSplitter } from '../drivers/line-splitter.ts';
import type { Host } from '../host/host.ts';
import type { ExitCode } from './outcome.ts';

/** What becomes of one line: the members of an answer, or of an error. */
export type LineResult = { readonly ok: object } | { readonly error: LineError };

export type LineError = {
  readonly class: string;
  readonly path: string;
  readonly rule: string;
  readonly message: string;
};

/** A line as a JSON object. */
export type LineObject = { readonly [key: string]: unknown };

/** How a message shows a value, which is given as JSON. */
export type Show = (json: string) => string;

/** A function over lines, and the members that a line may have. A member that nobody reads is a mistake in waiting. */
export type LineFilter = {
  readonly members: readonly string[];
  readonly transform: (line: LineObject, show: Show) => LineResult;
};

/** Output is collected up to this many characters before it is written. */
const batchLength = 64 * 1024;

/**
 * Runs a function over standard input, one JSON object a line, in constant memory. Each line gives one line: a bad line
 * an error in its place, and the error of a filter before this one itself. Only an empty line at the end gives nothing.
 *
 * @returns 1 when a line was refused, here or before; 3 when the reader went away before the end of the input
 */
export async function filterLines(host: Host, filter: LineFilter): Promise<ExitCode> {
  const splitter = new LineSplitter();
  let refused = false;
  let batch = '';
  /** Whether the last line was empty, which is a mistake as soon as another one follows. */
  let afterEmpty = false;
  const answer = ({ text, failed }: Answer): void => {
    if (failed) refused = true;
    batch += `${text}\n`;
  };
  const handle = (line: Line): void => {
    if (afterEmpty) answer(toAnswer(emptyLine));
    afterEmpty = typeof line === 'string' && line.trim() === '';
    if (!afterEmpty) answer(typeof line === 'string' ? answerTo(line, filter) : toAnswer(badLine(line.problem)));
  };
  for await (const chunk of host.stdin) {
    for (const line of splitter.push(chunk as Uint8Array)) {
      handle(line);
      if (batch.length < batchLength) continue;
      await host.write(batch);
      batch = '';
    }
    // Whoever types or pipes slowly sees each answer at once.
    if (batch !== '') await host.write(batch);
    batch = '';
    // The input may never end, and what is left of it was not judged: that is not clean.
    if (host.readerGone()) return 3;
  }
  const rest = splitter.rest();
  if (rest !== '') handle(rest);
  if (batch !== '') await host.write(batch);
  return refused ? 1 : 0;
}

type Answer = { readonly text: string; readonly failed: boolean };

function answerTo(line: string, { members, transform }: LineFilter): Answer {
  const value = parseLine(line);
  if ('problem' in value) return toAnswer(value.problem);
  const { object } = value;
  // What a filter before this one refused is not this one's to judge, and must not be lost.
  if (isError(object)) return { text: line.trim(), failed: true };
  for (const name of Object.keys(object))
    if (!members.includes(name))
      return toAnswer(badLine(`a line has no member "${name}"; ${didYouMean(name, members)}`, pointerTo([name])));
  const result = transform(object, shortened);
  return toAnswer('error' in result ? refusalAsWritten(line, result, transform) : result);
}

/** The same refusal, with numbers as they are in the line. Records and items have none, but mistakes do. */
function refusalAsWritten(line: string, refused: LineResult, transform: LineFilter['transform']): LineResult {
  const numbers = writtenNumbers(line);
  if (numbers === undefined) return refused;
  const { text, restore } = numbers;
  const again = transform(JSON.parse(text) as LineObject, (json) => shortened(restore(json)));
  return 'error' in again ? { error: { ...again.error, message: restore(again.error.message) } } : refused;
}

function toAnswer(result: LineResult): Answer {
  return 'error' in result
    ? { text: JSON.stringify({ error: result.error }), failed: true }
    : { text: JSON.stringify(result.ok), failed: false };
}

function parseLine(line: string): { readonly object: LineObject } | { readonly problem: LineResult } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { problem: badLine(`no JSON: ${error instanceof Error ? error.message : String(error)}`) };
  }
  const twice = findDuplicateKey(line, value);
  if (twice !== undefined)
    return { problem: badLine(`the key "${twice.at(-1) ?? ''}" is there twice`, pointerTo(twice)) };
  return isObject(value) ? { object: value } : { problem: badLine('a line must be a JSON object') };
}

function isError(object: LineObject): boolean {
  return isObject(object['error']) && Object.keys(object).length === 1;
}

/** The error of a line that has not even the shape that a filter takes. */
export function badLine(message: string, path = ''): LineResult {
  return { error: { class: 'invalid-line', path, rule: 'line', message } };
}

const emptyLine = badLine('an empty line; each line must be a JSON object');
