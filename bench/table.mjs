// Results as text.

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** One benchmark without contestants: a line for each size, or for each thing that is measured. */
export function renderLines({ title, columns, lines }) {
  const rows = lines.map((line) => columns.map((column) => cell(line[column.key], column)));
  return [title, ...align([columns.map(({ head }) => head), ...rows])].join('\n');
}

function cell(value, { digits = 0, unit }) {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  const number = digits === 0 ? whole.format(value) : value.toFixed(digits);
  return unit === undefined ? number : `${number} ${unit}`;
}

/** One benchmark: the first contestant is ours, the ratio says how many times as fast it is as each of the others. */
export function renderResult({ title, unit, figures }) {
  const [ours] = figures;
  const rows = figures.map((figure) => [
    figure.name,
    whole.format(figure.perSecond),
    `${whole.format(figure.lowest)} to ${whole.format(figure.highest)}`,
    figure === ours ? '' : `${ratio(figure.lead)}x`,
  ]);
  return [title, ...align([['', unit, 'lowest to highest', 'ours is'], ...rows])].join('\n');
}

export function renderGoals(judged) {
  const rows = judged.map(({ title, what, atLeast, atMost, reached, met }) => [
    met ? 'met' : 'missed',
    what,
    atMost !== undefined ? reached.toFixed(2) : atLeast > 1000 ? whole.format(reached) : `${ratio(reached)}x`,
    title,
  ]);
  return ['goals', ...align(rows)].join('\n');
}

function ratio(value) {
  return value < 10 ? value.toFixed(2) : value.toFixed(1);
}

/** Columns of one width; the first is text, numbers stand on the right. */
function align(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    `  ${row.map((cell, column) => (/^[0-9]|^ours|^lowest|^records|\/s$/.test(cell) ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  ')}`.trimEnd(),
  );
}
