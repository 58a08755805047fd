import type { Fault } from './fault.ts';
import { writingItems } from './support/decorate.ts';

export const attributesExchanged: Fault = {
  id: 'attributes-exchanged',
  summary: 'Two timestamps of one format change places: when it was created, and when it was changed.',
  hazard: 'attr-exchanged',
  seenIn:
    'Constructors whose parameters have positions only: of Java, Go and Rust, and generated ones as @AllArgsConstructor.',
  killedBy: 'item-encode',
  apply: (codec) =>
    writingItems(codec, (item, { attributes }) => {
      const times = attributes.flatMap(({ name, type }) => (type.kind === 'timestamp' ? [[name, type.format]] : []));
      const alike = times.filter(([, format]) => format === times[0]?.[1]);
      const [first, second] = alike.map(([name]) => name);
      if (first === undefined || second === undefined) return item;
      const others = new Map([
        [first, second],
        [second, first],
      ]);
      return Object.fromEntries(
        Object.entries(item).map(([name, value]) => [others.get(name) ?? name, value] as const),
      );
    }),
};
