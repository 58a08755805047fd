/** As much as a traceback needs. */
export const tracebackLines = 20;

/** A complaint about an adapter, with the end of what it wrote to standard error. */
export function complain(name: string, problem: string | null, stderr: string): readonly string[] {
  const said = stderr.trim().split('\n').slice(-tracebackLines);
  return problem === null ? [] : [[`${name} ${problem}`, ...said].join('\n').trimEnd()];
}
