import fc from 'fast-check';

/** Every law is tried on the same cases every time, so a failure today is a failure tomorrow. */
const seed = 20240102;

/** Tries a law on `runs` cases and shows the smallest one that breaks it. */
export function law<Values extends [unknown, ...unknown[]]>(
  arbitraries: { readonly [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
  holds: (...values: Values) => void,
  runs = 100,
): void {
  fc.assert(fc.property(...(arbitraries as { [Index in keyof Values]: fc.Arbitrary<Values[Index]> }), holds), {
    seed,
    numRuns: runs,
  });
}
