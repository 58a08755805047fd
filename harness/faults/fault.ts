import type { CheckId } from '../../src/check/registry.ts';
import type { Codec } from '../../src/item/codec.ts';

/** A mistake that programs really make, as a change of a healthy codec. */
export type Fault = {
  /** Stable, and the name of its file. */
  readonly id: string;
  /** What the faulty program does. */
  readonly summary: string;
  /** The hazard that it stands for, as vectors name it. */
  readonly hazard: string;
  /** Which public program, language or library does it. */
  readonly seenIn: string;
  /** The check that has to find it. Others may find it too. */
  readonly killedBy: CheckId;
  /** Why no vector finds it, where that is so. A gap that is closed has to be taken away. */
  readonly gap?: string;
  /** The faulty codec. What the fault is not about stays the very function of the healthy one. */
  readonly apply: (codec: Codec) => Codec;
};
