import type { DiagnosticCode } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';

/** Codes that say that something is not there. What was written, and could not be used, is not there either. */
const absence = new Set<DiagnosticCode>(['key-missing', 'index-sort-key-missing', 'missing-key']);

/** What is said about one place because of something else that is said about it: the consequence, and its cause. */
const causes: { readonly [code in DiagnosticCode]?: DiagnosticCode } = {
  // A component that may be any text may also be a long one.
  'key-size': 'component-undeclared',
};

/** Leaves out what is only a consequence of another diagnostic: one mistake is said once. */
export function withoutConsequences(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ code, path }) => {
    if (absence.has(code) && diagnostics.some((other) => isInside(other, path))) return false;
    const cause = causes[code];
    return cause === undefined || !diagnostics.some((other) => other.code === cause && other.path === path);
  });
}

function isInside({ code, path, severity }: Diagnostic, outer: string): boolean {
  return severity === 'error' && !absence.has(code) && path.startsWith(`${outer}.`) && isOfKey(path, outer);
}

/** Only keys are read as a whole; what is wrong with an attribute explains no missing key. */
function isOfKey(path: string, outer: string): boolean {
  return /^\.(?:pk|sk)(?:_pattern)?(?:$|[.[])/.test(path.slice(outer.length));
}
