/** A description as the last part of an id: letters, digits and "-", and not too much of them. */
export function slugOfDescription(description: string): string {
  const words = description
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return words === '' ? 'case' : words;
}
