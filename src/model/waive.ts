import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isCode, isWaivable } from '../diagnostics/waivable.ts';
import { compareVersions } from '../value/version.ts';
import type { Model, Waiver } from './model.ts';
import { child, itemsOf, type SourceNode, textOf } from './source.ts';

type Waiving = Pick<Model, 'waivers' | 'version'>;

/**
 * Takes away what is waived. A waiver that waives nothing is itself a diagnostic, at its own place. One of a rule that
 * cannot be waived does nothing; it is reported where it is read. So does one that has ended.
 */
export function applyWaivers(model: Waiving, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const waivers = effective(model).filter((waiver) => !isOver(waiver, model.version));
  const waives = (waiver: Waiver, diagnostic: Diagnostic): boolean =>
    waiver.rule === diagnostic.code && waiver.path === diagnostic.path;
  const unused = waivers.filter((waiver) => !diagnostics.some((diagnostic) => waives(waiver, diagnostic)));
  return [
    ...diagnostics.filter((diagnostic) => !waivers.some((waiver) => waives(waiver, diagnostic))),
    ...unused.map(({ rule, path, at }) => ({
      code: 'waiver-unused' as const,
      severity: 'error' as const,
      message: `nothing breaks the rule "${rule}" at ${path}`,
      ...placeOf(at),
      help: 'remove the waiver',
    })),
  ];
}

/**
 * The waivers that have ended. They are no reason to say less of the rest: what they waived is said again beside them,
 * also where it is found last.
 */
export function expiredWaivers(model: Waiving): readonly Diagnostic[] {
  return effective(model)
    .filter((waiver) => isOver(waiver, model.version))
    .map(({ rule, until, owner, at }) => ({
      code: 'waiver-expired' as const,
      severity: 'error' as const,
      message: `this waiver of "${rule}" ended with version ${until ?? ''}, and the schema is ${model.version}`,
      ...placeOf(at),
      help: `${owner === null ? '' : `ask ${owner}; `}correct what it waives, if there still is anything, and remove it; or give it a later "until"`,
    }));
}

/** By version, and not by date: a verdict changes only with the schema. */
function isOver({ until }: Waiver, version: string): boolean {
  return until !== null && compareVersions(version, until) >= 0;
}

function effective({ waivers }: Waiving): readonly Waiver[] {
  return waivers.filter(({ rule }) => isCode(rule) && isWaivable(rule));
}

function placeOf({ file, line, column, path }: Waiver['at']): Pick<Diagnostic, 'file' | 'position' | 'path'> {
  return { file, position: { line, column, length: 1 }, path };
}

/**
 * Without what a waiver that is wrong may have been meant for: one with a misspelt rule is about its place, one without a
 * place about all that breaks its rule.
 *
 * @param faults the paths of everything that is wrong
 */
export function withoutDoubtful(
  root: SourceNode,
  faults: readonly string[],
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const wrong = faults.filter((path) => path.startsWith('waivers'));
  if (wrong.length === 0) return diagnostics;
  const waivers = itemsOf(child(root, 'waivers')).filter(({ path }) => wrong.some((each) => each.startsWith(path)));
  if (waivers.length === 0) return [];
  return diagnostics.filter(({ code, path }) => {
    return !waivers.some((waiver) => {
      const [rule, place] = [textOf(child(waiver, 'rule')), textOf(child(waiver, 'at'))];
      const isOther = rule !== undefined && isCode(rule) && rule !== code;
      return !isOther && (place === undefined || place === path);
    });
  });
}
