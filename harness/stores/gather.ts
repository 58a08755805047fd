/** What a batch leaves to a request of its own. */
export const alone = Symbol('alone');

export type Gathering<Ask, Answer> = {
  /** How many may be asked at once. */
  readonly limit: number;
  /** Two with the same id are never in one batch. */
  readonly idOf: (ask: Ask) => string;
  readonly askOne: (ask: Ask) => Promise<Answer>;
  /** Answers in the order of what is asked. What it throws is the answer to all of them. */
  readonly askMany: (asks: readonly Ask[]) => Promise<readonly (Answer | typeof alone)[]>;
};

type Waiting<Ask, Answer> = {
  readonly id: string;
  readonly ask: Ask;
  readonly resolve: (answer: Answer | Promise<Answer>) => void;
  readonly reject: (reason: unknown) => void;
};

/**
 * A function that asks for one thing, and sends what is asked meanwhile together: while one batch is under way, the next
 * one gathers. Nobody waits for others to come: who is alone is asked for at once.
 */
export function gather<Ask, Answer>(gathering: Gathering<Ask, Answer>): (ask: Ask) => Promise<Answer> {
  const { askOne, askMany, idOf, limit } = gathering;
  let waiting: Waiting<Ask, Answer>[] = [];
  let underWay = false;

  const sendNext = async (): Promise<void> => {
    const { batch, rest } = split(waiting, limit);
    waiting = rest;
    const [only] = batch;
    try {
      if (only !== undefined && batch.length === 1) only.resolve(await askOne(only.ask));
      else {
        const answers = await askMany(batch.map(({ ask }) => ask));
        for (const [position, { ask, resolve }] of batch.entries()) {
          // `undefined` is an answer, too.
          const answer = answers[position] as Answer | typeof alone;
          resolve(answer === alone ? askOne(ask) : answer);
        }
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  const sendAll = async (): Promise<void> => {
    while (waiting.length > 0) await sendNext();
    underWay = false;
  };
  return (ask) =>
    new Promise((resolve, reject) => {
      waiting.push({ id: idOf(ask), ask, resolve, reject });
      if (underWay) return;
      underWay = true;
      // Not before everybody of this turn has asked.
      setImmediate(() => void sendAll());
    });
}

/** The first that may go together, in order, and what stays behind. */
function split<Ask, Answer>(
  waiting: readonly Waiting<Ask, Answer>[],
  limit: number,
): { readonly batch: readonly Waiting<Ask, Answer>[]; readonly rest: Waiting<Ask, Answer>[] } {
  const batch: Waiting<Ask, Answer>[] = [];
  const rest: Waiting<Ask, Answer>[] = [];
  const ids = new Set<string>();
  for (const each of waiting) {
    const fits = batch.length < limit && !ids.has(each.id);
    // Also those that stay behind: what is asked for twice keeps its order.
    ids.add(each.id);
    (fits ? batch : rest).push(each);
  }
  return { batch, rest };
}
