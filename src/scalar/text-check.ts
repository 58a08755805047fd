import type { Violation } from './violation.ts';

/** Checks the text of a string, number or timestamp; `undefined` when it is a value of the type. */
export type TextCheck = (text: string) => Violation | undefined;
