import canonicalize from 'canonicalize';
import type { Answer } from '../../src/check/answer.ts';
import { type Allowances, checkRawPut, checkRead, checkSentKey, meaningOf } from '../../src/check/checks.ts';
import { passed } from '../../src/check/problem.ts';
import type { Codec } from '../../src/item/codec.ts';
import { textInRecord } from '../../src/item/texts.ts';
import { componentNames } from '../../src/model/key-pattern.ts';
import type { RecordType } from '../../src/model/model.ts';
import { itemInOrder } from '../../src/plan/ordered.ts';
import type { Outcome } from '../../src/plan/outcome.ts';
import type { PlannedCase } from '../../src/plan/plan.ts';
import type { Request } from '../../src/protocol/messages.ts';
import type { Item } from '../../src/value/attribute-value.ts';
import { isObject, type Json, type JsonObject } from '../../src/value/json.ts';
import type { ItemVector } from '../../src/vector/vector.ts';
import type { Driver } from '../drivers/driver.ts';
import type { TableClient } from '../stores/store.ts';
import { allowancesOf } from './allowances.ts';
import type { ItemsInSight } from './items-in-sight.ts';
import { notAsked } from './not-asked.ts';
import type { OnOutcome } from './taken-back.ts';

/** How many items are under way at once. Each has a key of its own, so none sees another. */
const concurrency = 24;

/** Why an item is not read: it is not there, or is another one. */
export function notWritten(writer: string): string {
  return `${writer} did not write the item of the vector`;
}

export type StorePhase = {
  readonly codec: Codec;
  readonly tables: TableClient;
  readonly tableOf: (recordType: RecordType) => string;
  readonly drivers: ReadonlyMap<string, Driver>;
  /** Writers that touch other items too; everything waits while one of them writes. */
  readonly isolated: ReadonlySet<string>;
  /** Whether a reader is also asked for an item that it was given before, under the same key, from another writer. */
  readonly everyRead: boolean;
  /** Who was given which item, and understood it. */
  readonly understood: Set<string>;
  readonly inSight: ItemsInSight;
  /** Fails when the store is lost: then nobody is to blame for an answer that is wrong. */
  readonly stillThere: () => Promise<void>;
  readonly onOutcome: OnOutcome;
};

/** One vector written by one writer, and every comparison that needs it to be there. */
type Task = {
  readonly writer: string;
  readonly recordType: RecordType;
  readonly vector: ItemVector;
  readonly key: Item;
  readonly cases: PlannedCase[];
};

/** A task whose item was in the store, and what it means. */
type StoredTask = { readonly task: Task; readonly meant: JsonObject };

/**
 * Writes every vector with every writer, looks at what is stored, and lets everybody read it. Items of one key follow
 * each other; each is removed before the next is written, so that a writer that does nothing is not given the item of
 * the one before.
 *
 * Isolated writers have the store to themselves, so the two kinds of writers are two phases: the answer starts each.
 */
export function prepareStorePhase(
  phase: StorePhase,
  cases: readonly PlannedCase[],
): { readonly runIsolated: () => Promise<void>; readonly runTogether: () => Promise<void> } {
  const tasks = tasksOf(cases, phase.onOutcome);
  const together = tasks.filter((task) => !phase.isolated.has(task.writer));
  const alone = tasks.filter((task) => phase.isolated.has(task.writer));
  return {
    runIsolated: () => runLanes([alone], phase, 1),
    runTogether: () => runLanes(lanesByKey(together, phase), phase, concurrency),
  };
}

function tasksOf(cases: readonly PlannedCase[], onOutcome: OnOutcome): readonly Task[] {
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

/** Tasks of one key in one lane, so that they follow each other. The longest lanes come first. */
function lanesByKey(tasks: readonly Task[], phase: StorePhase): readonly (readonly Task[])[] {
  const lanes = new Map<string, Task[]>();
  for (const task of tasks) {
    const id = `${phase.tableOf(task.recordType)} ${canonicalize(task.key)}`;
    const lane = lanes.get(id) ?? [];
    lane.push(task);
    lanes.set(id, lane);
  }
  return [...lanes.values()].sort((left, right) => right.length - left.length);
}

async function runLanes(lanes: readonly (readonly Task[])[], phase: StorePhase, width: number): Promise<void> {
  const queue = [...lanes];
  const worker = async (): Promise<void> => {
    for (let lane = queue.shift(); lane !== undefined; lane = queue.shift()) {
      const earlier: StoredTask[] = [];
      for (const task of lane) {
        const meant = await runTask(task, phase, earlier);
        if (meant !== undefined) earlier.push({ task, meant });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, lanes.length) }, worker));
}

/**
 * Answers what the item means that was written, if it is the right one.
 *
 * @param earlier what was written before, in the same lane
 */
async function runTask(task: Task, phase: StorePhase, earlier: readonly StoredTask[]): Promise<JsonObject | undefined> {
  const { codec, drivers, tables, inSight, stillThere, onOutcome } = phase;
  const { recordType, vector, key } = task;
  const table = phase.tableOf(recordType);
  const driver = drivers.get(task.writer);
  if (driver === undefined) return undefined;
  await tables.deleteItem(table, key);
  const put: Request = { op: 'item.put', record_type: recordType.name, record: vector.record };
  const answer = await driver.ask(put);
  if (driver.gaveUp(answer)) {
    await stillThere();
    for (const planned of task.cases) onOutcome({ planned, result: { notRun: notAsked(task.writer) } });
    return undefined;
  }
  const found = await tables.getItem(table, key);
  const stored = found === undefined ? undefined : (itemInOrder(found) as Item);
  const written = checkRawPut(codec, recordType, vector, answer, stored, allowancesOf(driver.hello, recordType.name));
  const rawPut = task.cases.find((planned) => planned.check === 'raw-put');
  if (rawPut !== undefined) {
    const details = written.passed ? {} : await explain(task, driver, answer, stored);
    const elsewhere =
      answer.kind === 'ok' && stored === undefined && isObject(details.sent)
        ? checkSentKey(vector, details.sent as Item)
        : passed;
    onOutcome({ planned: rawPut, result: elsewhere.passed ? written : elsewhere, ...details }, [put]);
  }
  const reads = task.cases.filter((planned) => planned.check !== 'raw-put');
  if (!written.passed || stored === undefined) {
    for (const planned of reads) onOutcome({ planned, result: { notRun: notWritten(task.writer) } });
    return undefined;
  }
  const meant = meaningOf(codec, recordType, stored);
  if (reads.length === 0) return meant;
  const components = componentsOf(codec, recordType, key, meant);
  inSight.add(table, key, stored);
  const content = phase.everyRead ? undefined : `${recordType.name} ${JSON.stringify(stored)}`;
  await Promise.all(
    reads.map(async (planned) => {
      const reader = drivers.get(planned.implementation);
      if (reader === undefined) return;
      // Who reads back what they wrote answers for both, where nothing else was asked about the writing.
      const writing = rawPut === undefined && planned.implementation === task.writer ? [put] : [];
      const question = content === undefined ? undefined : `${reader.name} ${content}`;
      if (question !== undefined && phase.understood.has(question)) {
        onOutcome({ planned, result: passed }, writing);
        return;
      }
      const get: Request = { op: 'item.get', record_type: recordType.name, components };
      const read = await reader.ask(get);
      if (reader.gaveUp(read)) {
        await stillThere();
        onOutcome({ planned, result: { notRun: notAsked(planned.implementation) } });
        return;
      }
      const allowances = allowancesOf(reader.hello, recordType.name);
      const result = checkRead(recordType, meant, read, allowances);
      if (result.passed) {
        if (question !== undefined) phase.understood.add(question);
        onOutcome({ planned, result }, [get, ...writing]);
        return;
      }
      await stillThere();
      const before = earlier.filter((each) => isAnswerOf(each, task, read, allowances));
      // A cache may be filled when writing; who writes and reads an item fills any.
      const stale = before.find((each) => each.task.writer === reader.name) ?? before[0];
      const outcome: Outcome = {
        planned,
        result,
        stored: stored as Json,
        ...(stale === undefined ? {} : { stale: { vector: stale.task.vector.id, writer: stale.task.writer } }),
        ...(read.kind === 'ok' ? {} : { stderr: reader.stderr() }),
      };
      onOutcome(outcome, [get, ...writing]);
    }),
  );
  inSight.remove(table, key);
  return meant;
}

/** Whether an answer is right for an earlier item of the same key: a reader that remembers answers so. */
function isAnswerOf({ task, meant }: StoredTask, now: Task, read: Answer, allowances: Allowances): boolean {
  return (
    read.kind === 'ok' &&
    task.recordType === now.recordType &&
    canonicalize(task.key) === canonicalize(now.key) &&
    checkRead(task.recordType, meant, read, allowances).passed
  );
}

/** What helps to see where a wrong item came from: what the writer says it sends, and what is stored. */
async function explain(
  task: Task,
  driver: Driver,
  answer: Answer,
  stored: Item | undefined,
): Promise<Pick<Outcome, 'sent' | 'stored' | 'stderr'>> {
  const canEncode = driver.hello.capabilities['item.encode'];
  const asked =
    canEncode === true || canEncode?.includes(task.recordType.name) === true
      ? await driver.ask({ op: 'item.encode', record_type: task.recordType.name, record: task.vector.record })
      : undefined;
  return {
    ...(asked?.kind === 'ok' && isObject(asked.value['item']) ? { sent: itemInOrder(asked.value['item']) } : {}),
    ...(stored === undefined ? {} : { stored: stored as Json }),
    ...(answer.kind === 'ok' ? {} : { stderr: driver.stderr() }),
  };
}

/**
 * The components of a primary key. What an encoding has made unreadable there (`{email:sha256}`) is in the item, because
 * such a component is an attribute.
 */
function componentsOf(
  codec: Codec,
  recordType: RecordType,
  key: Item,
  meant: JsonObject,
): { readonly [name: string]: string } {
  const parsed = codec.parseKey(recordType.name, 'primary', key);
  if (!parsed.ok) throw new TypeError(`the key of a vector cannot be parsed: ${parsed.error.message}`);
  const names = new Set(recordType.keys[0]?.parts.flatMap(({ pattern }) => componentNames(pattern)));
  const entries = [...names].map((name) => [name, parsed.value[name] ?? textInRecord(meant, name.split('.'))] as const);
  return Object.fromEntries(entries.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])));
}
