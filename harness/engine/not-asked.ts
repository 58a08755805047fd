/** Why a case is not run that would have needed an adapter after it was given up. What became of it is a complaint. */
export function notAsked(implementation: string): string {
  return `${implementation} was in too much trouble to be asked`;
}
