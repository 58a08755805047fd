import type { Answer } from '../../src/check/answer.ts';
import type { Hello, Request } from '../../src/protocol/messages.ts';
import type { Trouble } from './session.ts';

/** Speaks with one participant of a run: a program over a pipe, or code in this process. */
export type Driver = {
  readonly name: string;
  readonly hello: Hello;
  /** Asks, and always gets an answer: trouble is an answer too. Asks in the order of the calls, many at a time. */
  readonly ask: (request: Request) => Promise<Answer>;
  /** Whether an answer says only that nothing is asked any more, after too much trouble with other requests. */
  readonly gaveUp: (answer: Answer) => boolean;
  /** Requests whose answer turned out to be trouble after it was given; final once the driver is closed. */
  readonly revoked: () => ReadonlyMap<Request, Trouble>;
  /** The end of what the participant wrote to its standard error. */
  readonly stderr: () => string;
  /** Says goodbye, and ends the participant whether it listens or not. Answers what was wrong with the way it ended. */
  readonly close: () => Promise<string | null>;
};
