/** A value worth trying, with a short name for the id of a vector, and what it hunts. */
export type Sample = {
  readonly slug: string;
  readonly value: unknown;
  readonly description: string;
  readonly hazards: readonly string[];
};

/** Makes a sample. */
export function sample(slug: string, value: unknown, description: string, ...hazards: string[]): Sample {
  return { slug, value, description, hazards };
}
