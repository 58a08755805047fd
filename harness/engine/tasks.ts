import canonicalize from 'canonicalize';
import type { RecordType } from '../../src/model/model.ts';
import type { PlannedCase } from '../../src/plan/plan.ts';
import type { Item } from '../../src/value/attribute-value.ts';
import type { JsonObject } from '../../src/value/json.ts';
import type { ItemVector } from '../../src/vector/vector.ts';
import type { OnOutcome } from './taken-back.ts';

/** One vector written by one writer, and every comparison that needs it to be there. */
export type Task = {
  readonly writer: string;
  readonly recordType: RecordType;
  readonly vector: ItemVector;
  readonly key: Item;
  readonly cases: PlannedCase[];
};

/** A task whose item was in the store, and what it means. */
export type StoredTask = { readonly task: Task; readonly meant: JsonObject };

/** The tasks of some cases, in their order. What cannot be compared is told at once. */
export function tasksOf(cases: readonly PlannedCase[], onOutcome: OnOutcome): readonly Task[] {
  const tasks = new Map<string, Task>();
  for (const planned of cases) {
    const { vector, recordType } = planned;
    if (planned.notRun !== null || !('keys' in vector) || !('item' in vector)) {
      onOutcome({ planned, result: { notRun: planned.notRun ?? 'no item to write' } });
      continue;
    }
    const writer = planned.writer ?? planned.implementation;
    const id = `${writer} ${vector.id}`;
    const task = tasks.get(id) ?? { writer, recordType, vector, key: vector.keys['primary'] ?? {}, cases: [] };
    task.cases.push(planned);
    tasks.set(id, task);
  }
  return [...tasks.values()];
}

/** The same text for tasks that write the same item of the design. */
export function placeOf({ recordType, key }: Task): string {
  return `${recordType.table.name} ${canonicalize(key)}`;
}

/** Tasks of one place in one lane, so that they follow each other. The longest lanes come first. */
export function lanesOf(tasks: readonly Task[]): readonly (readonly Task[])[] {
  const lanes = new Map<string, Task[]>();
  for (const task of tasks) {
    const place = placeOf(task);
    const lane = lanes.get(place) ?? [];
    lane.push(task);
    lanes.set(place, lane);
  }
  return [...lanes.values()].sort((left, right) => right.length - left.length);
}
