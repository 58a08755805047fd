import { acceptors } from '../model/acceptors.ts';
import { shapeOf } from '../model/shape.ts';
import { describeViolation } from '../model/validate.ts';
import type { Hello } from './messages.ts';
import { protocolSchema } from './protocol-schema.ts';

const shape = shapeOf(protocolSchema.$defs.hello, acceptors.hello);

/** Reads the answer to `hello`, or says what is wrong with it. */
export function readHello(value: unknown): Hello | { readonly problem: string } {
  const problem = describeViolation(shape.errorsOf(value), 'the answer to hello');
  return problem === undefined ? (value as Hello) : { problem };
}
