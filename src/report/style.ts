/** Colours for a terminal. Without colour every function returns its text. */
export type Style = { readonly [name in 'bold' | 'dim' | 'red' | 'green' | 'yellow']: (text: string) => string };

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 } as const;

export function createStyle(colour: boolean): Style {
  const paint = (code: number) => (text: string) => (colour && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    bold: paint(codes.bold),
    dim: paint(codes.dim),
    red: paint(codes.red),
    green: paint(codes.green),
    yellow: paint(codes.yellow),
  };
}

/** A table of plain columns; `paint` colours a cell after it was padded. */
export function renderTable(
  rows: readonly (readonly string[])[],
  paint: (cell: string, row: number, column: number) => string,
): string[] {
  const widths = rows.reduce<number[]>(
    (known, row) => row.map((cell, column) => Math.max(known[column] ?? 0, cell.length)),
    [],
  );
  return rows.map((row, index) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return paint(column === 0 ? cell.padEnd(width) : cell.padStart(width), index, column);
      })
      .join('  ')
      .trimEnd(),
  );
}
