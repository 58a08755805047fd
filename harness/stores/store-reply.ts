import { isObject } from '../../src/value/json.ts';
import { HarnessError } from '../host/harness-error.ts';
import { StoreRejection } from './store-rejection.ts';

/** The JSON object a store answers with. Each reader checks the part it needs. */
export type StoreReply = { readonly [name: string]: unknown };

/** The body of a successful reply; throws what the store refused, or that the reply makes no sense. */
export function readReply(operation: string, status: number, text: string): StoreReply {
  const body = parse(text);
  if (!isObject(body)) throw malformedReply(operation, `HTTP ${status} with ${excerpt(text)} instead of a JSON object`);
  if (status === 200) return body;
  const type = body['__type'];
  if (typeof type !== 'string')
    throw malformedReply(operation, `HTTP ${status} without an error name: ${excerpt(text)}`);
  const said = body['message'] ?? body['Message'];
  throw new StoreRejection(
    operation,
    type.slice(type.indexOf('#') + 1),
    typeof said === 'string' ? said : `HTTP ${status}`,
    body['Item'],
  );
}

export function malformedReply(operation: string, problem: string): HarnessError {
  return new HarnessError(
    'store-reply-malformed',
    `The store answered ${operation} with something unexpected: ${problem}`,
    {
      hint: 'Check that the endpoint is a DynamoDB-compatible store.',
    },
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function excerpt(text: string): string {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text);
}
