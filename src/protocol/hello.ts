import { compileShape } from '../model/validate.ts';
import { shortJson } from '../value/json.ts';
import type { Hello } from './messages.ts';
import { protocolSchema } from './protocol-schema.ts';

let validate: ReturnType<typeof compileShape> | undefined;

/** Reads the answer to `hello`, or says what is wrong with it. */
export function readHello(value: unknown): Hello | { readonly problem: string } {
  validate ??= compileShape(protocolSchema.$defs.hello);
  if (validate(value)) return value as Hello;
  const [error] = validate.errors ?? [];
  const where =
    error?.instancePath === ''
      ? 'the answer to hello'
      : `"${error?.instancePath.slice(1).replaceAll('/', '.')}" in the answer to hello`;
  return { problem: `${where} ${error?.message ?? 'is invalid'}: ${shortJson(error?.data)}` };
}
