/** What a judge says about a case; `undefined` when it agrees with the vector. */
export type Verdict<Case> = { readonly of: Case; readonly id: string; readonly objection: string | undefined };

/** Cases that a judge cannot judge rightly, by name. */
export type Exception<Case> = {
  readonly name: string;
  readonly reason: string;
  readonly covers: (each: Case) => boolean;
};

/**
 * What is left of the objections when those of exceptions are taken away. An exception that excuses nothing is a finding as
 * well: the judge has learnt something, or there is no such vector any more.
 */
export function unexcused<Case>(
  verdicts: readonly Verdict<Case>[],
  exceptions: readonly Exception<Case>[],
): readonly string[] {
  if (verdicts.length === 0) return ['nothing was judged'];
  const needed = new Set<string>();
  const findings = verdicts.flatMap(({ of, id, objection }) => {
    if (objection === undefined) return [];
    const excuses = exceptions.filter(({ covers }) => covers(of));
    for (const { name } of excuses) needed.add(name);
    return excuses.length > 0 ? [] : [`${id}: ${objection}`];
  });
  const unneeded = exceptions.filter(({ name }) => !needed.has(name));
  return [...findings, ...unneeded.map(({ name }) => `the exception "${name}" is not needed any more`)];
}
