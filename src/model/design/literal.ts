import { didYouMean } from '../../diagnostics/suggest.ts';
import { normalizeDecimal } from '../../value/decimal.ts';
import { type Context, report } from '../context.ts';
import type { ValueType } from '../model.ts';
import { namedIn, type SourceNode } from '../source.ts';
import { refuseUnquotedIn } from '../unquoted.ts';
import { checkParts, type Extent } from './literal-parts.ts';
import { scalarProblem } from './literal-scalar.ts';
import { nameOf } from './path.ts';
import { isOpaque, scalarClass } from './types.ts';

/** Reports a value that cannot be one of a type. */
export function checkLiteral(
  context: Context,
  node: SourceNode,
  type: ValueType | null,
  extent: Extent = 'whole',
): void {
  if (type?.kind === 'union') refuseUnquotedIn(context, node, type);
  if (type === null || isOpaque(type) || (node.kind === 'scalar' && node.type === 'null')) return;
  const wanted = kindsOf(type);
  if (wanted.length > 0 && !wanted.includes(kindOf(node)) && !isNumberText(node, type)) {
    report(context, 'wrong-type', node, `a value of type ${nameOf(type)} is expected here`, {
      help: helpFor(node, wanted),
    });
    return;
  }
  if (node.kind !== 'scalar') {
    checkParts(context, node, type, extent, checkLiteral);
    return;
  }
  const values = 'enum' in type ? type.enum : null;
  const text = scalarClass(type) === 'a number' ? (normalizeDecimal(node.text) ?? node.text) : node.text;
  if (values !== null && !values.includes(text)) {
    const help = didYouMean(node.text, values);
    report(context, 'value-invalid', node, `"${node.written ?? node.text}" is not in the enum`, { help });
    return;
  }
  const problem = extent === 'kind' ? undefined : scalarProblem(type, text);
  if (problem === undefined) return;
  const help = 'correct the value, or what excludes it';
  report(context, 'value-invalid', node, `the value "${node.written ?? node.text}" ${problem}`, { help });
}

function kindOf(node: SourceNode): string {
  return node.kind === 'scalar' ? node.type : node.kind;
}

/** Numbers may be quoted, as they are in records. */
function isNumberText(node: SourceNode, type: ValueType): boolean {
  return (
    scalarClass(type) === 'a number' &&
    node.kind === 'scalar' &&
    node.type === 'string' &&
    normalizeDecimal(node.text) !== undefined
  );
}

function kindsOf(type: ValueType): readonly string[] {
  if (type.kind === 'map' || type.kind === 'struct') return ['map'];
  if (type.kind === 'list' || type.kind.endsWith('_set')) return ['list'];
  const scalar = scalarClass(type);
  if (scalar === null) return [];
  return [scalar === 'a number' ? 'number' : scalar === 'a truth value' ? 'boolean' : 'string'];
}

function helpFor(node: SourceNode, wanted: readonly string[]): string {
  if (kindOf(node) === 'number') return 'put quotes around text that looks like something else';
  const reference = namedIn(node).find(({ key }) => key === 'attribute' || key === 'parameter');
  if (reference !== undefined) return `"{ ${reference.key}: … }" has no other keys: remove them`;
  const names: { readonly [kind: string]: string } = {
    map: 'a mapping',
    list: 'a list',
    number: 'a number',
    boolean: 'true or false',
    string: 'text',
  };
  return `write ${wanted.map((kind) => names[kind] ?? kind).join(' or ')}, or "{ parameter: … }"`;
}
