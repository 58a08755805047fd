import canonicalize from 'canonicalize';

/** What a vector says, whatever it is called and shows: equal for two that say the same. */
export function contentOfVector(vector: object): string {
  const named = vector as { readonly [member: string]: unknown };
  const { id: _i, description: _d, origin: _o, scenario: _s, subject: _at, hazards: _h, ...content } = named;
  return canonicalize(content) ?? '';
}
