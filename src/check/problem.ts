import type { Json } from '../value/json.ts';
import type { Answer } from './answer.ts';

/** Why a check failed. */
export type Problem = {
  readonly kind:
    | 'wrong' // an answer that differs from what is right
    | 'accepted' // took what it must refuse
    | 'refused' // refused what it must take
    | 'wrong-class' // refused, and for another reason than the right one
    | 'internal' // answered that something unexpected happened
    | 'unsupported' // declared the operation, and does not support it
    | 'crashed'
    | 'timeout'
    | 'protocol-violation';
  /** Where in the answer, from the outside in; empty for the whole. The first segment is an attribute or a member. */
  readonly path: readonly string[];
  readonly expected: Json | undefined;
  readonly actual: Json | undefined;
  readonly message: string;
};

/** The outcome of a check. */
export type Judgement = { readonly passed: true } | { readonly passed: false; readonly problem: Problem };

export const passed: Judgement = { passed: true };

export function failed(
  kind: Problem['kind'],
  message: string,
  details: {
    readonly path?: readonly string[];
    readonly expected?: Json | undefined;
    readonly actual?: Json | undefined;
  } = {},
): Judgement {
  return {
    passed: false,
    problem: { kind, message, path: details.path ?? [], expected: details.expected, actual: details.actual },
  };
}

/** The judgement of an answer that is no `ok`, where an `ok` was due. */
export function judgeTrouble(answer: Exclude<Answer, { kind: 'ok' }>, expected?: Json): Judgement {
  switch (answer.kind) {
    case 'error':
      return answer.class === 'internal'
        ? failed('internal', `something unexpected happened: ${answer.message}`, { expected })
        : failed('refused', `refused with ${answer.class}: ${answer.message}`, { expected });
    case 'unsupported':
      return failed('unsupported', `declared as supported, and answered: ${answer.reason}`, { expected });
    default:
      return failed(answer.kind, answer.detail, { expected });
  }
}
