import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import type { VectorKind } from '../vector/vector.ts';

/** What a hazard does to data, worst first, and what that means. */
export const effects = {
  'silent-corruption': 'Data are lost, overwritten or changed, and no program notices.',
  'reader-breaks': 'A reader fails, or reads a value of another type or meaning.',
  'write-rejected': 'A write fails at run time, in some programs only.',
  'bytes-only': 'The bytes differ, and mean the same.',
} as const;

export type Effect = keyof typeof effects;

/** A way in which two programs come to disagree about an item, as the register tells it. */
export type Hazard = {
  /** Stable: vectors, findings and pages name it. Letters, digits and "-"; never the name of a diagnostic. */
  readonly id: string;
  /** What goes wrong, in one line. */
  readonly title: string;
  /** What diverges, and what to do about it. */
  readonly description: string;
  readonly effect: Effect;
  /** Languages and libraries that do it by default or by habit. */
  readonly bites: readonly string[];
  /** One case of it. */
  readonly example: string;
  /** What finds it today; at least one of them. */
  readonly detection: {
    /** The kinds of vectors that carry it. */
    readonly vectors: readonly VectorKind[];
    readonly diagnostics: readonly DiagnosticCode[];
  };
  /** Where it is known from: addresses, "measured: " and with what, or "reasoned: " and from what. */
  readonly sources: readonly string[];
};
