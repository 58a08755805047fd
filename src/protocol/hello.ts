import { compileShape, describeViolation } from '../model/validate.ts';
import type { Hello } from './messages.ts';
import { protocolSchema } from './protocol-schema.ts';

let validate: ReturnType<typeof compileShape> | undefined;

/** Reads the answer to `hello`, or says what is wrong with it. */
export function readHello(value: unknown): Hello | { readonly problem: string } {
  validate ??= compileShape(protocolSchema.$defs.hello);
  if (validate(value)) return value as Hello;
  return { problem: describeViolation(validate.errors, 'the answer to hello') ?? 'the answer to hello is invalid' };
}
