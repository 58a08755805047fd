/** Everything that keeps a command from its work, by its code: what has happened, and what to do about it. */
export const harnessCodes = {
  'command-not-found': 'A program that has to be started is not there. Install it, or correct its command.',
  'file-locked': 'Another command has been writing the same files for too long. Wait for it, or end it.',
  'file-unreadable':
    'A file or standard input is there, and is no UTF-8 text or may not be read. Correct it, or name another.',
  'file-unwritable': 'A file cannot be written where it belongs. Make room, or allow it, and start the command again.',
  'no-port': 'The system had no free port for a store.',
  'not-built': 'An implementation has not been built, or not since it was changed. Run its build.',
  'output-unwritable':
    'What a command says could not be written, so its answer is not complete. Make room, and start it again.',
  'package-broken': 'A file that belongs to Itemproof is missing or has been changed. Install the package again.',
  'process-ended-early': 'A program ended before it was ready. What it wrote says why.',
  'process-not-ready': 'A program did not say in time that it was ready. What it wrote may say why.',
  'process-start-failed': 'The system would not start a program.',
  'run-incomplete': 'A run ended before its end, so nothing is known of what is left. Start it again.',
  'store-died': 'The store ended during the run. What was not compared by then has not run; start it again.',
  'store-endpoint-invalid': 'The address of a store is no URL.',
  'store-install-failed': 'DynamoDB Local could not be set up. The message says what was missing.',
  'store-not-installed': 'DynamoDB Local has not been set up on this machine.',
  'store-not-local': 'A store is on another machine, where tables of others may be. Only stores on this one are used.',
  'store-rejection': 'The store refused a request that Itemproof made.',
  'store-reply-malformed': 'The store answered with something that DynamoDB never answers.',
  'store-start-failed': 'The store could not be started. What it wrote says why.',
  'store-timeout': 'The store did not answer in time. Start the command again, with less going on beside it.',
  'store-unreachable': 'The store could not be asked. It may have ended.',
  'store-unusable': 'What answers at the address of the store does not do what DynamoDB does.',
  'table-definition-invalid': 'A table of the schema cannot be made: one attribute is a key of two types.',
  'table-not-ours': 'A request was not sent, because it was about a table that is none of this run.',
  'table-prefix-invalid': 'The names of the tables of a run cannot start with that.',
  'toolchain-missing': 'A language or a program that an implementation or a store needs is not installed.',
} as const;

/** Stable, kebab-case. */
export type HarnessCode = keyof typeof harnessCodes;

/** What a code means; `undefined` for one that there is not. */
export function meaningOf(code: string): string | undefined {
  return Object.hasOwn(harnessCodes, code) ? harnessCodes[code as HarnessCode] : undefined;
}
