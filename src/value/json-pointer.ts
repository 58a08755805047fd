/** A JSON pointer (RFC 6901) to what the segments lead to; empty for the whole. */
export function pointerTo(segments: readonly string[]): string {
  return segments.map((segment) => `/${escapeSegment(segment)}`).join('');
}

/** The segments of a JSON pointer (RFC 6901). */
export function segmentsOf(pointer: string): readonly string[] {
  return pointer.split('/').slice(1).map(unescapeSegment);
}

/** A name as a segment of a JSON pointer. */
export function escapeSegment(name: string): string {
  return /[~/]/.test(name) ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name;
}

/** The name that a segment of a JSON pointer stands for. */
export function unescapeSegment(segment: string): string {
  return segment.includes('~') ? segment.replaceAll('~1', '/').replaceAll('~0', '~') : segment;
}
