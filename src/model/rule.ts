import { didYouMean } from '../diagnostics/suggest.ts';
import { normalizeDecimal } from '../value/decimal.ts';
import { attributeAt, isScalar } from './component-types.ts';
import { type Context, referenceTo, report } from './context.ts';
import { isNumeric } from './contradiction.ts';
import type { Attribute, ValueType } from './model.ts';
import { refuseNothingAsked } from './nothing-asked.ts';
import { checkTested } from './rule-check.ts';
import type { Condition, Operand, Predicate, Rule } from './rule-types.ts';
import { child, flagOf, itemsOf, type SourceEntry, type SourceNode, textOf } from './source.ts';
import { refuseUnquoted } from './unquoted.ts';
import { conditionOf, type WrittenPredicate, type WrittenTest } from './written-condition.ts';

const always: Condition = { kind: 'all', conditions: [] };

/** Reads the rules of a record type. */
export function rulesFrom(context: Context, entry: SourceEntry, attributes: readonly Attribute[]): readonly Rule[] {
  return itemsOf(child(entry.value, 'rules')).map((node, index) => {
    const condition = (key: string): Condition | null => {
      const written = child(node, key);
      return written === undefined ? null : conditionFrom(context, written, attributes);
    };
    const assertion = condition('assert');
    const [first, second] = [child(node, 'if'), child(node, 'then')];
    if ((assertion === null) === (first === undefined && second === undefined)) {
      report(context, 'value-conflict', node, 'a rule has "assert", or "if" and "then"', {
        help: 'keep one of the two',
      });
    } else if (assertion === null && (first === undefined || second === undefined)) {
      report(context, 'missing-key', node, `the rule has no "${first === undefined ? 'if' : 'then'}"`, {
        help: `add "${first === undefined ? 'if' : 'then'}:"`,
      });
    }
    return {
      name: textOf(child(node, 'name')) ?? `${entry.key}-${index + 1}`,
      given: condition('if'),
      holds: assertion ?? condition('then') ?? always,
      otherwise: condition('else'),
      description: textOf(child(node, 'description')) ?? '',
      at: referenceTo(context, node.path, node.at),
    };
  });
}

function conditionFrom(context: Context, node: SourceNode, attributes: readonly Attribute[]): Condition {
  return conditionOf(node, (written) => testsFrom(context, written, attributes));
}

function testsFrom(context: Context, test: WrittenTest, attributes: readonly Attribute[]): readonly Condition[] {
  if (refuseNothingAsked(context, test)) return [];
  const { entry, predicates: written, negated } = test;
  const path = entry.key.split('.');
  const attribute = find(context, entry, path, attributes);
  if (attribute === undefined) return [];
  const before = context.diagnostics.length;
  const operand = (node: SourceNode): Operand => operandFrom(context, node, attribute.type, attributes);
  const predicates = written.map((each) => ({
    predicate: predicateFrom(each, attribute.type, operand),
    node: each.node,
  }));
  // What an operand is not, is said where it is read.
  if (context.diagnostics.length === before) {
    const alwaysThere = path.every((_, depth) => isAlwaysThere(attributeAt(attributes, path.slice(0, depth + 1))));
    checkTested(context, entry, { path, attribute, alwaysThere, negated, predicates });
  }
  return predicates.map(({ predicate }): Condition => ({ kind: 'test', path, predicate }));
}

function isAlwaysThere(attribute: Attribute | undefined): boolean {
  return attribute?.required === true && !attribute.nullable;
}

function predicateFrom(
  { operator, operands, node }: WrittenPredicate,
  type: ValueType,
  operand: (node: SourceNode) => Operand,
): Predicate {
  switch (operator) {
    case 'present':
    case 'empty':
      return { kind: operator, value: flagOf(node) ?? true };
    case 'less_than':
    case 'at_most':
    case 'greater_than':
    case 'at_least':
    case 'starts_with':
      return { kind: operator, operand: operand(node), numeric: operator !== 'starts_with' && isNumeric(type) };
    default:
      return { kind: 'in', values: operands.map(operand) };
  }
}

function find(
  context: Context,
  place: SourceEntry | SourceNode,
  path: readonly string[],
  attributes: readonly Attribute[],
): Attribute | undefined {
  const attribute = attributeAt(attributes, path);
  if (attribute === undefined) {
    const name = path.join('.');
    const names = attributes.map((each) => each.name);
    report(context, 'reference-unknown', place, `there is no attribute "${name}"`, { help: didYouMean(name, names) });
  }
  return attribute;
}

function operandFrom(context: Context, node: SourceNode, type: ValueType, attributes: readonly Attribute[]): Operand {
  const name = textOf(child(node, 'attribute'));
  if (name !== undefined) {
    const path = name.split('.');
    const other = find(context, node, path, attributes);
    const [own, its] = [described(type), other === undefined ? undefined : described(other.type)];
    if (its !== undefined && its !== own)
      report(
        context,
        'value-conflict',
        node,
        `"${name}" is of type ${its}, and is compared with a value of type ${own}`,
        { help: 'name an attribute of the same type' },
      );
    return { kind: 'path', path };
  }
  if (node.kind !== 'scalar' || node.type === 'null') {
    report(context, 'wrong-type', node, 'only text, a number, true or false can stand here', {
      help: 'use "present: false" for what is absent or NULL',
    });
    return { kind: 'literal', value: '' };
  }
  if (type.kind === 'boolean') {
    if (node.type !== 'boolean')
      report(context, 'wrong-type', node, 'this is compared with true or false', {
        help: 'write true or false, without quotes',
      });
    return { kind: 'literal', value: node.text === 'true' };
  }
  if (refuseUnquoted(context, node, type)) return { kind: 'literal', value: node.text };
  if (!isScalar(type))
    report(context, 'wrong-type', node, `a value of type ${type.kind} is compared with nothing`, {
      help: 'test "present", or name a member of it that is text, a number, true or false',
    });
  const number = type.kind === 'integer' || type.kind === 'decimal';
  const text = number ? (normalizeDecimal(node.text) ?? node.text) : node.text;
  const allowed = 'enum' in type ? type.enum : null;
  if (allowed !== null && !allowed.includes(text))
    report(context, 'value-invalid', node, `"${text}" is none of the values`, { help: didYouMean(text, allowed) });
  return { kind: 'literal', value: text };
}

function described(type: ValueType): string {
  return type.kind === 'timestamp' ? `timestamp (${type.format})` : type.kind;
}
