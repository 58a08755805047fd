/** What has counted the lines of a text: where each begins, and the place of an offset. */
type Lines = {
  readonly lineStarts: readonly number[];
  readonly linePos: (offset: number) => { readonly line: number; readonly col: number };
};

/**
 * What the counter says of an offset. A tree is walked in the order of its text, so the line is nearly always that of the
 * offset before, or one of the next few.
 */
export function placesIn(counter: Lines): (offset: number) => { readonly line: number; readonly col: number } {
  let line = 0;
  return (offset) => {
    const { lineStarts } = counter;
    for (let next = line; next < line + 4; next++) {
      const start = lineStarts[next];
      const end = lineStarts[next + 1];
      if (start === undefined || end === undefined || offset < start) break;
      if (offset >= end) continue;
      line = next;
      return { line: line + 1, col: offset - start + 1 };
    }
    const found = counter.linePos(offset);
    line = Math.max(found.line - 1, 0);
    return found;
  };
}
