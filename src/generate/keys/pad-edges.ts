import { type KeySample, sample } from '../values/value.ts';
import type { KeyComponent } from './components.ts';

/** Numbers on both sides of another count of digits, and of the width that a pattern pads to. */
export function numbersAtPads({ places }: KeyComponent): readonly KeySample[] {
  const widths = places.flatMap(({ token }) =>
    token.encodings.flatMap((each) => (each.kind === 'pad' ? [each.width] : [])),
  );
  const edges = new Set([1, 2, ...widths.flatMap((width) => [width - 1, width])].filter((digits) => digits > 0));
  return [...edges].flatMap((digits) => {
    const [nines, next] = ['9'.repeat(digits), `1${'0'.repeat(digits)}`];
    const most = `the largest number of ${digits} ${digits === 1 ? 'digit' : 'digits'}`;
    return [
      sample('digit-boundary', `${digits}-nines`, nines, most, 'key-pad-width'),
      sample('digit-boundary', `10-to-${digits}`, next, `one more than ${most}`, 'key-pad-width'),
    ];
  });
}
