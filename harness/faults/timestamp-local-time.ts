import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const timestampLocalTime: Fault = {
  id: 'timestamp-local-time',
  summary: 'A timestamp is written in the time of the machine\'s zone, with a "Z" behind it.',
  hazard: 'time-local-zone',
  seenIn: 'Python\'s datetime.now().isoformat() + "Z"; datetime.utcnow() was the right call until it was deprecated.',
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value, type) =>
      'S' in value && type.kind === 'timestamp'
        ? { S: value.S.replace(/T(\d\d)/, (_, hour: string) => `T${String((Number(hour) + 2) % 24).padStart(2, '0')}`) }
        : value,
    ),
};
