import { type Covered, isUncovered } from './coverage.ts';
import { elementKinds } from './element.ts';

/** For each record type and kind, how many parts have vectors, of how many: lines of equal columns. */
export function coverageTable(covered: readonly Covered[]): readonly string[] {
  const kinds = elementKinds.filter((kind) => covered.some((each) => each.kind === kind));
  const names = [...new Set(covered.map((each) => each.recordType))];
  const rows = [
    ['', ...kinds],
    ...names.map((name) => {
      const own = covered.filter((each) => each.recordType === name);
      return [name, ...kinds.map((kind) => share(own.filter((each) => each.kind === kind)))];
    }),
  ];
  const widths = ['', ...kinds].map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}

function share(parts: readonly Covered[]): string {
  if (parts.length === 0) return '–';
  return `${parts.filter((each) => !isUncovered(each)).length}/${parts.length}`;
}
