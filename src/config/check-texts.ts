import type { Diagnostic, Position } from '../diagnostics/diagnostic.ts';
import { child, itemsOf, namedIn, type SourceNode, textOf } from '../model/source.ts';

/** The least that says why. */
const shortestReason = 10;

/** Texts of a configuration that no operating system takes, names that are empty, and reasons that say nothing. */
export function checkTexts(file: string, root: SourceNode): readonly Diagnostic[] {
  const implementations = namedIn(child(root, 'implementations')).map(({ value }) => value);
  const paths = [child(root, 'schema'), child(root, 'vectors'), ...itemsOf(child(root, 'known_files'))];
  const parts = implementations.flatMap((each) => itemsOf(child(each, 'command')));
  return [
    ...[...paths, ...parts].flatMap((node) => withoutNul(file, node)),
    ...implementations.flatMap((each) => [
      ...checkProgram(file, itemsOf(child(each, 'command'))[0]),
      ...checkEnvironment(file, each),
      ...checkNeeds(file, each),
    ]),
    ...implementations.flatMap((each) => checkReasons(file, child(each, 'gaps'))),
    ...checkReasons(file, child(root, 'known')),
  ];
}

/** @param list of entries that have a "reason" */
export function checkReasons(file: string, list: SourceNode | undefined): readonly Diagnostic[] {
  return itemsOf(list).flatMap((entry) => {
    const place = child(entry, 'reason');
    if (place === undefined || (textOf(place) ?? '').trim().length >= shortestReason) return [];
    const message = `"reason" must have at least ${shortestReason} characters, not counting blanks around them`;
    return [invalid(file, place, message, 'say why, for whoever reads the report')];
  });
}

/** An argument may be empty, and a program has a name. */
function checkProgram(file: string, node: SourceNode | undefined): readonly Diagnostic[] {
  if (node === undefined || textOf(node) !== '') return [];
  return [invalid(file, node, 'the name of the program is empty', 'write the program first, and then its arguments')];
}

function checkNeeds(file: string, implementation: SourceNode): readonly Diagnostic[] {
  return namedIn(child(implementation, 'needs'))
    .filter(({ key }) => key === '' || hasNul(key))
    .map(({ key, path, at }) => {
      const unusable = key === '' ? 'is empty' : 'has a NUL character';
      return invalid(file, { path, at }, `the name of a program ${unusable}`, 'no program can have such a name');
    });
}

function checkEnvironment(file: string, implementation: SourceNode): readonly Diagnostic[] {
  return namedIn(child(implementation, 'environment')).flatMap(({ key, path, at, value }) => {
    const unusable =
      key === '' ? 'is empty' : key.includes('=') ? 'has a "="' : hasNul(key) ? 'has a NUL character' : '';
    return [
      ...(unusable === ''
        ? []
        : [invalid(file, { path, at }, `the name of a variable ${unusable}`, 'no system takes such a name')]),
      ...withoutNul(file, value),
    ];
  });
}

function withoutNul(file: string, node: SourceNode | undefined): readonly Diagnostic[] {
  if (node === undefined || !hasNul(textOf(node) ?? '')) return [];
  return [
    invalid(file, node, 'the text has a NUL character', 'no system takes it, in a path, an argument or a variable'),
  ];
}

function hasNul(text: string): boolean {
  return text.includes('\0');
}

function invalid(
  file: string,
  { path, at }: { readonly path: string; readonly at: Position },
  message: string,
  help: string,
): Diagnostic {
  return { code: 'value-invalid', severity: 'error', message, file, position: at, path, help };
}
