import type { Answer } from '../../src/check/answer.ts';
import { checkRawPut, checkSentKey, judgeLatePut, meaningOf } from '../../src/check/checks.ts';
import { type Judgement, passed } from '../../src/check/problem.ts';
import type { Codec } from '../../src/item/codec.ts';
import { itemInOrder } from '../../src/plan/ordered.ts';
import type { Outcome } from '../../src/plan/outcome.ts';
import type { Request } from '../../src/protocol/messages.ts';
import type { Item } from '../../src/value/attribute-value.ts';
import { isObject, type Json } from '../../src/value/json.ts';
import type { Driver } from '../drivers/driver.ts';
import type { TableClient } from '../stores/store.ts';
import { allowancesOf } from './allowances.ts';
import { type Home, tableIn } from './homes.ts';
import { notAsked } from './not-asked.ts';
import type { Patience } from './patience.ts';
import { componentsOf, type ReadableItem } from './reads.ts';
import { storedItem } from './stored-item.ts';
import type { OnOutcome } from './taken-back.ts';
import type { Task } from './tasks.ts';

export type Writing = {
  readonly codec: Codec;
  readonly drivers: ReadonlyMap<string, Driver>;
  readonly tables: TableClient;
  readonly patience: Patience;
  /** Fails when the store is lost: then nobody is to blame for an answer that is wrong. */
  readonly stillThere: () => Promise<void>;
  readonly onOutcome: OnOutcome;
};

/** Why an item is not read: it is not there, or is another one. */
export function notWritten(writer: string): string {
  return `${writer} did not write the item of the vector`;
}

/** What a writer answered, and what was in the store after it. */
export type Put = {
  readonly request: Request;
  readonly answer: Answer;
  readonly stored: Item | undefined;
  readonly late: boolean;
  readonly result: Judgement;
};

/** Something is stored, and it is wrong. Where others write too, it may be theirs; whose own it is will be wrong again. */
export function mayBeAnothers({ answer, stored, late, result }: Put): boolean {
  return answer.kind === 'ok' && stored !== undefined && !result.passed && !late;
}

/** Judges what is stored. Answers the item when it is there as it should be. */
export async function settle(
  task: Task,
  { codec, drivers, stillThere, onOutcome }: Writing,
  put: Put | undefined,
): Promise<ReadableItem | undefined> {
  const { recordType, vector, key } = task;
  const driver = drivers.get(task.writer);
  if (driver === undefined) return undefined;
  if (put === undefined) {
    await stillThere();
    for (const planned of task.cases) onOutcome({ planned, result: { notRun: notAsked(task.writer) } });
    return undefined;
  }
  const { request, answer, stored, result } = put;
  const rawPut = task.cases.find((planned) => planned.check === 'raw-put');
  if (rawPut !== undefined) {
    const details = result.passed ? {} : await explain(task, driver, answer, stored);
    const elsewhere =
      answer.kind === 'ok' && stored === undefined && isObject(details.sent)
        ? checkSentKey(vector, details.sent as Item)
        : passed;
    onOutcome({ planned: rawPut, result: elsewhere.passed ? result : elsewhere, ...details }, [request]);
  }
  if (!result.passed || stored === undefined) {
    for (const planned of task.cases.filter((each) => each !== rawPut))
      onOutcome({ planned, result: { notRun: notWritten(task.writer) } });
    return undefined;
  }
  const meant = meaningOf(codec, recordType, stored);
  const components = task.cases.length === 1 && rawPut !== undefined ? {} : componentsOf(codec, recordType, key, meant);
  const content = `${recordType.name} ${JSON.stringify(stored)}`;
  return { task, meant, stored, content, components, unjudgedPut: rawPut === undefined ? request : undefined };
}

/** Lets a writer write, and looks at what is stored then. `undefined` when the writer is no longer asked. */
export async function put(
  { writer, recordType, vector, key }: Task,
  { codec, drivers, tables, patience }: Writing,
  home: Home,
): Promise<Put | undefined> {
  const driver = drivers.get(writer);
  if (driver === undefined) return undefined;
  const table = tableIn(home, recordType);
  const request: Request = { op: 'item.put', record_type: recordType.name, record: vector.record };
  const look = (): Promise<Item | undefined> => storedItem(tables, table, key);
  await tables.deleteItem(table, key);
  const answer = await driver.ask(request);
  if (driver.gaveUp(answer)) return undefined;
  const stored = await look();
  if (stored === undefined && answer.kind === 'ok') {
    const late = await patience.waitFor(writer, look);
    if (late !== undefined) return { request, answer, stored: late, late: true, result: judgeLatePut(vector) };
  }
  const allowances = allowancesOf(driver.hello, recordType.name);
  return {
    request,
    answer,
    stored,
    late: false,
    result: checkRawPut(codec, recordType, vector, answer, stored, allowances),
  };
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
