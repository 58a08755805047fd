import { expect, it } from 'vitest';
import { LineCounter } from 'yaml';
import { placesIn } from '../../../src/model/source-places.ts';

it('says what the counter says, whatever is asked before', () => {
  const counter = new LineCounter();
  for (const start of [0, 1, 2, 7, 7 + 30, 90]) counter.addNewLine(start);
  const placeOf = placesIn(counter);
  const forwards = Array.from({ length: 120 }, (_, offset) => offset);
  const jumping = forwards.map((offset) => (offset * 37) % 120);
  for (const offset of [...forwards, ...forwards.toReversed(), ...jumping])
    expect({ offset, ...placeOf(offset) }).toEqual({ offset, ...counter.linePos(offset) });
});
