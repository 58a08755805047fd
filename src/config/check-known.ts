import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { child, type SourceNode, textOf } from '../model/source.ts';

/**
 * What can never be true of an entry of `known`: names of nobody, and a writer where there is none. Such an entry would be
 * ignored, and whoever wrote it would believe that it says something.
 *
 * @param names those of the implementations, if they are known
 */
export function checkKnown(
  file: string,
  nodes: readonly SourceNode[],
  names: readonly string[] | undefined,
): readonly Diagnostic[] {
  return nodes.flatMap((node) => [
    ...unknownName(file, child(node, 'implementation'), names),
    ...wrongWriter(file, node, names === undefined ? undefined : ['reference', ...names]),
  ]);
}

function wrongWriter(file: string, node: SourceNode, names: readonly string[] | undefined): readonly Diagnostic[] {
  const place = child(node, 'writer');
  const check = textOf(child(node, 'check'));
  const implementation = textOf(child(node, 'implementation'));
  if (place === undefined || check === undefined || implementation === undefined) return [];
  const problem = { severity: 'error', code: 'value-conflict', file, position: place.at, path: place.path } as const;
  if (check !== 'cross-read')
    return [
      {
        ...problem,
        message: `only cross-read has a writer; ${check} is about what "${implementation}" does itself`,
        help: 'remove "writer"',
      },
    ];
  if (textOf(place) === implementation)
    return [
      {
        ...problem,
        message: `in cross-read the writer is another one than the reader, and both are "${implementation}" here`,
        help: 'name another writer; what somebody reads of their own is read-back, without "writer"',
      },
    ];
  return unknownName(file, place, names);
}

function unknownName(
  file: string,
  place: SourceNode | undefined,
  names: readonly string[] | undefined,
): readonly Diagnostic[] {
  const name = textOf(place);
  if (place === undefined || name === undefined || names === undefined || names.includes(name)) return [];
  return [
    {
      code: 'reference-unknown',
      severity: 'error',
      message: `there is no implementation "${name}"`,
      file,
      position: place.at,
      path: place.path,
      help: didYouMean(name, names),
    },
  ];
}
