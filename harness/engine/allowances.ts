import type { Allowances } from '../../src/check/checks.ts';
import type { Hello } from '../../src/protocol/messages.ts';

/** What an implementation said of itself about one record type. */
export function allowancesOf(hello: Hello, recordType: string): Allowances {
  return { generated: own(hello.generated, recordType), notRead: own(hello.not_read, recordType) };
}

function own(
  lists: { readonly [recordType: string]: readonly string[] } | undefined,
  recordType: string,
): readonly string[] {
  return lists !== undefined && Object.hasOwn(lists, recordType) ? (lists[recordType] ?? []) : [];
}
