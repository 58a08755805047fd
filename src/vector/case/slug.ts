/**
 * A description as the last part of an id: letters of ASCII, digits and "-", and not too much of them. Letters with a mark
 * lose it; what has no such letter at all is `case`, and whoever adds it can say how it is called.
 */
export function slugOfDescription(description: string): string {
  const words = description
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return words === '' ? 'case' : words;
}
