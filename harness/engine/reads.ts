import type { Answer } from '../../src/check/answer.ts';
import { type Allowances, checkRead } from '../../src/check/checks.ts';
import { type Judgement, passed } from '../../src/check/problem.ts';
import type { Codec } from '../../src/item/codec.ts';
import { textInRecord } from '../../src/item/texts.ts';
import { componentNames } from '../../src/model/key-pattern.ts';
import type { RecordType } from '../../src/model/model.ts';
import type { Outcome } from '../../src/plan/outcome.ts';
import type { PlannedCase } from '../../src/plan/plan.ts';
import type { Request } from '../../src/protocol/messages.ts';
import type { Item } from '../../src/value/attribute-value.ts';
import type { Json, JsonObject } from '../../src/value/json.ts';
import type { Driver } from '../drivers/driver.ts';
import type { TableClient } from '../stores/store.ts';
import { allowancesOf } from './allowances.ts';
import type { Interference } from './interference.ts';
import { notAsked } from './not-asked.ts';
import { storedItem } from './stored-item.ts';
import type { OnOutcome } from './taken-back.ts';
import type { StoredTask } from './tasks.ts';

export type Reading = {
  readonly tables: TableClient;
  readonly interference: Interference;
  readonly drivers: ReadonlyMap<string, Driver>;
  /** Whether a reader is also asked for an item that it was given before, under the same key, from another writer. */
  readonly everyRead: boolean;
  /** Who was given which item, and understood it. */
  readonly understood: Set<string>;
  /** Fails when the store is lost: then nobody is to blame for an answer that is wrong. */
  readonly stillThere: () => Promise<void>;
  readonly onOutcome: OnOutcome;
};

/** An item that is in the store as it should be, for readers. */
export type ReadableItem = StoredTask & {
  readonly stored: Item;
  /** The same text for the same item of the same record type. */
  readonly content: string;
  readonly components: { readonly [name: string]: string };
  /** The request that wrote it, where nothing but reading shows whether that was right. */
  readonly unjudgedPut: Request | undefined;
};

/** Passes what a reader has shown before, and answers the other reads. */
export function passUnderstood(
  reading: Reading,
  item: ReadableItem,
  reads: readonly PlannedCase[],
): readonly PlannedCase[] {
  return reads.filter((planned) => {
    if (!reading.understood.has(questionOf(item, planned)) || reading.everyRead) return true;
    reading.onOutcome({ planned, result: passed }, writingOf(item, planned));
    return false;
  });
}

/** Where an item is, and what was under the same key before, in order. */
export type Place = { readonly table: string; readonly history: readonly StoredTask[] };

/** So often a reader is asked again because the item was changed while it was read. */
const mostRepairs = 3;

/** Lets one reader read an item, and judges what it answers. */
export async function read(
  reading: Reading,
  item: ReadableItem,
  planned: PlannedCase,
  { table, history }: Place,
): Promise<void> {
  const { drivers, tables, interference, understood, stillThere, onOutcome } = reading;
  const { task, meant, stored, components } = item;
  const reader = drivers.get(planned.implementation);
  if (reader === undefined) return;
  const get: Request = { op: 'item.get', record_type: task.recordType.name, components };
  const allowances = allowancesOf(reader.hello, task.recordType.name);
  const ask = async (): Promise<Answered> => {
    const noticed = interference.noticed(item);
    const wasUnderRepair = interference.isUnderRepair(item);
    const answer = await reader.ask(get);
    const result = checkRead(task.recordType, meant, answer, allowances);
    // Another reader may notice first and put the item back, also while the store is asked: so that is looked at last.
    const changed =
      isWrong(answer, result) &&
      (wasUnderRepair || (await isChanged(reading, item, table)) || interference.noticed(item) !== noticed);
    return { answer, result, changed };
  };
  let { answer, result, changed } = await ask();
  for (let repairs = 0; changed; repairs++) {
    interference.note(
      item,
      `the item of ${task.vector.id} was changed while ${reader.name} read what ${task.writer} wrote`,
    );
    if (repairs === mostRepairs) {
      onOutcome({ planned, result: { notRun: `the item was changed by somebody while ${reader.name} read it` } });
      return;
    }
    await interference.repair(item, () => tables.putItem(table, stored));
    ({ answer, result, changed } = await ask());
  }
  if (reader.gaveUp(answer)) {
    await stillThere();
    onOutcome({ planned, result: { notRun: notAsked(planned.implementation) } });
    return;
  }
  const asked = [get, ...writingOf(item, planned)];
  if (result.passed) {
    understood.add(questionOf(item, planned));
    onOutcome({ planned, result }, asked);
    return;
  }
  await stillThere();
  const before = history.filter((each) => isAnswerOf(each, task.recordType, answer, allowances));
  // A cache may be filled when writing; who writes and reads an item fills any.
  const stale = before.find((each) => each.task.writer === reader.name) ?? before[0];
  const outcome: Outcome = {
    planned,
    result,
    stored: stored as Json,
    ...(stale === undefined ? {} : { stale: { vector: stale.task.vector.id, writer: stale.task.writer } }),
    ...(answer.kind === 'ok' ? {} : { stderr: reader.stderr() }),
  };
  onOutcome(outcome, asked);
}

type Answered = { readonly answer: Answer; readonly result: Judgement; readonly changed: boolean };

/** Whether an answer is one, and wrong: who died or hangs has read nothing. */
function isWrong({ kind }: Answer, result: Judgement): boolean {
  return !result.passed && (kind === 'ok' || kind === 'error');
}

/** Whether the store has no longer the item that is to be read. */
async function isChanged({ tables }: Reading, { task, stored }: ReadableItem, table: string): Promise<boolean> {
  return JSON.stringify(await storedItem(tables, table, task.key)) !== JSON.stringify(stored);
}

/** The same text for the same item and reader. */
function questionOf({ content }: ReadableItem, { implementation }: PlannedCase): string {
  return `${implementation} ${content}`;
}

/** Who reads back what they wrote answers for both, where nothing else was asked about the writing. */
function writingOf({ task, unjudgedPut }: ReadableItem, { implementation }: PlannedCase): readonly Request[] {
  return unjudgedPut !== undefined && implementation === task.writer ? [unjudgedPut] : [];
}

/** Whether an answer is right for an earlier item of the same key: a reader that remembers answers so. */
function isAnswerOf(
  { task, meant }: StoredTask,
  recordType: RecordType,
  answer: Answer,
  allowances: Allowances,
): boolean {
  return (
    answer.kind === 'ok' && task.recordType === recordType && checkRead(recordType, meant, answer, allowances).passed
  );
}

/**
 * The components of a primary key. What an encoding has made unreadable there (`{email:sha256}`) is in the item, because
 * such a component is an attribute.
 */
export function componentsOf(
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
