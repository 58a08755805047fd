import type { Codec, Refusal } from '../../item/codec.ts';
import type { RecordType } from '../../model/model.ts';
import { firstDifference } from '../../value/difference.ts';
import type { Json } from '../../value/json.ts';
import { segmentsOf } from '../../value/json-pointer.ts';
import { describeDifference } from '../describe-difference.ts';
import { refusalOf } from '../refusal.ts';
import { findOrderProblem } from '../verify-order.ts';
import type { VectorCase } from './case.ts';

/** Why a case is no vector: what it says, and where it says that. */
export type CaseProblem = { readonly path: readonly string[]; readonly message: string; readonly help: string };

/** What a vector says beside its name. */
export type Content = { readonly [member: string]: unknown };

export type Completed = { readonly content: Content } | { readonly problem: CaseProblem };

const correct = 'correct the case, or leave out what is computed; if the schema is wrong, correct that';

/** Computes what a case leaves out, and compares what it says. */
export function completeCase(codec: Codec, recordType: RecordType, given: VectorCase): Completed {
  switch (given.kind) {
    case 'items':
    case 'keys':
      return completeRecord(codec, recordType.name, given);
    case 'reads': {
      const decoded = codec.decode(given.item, recordType.name);
      if (!decoded.ok) return refused('item', decoded.error);
      const { record } = decoded.value;
      return compared({ item: given.item, record }, given);
    }
    case 'order':
      return completeOrder(codec, recordType, given);
    case 'refusals':
      return completeRefusal(codec, recordType.name, given);
  }
}

function completeRecord(codec: Codec, name: string, given: Extract<VectorCase, { kind: 'items' | 'keys' }>): Completed {
  const { record } = given;
  const keys = codec.buildKeys(name, record);
  if (!keys.ok) return refused('record', keys.error);
  if (given.kind === 'keys') return compared({ record, keys: keys.value }, given);
  const item = codec.encode(name, record);
  if (!item.ok) return refused('record', item.error);
  const decoded = codec.decode(item.value, name);
  if (!decoded.ok) return refused('record', decoded.error);
  const { record: read } = decoded.value;
  const same = firstDifference(record, read) === undefined;
  if (same && given.read !== undefined) {
    const difference = firstDifference(given.read, read, ['read']);
    if (difference !== undefined) return differing(difference);
  }
  const { read: said, ...others } = given;
  return compared(
    { record, keys: keys.value, item: item.value, ...(same ? {} : { read }) },
    same || said === undefined ? others : given,
  );
}

function completeOrder(codec: Codec, recordType: RecordType, given: Extract<VectorCase, { kind: 'order' }>): Completed {
  const { index } = given;
  const entries = given.entries.map(({ record, key }) => {
    const keys = codec.buildKeys(recordType.name, record);
    return { record, key: key ?? (keys.ok ? keys.value[index] : undefined) ?? {} };
  });
  const problem = findOrderProblem(codec, recordType, { index, entries });
  if (problem === undefined) return { content: { index, entries } };
  const help = 'list records of one partition, each with a sort key of its own, in ascending order';
  return { problem: { ...problem, help } };
}

function completeRefusal(codec: Codec, name: string, given: Extract<VectorCase, { kind: 'refusals' }>): Completed {
  const { kind: _kind, error: said = {}, ...input } = given;
  const refusal = refusalOf(codec, name, input);
  if (refusal === undefined) {
    const message = `the schema accepts this, so that ${input.op} need not refuse it`;
    return { problem: { path: [], message, help: 'add it with "--kind items", "reads" or "keys"' } };
  }
  const error = { class: refusal.class, path: refusal.path, rule: refusal.rule };
  // Somebody may expect the class alone: it is the only part that implementations know.
  return compared({ ...input, error }, { ...input, error: { ...error, ...said } });
}

/** The content, unless the case says something else in one of its members. */
function compared(content: Content, given: object): Completed {
  for (const [name, said] of Object.entries(given)) {
    if (name === 'kind' || said === undefined) continue;
    const right = content[name] as Json | undefined;
    const difference = firstDifference(said as Json, right, [name]);
    if (difference !== undefined) return differing(difference);
  }
  return { content };
}

function differing(difference: NonNullable<ReturnType<typeof firstDifference>>): Completed {
  const message = describeDifference(difference).replace('the vector has', 'the case has');
  return { problem: { path: difference.path, message, help: correct } };
}

function refused(member: string, { path, message, rule }: Refusal): Completed {
  return {
    problem: {
      path: [member, ...segmentsOf(path)],
      message: `the schema refuses it: ${message} [${rule}]`,
      help: 'correct it, or add it with "--kind refusals"',
    },
  };
}
