import { didYouMean } from '../diagnostics/suggest.ts';
import { normalizeDecimal } from '../value/decimal.ts';
import { attributeAt, isScalar } from './component-types.ts';
import { type Context, referenceTo, report } from './context.ts';
import type { Attribute, ValueType } from './model.ts';
import { checkTested, isNumeric, type Tested } from './rule-check.ts';
import type { Condition, Operand, Rule } from './rule-types.ts';
import { child, entriesOf, flagOf, itemsOf, type SourceEntry, type SourceNode, textOf } from './source.ts';

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

/**
 * Reads a condition: a mapping from attributes to what must hold of them, or a combination of conditions.
 *
 * @param negated whether it stands behind an odd number of `not`
 */
export function conditionFrom(
  context: Context,
  node: SourceNode,
  attributes: readonly Attribute[],
  negated = false,
): Condition {
  const conditions = entriesOf(node).map((entry): Condition => {
    const inner = (each: SourceNode): Condition => conditionFrom(context, each, attributes, negated);
    switch (entry.key) {
      case 'any_of':
        return { kind: 'any', conditions: itemsOf(entry.value).map(inner) };
      case 'all_of':
        return { kind: 'all', conditions: itemsOf(entry.value).map(inner) };
      case 'not':
        return { kind: 'not', condition: conditionFrom(context, entry.value, attributes, !negated) };
      default:
        return testFrom(context, entry, attributes, negated);
    }
  });
  const [only] = conditions;
  return conditions.length === 1 && only !== undefined ? only : { kind: 'all', conditions };
}

function testFrom(context: Context, entry: SourceEntry, attributes: readonly Attribute[], negated: boolean): Condition {
  const path = entry.key.split('.');
  const attribute = find(context, entry, path, attributes);
  if (attribute === undefined) return always;
  const before = context.diagnostics.length;
  const predicates = predicatesFrom(context, entry.value, attribute.type, attributes);
  // What an operand is not, is said where it is read.
  if (context.diagnostics.length === before) {
    const alwaysThere = path.every((_, depth) => isAlwaysThere(attributeAt(attributes, path.slice(0, depth + 1))));
    checkTested(context, entry, { path, attribute, alwaysThere, negated, predicates });
  }
  const conditions = predicates.map(({ predicate }): Condition => ({ kind: 'test', path, predicate }));
  const [only] = conditions;
  return conditions.length === 1 && only !== undefined ? only : { kind: 'all', conditions };
}

function isAlwaysThere(attribute: Attribute | undefined): boolean {
  return attribute?.required === true && !attribute.nullable;
}

/** What is said of one attribute: a value, a list of values, or operators. */
function predicatesFrom(
  context: Context,
  value: SourceNode,
  type: ValueType,
  attributes: readonly Attribute[],
): Tested['predicates'] {
  const operand = (node: SourceNode): Operand => operandFrom(context, node, type, attributes);
  if (value.kind === 'scalar') return [{ predicate: { kind: 'in', values: [operand(value)] }, node: value }];
  if (value.kind === 'list') return [{ predicate: { kind: 'in', values: value.items.map(operand) }, node: value }];
  return value.entries.flatMap(({ key, value: node }): Tested['predicates'] => {
    switch (key) {
      case 'present':
      case 'empty':
        return [{ predicate: { kind: key, value: flagOf(node) ?? true }, node }];
      case 'equals':
      case 'attribute':
        return [{ predicate: { kind: 'in', values: [operand(key === 'attribute' ? value : node)] }, node }];
      case 'in':
        return [{ predicate: { kind: 'in', values: itemsOf(node).map(operand) }, node }];
      case 'starts_with':
      case 'less_than':
      case 'at_most':
      case 'greater_than':
      case 'at_least': {
        const numeric = key !== 'starts_with' && isNumeric(type);
        return [{ predicate: { kind: key, operand: operand(node), numeric }, node }];
      }
      default:
        return [];
    }
  });
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
    if (node.type !== 'boolean') report(context, 'wrong-type', node, 'this is compared with true or false');
    return { kind: 'literal', value: node.text === 'true' };
  }
  if (!isScalar(type)) report(context, 'wrong-type', node, `a value of type ${type.kind} is compared with nothing`);
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
