import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isCode, isWaivable } from '../diagnostics/waivable.ts';
import type { Waiver } from './model.ts';

/**
 * Takes away what is waived. A waiver that waives nothing is itself a diagnostic, at its own place. One of a rule that
 * cannot be waived does nothing; it is reported where it is read.
 */
export function applyWaivers(all: readonly Waiver[], diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const waivers = all.filter(({ rule }) => isCode(rule) && isWaivable(rule));
  const waives = (waiver: Waiver, diagnostic: Diagnostic): boolean =>
    waiver.rule === diagnostic.code && waiver.path === diagnostic.path;
  const unused = waivers.filter((waiver) => !diagnostics.some((diagnostic) => waives(waiver, diagnostic)));
  return [
    ...diagnostics.filter((diagnostic) => !waivers.some((waiver) => waives(waiver, diagnostic))),
    ...unused.map(({ rule, path, at }) => ({
      code: 'waiver-unused' as const,
      severity: 'error' as const,
      message: `nothing breaks the rule "${rule}" at ${path}`,
      file: at.file,
      position: { line: at.line, column: at.column, length: 1 },
      path: at.path,
      help: 'remove the waiver',
    })),
  ];
}
