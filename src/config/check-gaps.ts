import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { child, itemsOf, type SourceNode, textOf } from '../model/source.ts';

type Listed = { readonly op: string; readonly name: string; readonly node: SourceNode };

/** Gaps of an implementation that are listed already, by name or within another one: of two reasons one would be shown. */
export function checkGaps(file: string, implementation: SourceNode): readonly Diagnostic[] {
  const listed: Listed[] = [];
  const diagnostics = new Map<string, Diagnostic>();
  for (const gap of itemsOf(child(implementation, 'gaps'))) {
    const ops = itemsOf(child(gap, 'ops')).map((op) => textOf(op) ?? '');
    for (const node of itemsOf(child(gap, 'record_types'))) {
      const found = ops.map((op) => ({ op, name: textOf(node) ?? '', node }));
      for (const each of found) {
        const before = listed.find(
          ({ op, name }) => op === each.op && (covers(name, each.name) || covers(each.name, name)),
        );
        // One sentence about a name is enough, however many operations it is listed for.
        if (before !== undefined && !diagnostics.has(node.path))
          diagnostics.set(node.path, repeated(file, each, before));
      }
      listed.push(...found);
    }
  }
  return [...diagnostics.values()];
}

/** Whether one name of a gap is about all that another one is about: all record types, or all keys of one. */
function covers(name: string, other: string): boolean {
  return name === '*' || name === other || other.startsWith(`${name}/`);
}

function repeated(file: string, { op, name, node }: Listed, before: Listed): Diagnostic {
  const extent = covers(before.name, name) ? '' : 'in part ';
  const as = before.name === name ? '' : `, as "${before.name}"`;
  return {
    code: 'value-conflict',
    severity: 'error',
    message: `${op} of "${name}" is listed ${extent}at ${file}:${before.node.at.line}:${before.node.at.column} already${as}`,
    file,
    position: node.at,
    path: node.path,
    help: 'a gap has one reason; remove one of them',
  };
}
