/**
 * Whether what is missing is an error: the variable `CI` is set, and is neither empty nor `0` nor `false`. Set-up runs before
 * anything is built, so it cannot ask `harness/host/wishes.ts`; a test compares the two.
 */
export function inCi(environment) {
  return !['', '0', 'false'].includes(environment.CI ?? '');
}
