import { operations } from '../../src/check/registry.ts';
import type { Capabilities } from '../../src/plan/capabilities.ts';

/** What an implementation is taken to support while it cannot say so itself: its cases are planned, and not run. */
export const allSupported: Capabilities = Object.fromEntries(operations.map((op) => [op, true as const]));
