import { isObject } from '../../src/value/json.ts';
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

/** Output is collected up to this many characters before it is written. */
const batchLength = 64 * 1024;

/**
 * Runs a function over standard input, one JSON object a line, in constant memory. A bad line gives an error in its
 * place and the rest goes on.
 *
 * @returns 1 when a line was refused
 */
export async function filterLines(
  host: Host,
  transform: (line: { readonly [key: string]: unknown }) => LineResult,
): Promise<ExitCode> {
  const splitter = new LineSplitter();
  let refused = false;
  let batch = '';
  const handle = (line: Line): void => {
    if (typeof line === 'string' && line.trim() === '') return;
    const result = typeof line === 'string' ? transformLine(line, transform) : badLine(line.problem);
    if ('error' in result) refused = true;
    batch += `${JSON.stringify('error' in result ? { error: result.error } : result.ok)}\n`;
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
  }
  handle(splitter.rest());
  if (batch !== '') await host.write(batch);
  return refused ? 1 : 0;
}

function transformLine(line: string, transform: (line: { readonly [key: string]: unknown }) => LineResult): LineResult {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return badLine(`no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return isObject(value) ? transform(value) : badLine('a line must be a JSON object');
}

/** The error of a line that has not even the shape that a filter takes. */
export function badLine(message: string, path = ''): LineResult {
  return { error: { class: 'invalid-line', path, rule: 'line', message } };
}
