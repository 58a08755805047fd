import { compareDecimals, normalizeDecimal } from '../../value/decimal.ts';

/** Numbers of more digits than this are nobody's bounds; what is between them is not looked for. */
const mostDigits = 60;

/**
 * Numbers that are on, next to, and between some numbers: enough to find one in every interval that they bound, as far as
 * whole numbers and middles go. In ascending order, each once.
 */
export function numbersAround(bounds: readonly string[]): readonly string[] {
  const plain = bounds.filter((text) => /^-?[0-9]+(\.[0-9]+)?$/.test(text) && text.length <= mostDigits);
  const places = Math.max(0, ...plain.map((text) => text.split('.')[1]?.length ?? 0)) + 1;
  const one = 10n ** BigInt(places);
  const sorted = [...new Set(plain.map((text) => unitsOf(text, places)))].sort((a, b) => (a < b ? -1 : 1));
  const found = sorted.flatMap((each, index) => {
    const next = sorted[index + 1];
    return [each - one, each, each + one, ...(next === undefined ? [] : [(each + next) / 2n])];
  });
  const texts = found.flatMap((units) => normalizeDecimal(textOf(units, places)) ?? []);
  return [...new Set(texts)].sort(compareDecimals);
}

/** A number in units of its last place. */
export function unitsOf(text: string, places: number): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
}

/** The number of so many units of the last place, at least one of them. */
export function textOf(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
