import type { HarnessCode } from './harness-codes.ts';

/** Trouble with the environment or with ourselves, never with the user's schema or with an implementation. */
export class HarnessError extends Error {
  /** Stable, kebab-case; for programs. */
  readonly code: HarnessCode;
  /** What the reader can do about it. */
  readonly hint: string | undefined;

  constructor(code: HarnessCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.name = 'HarnessError';
    this.code = code;
    this.hint = options.hint;
  }
}
