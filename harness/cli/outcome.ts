import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { renderer } from '../../src/diagnostics/render.ts';

/** How a command ended: 0 clean, 1 findings, 2 unusable input or usage, 3 environment or a fault of ours. */
export type ExitCode = 0 | 1 | 2 | 3;

/** More diagnostics than this, and nobody reads on. */
export const mostShown = 100;

/** What the user wrote cannot be used; thrown by commands and shown by `main`. */
export class InputError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  /** The text of each file that the diagnostics are about. */
  readonly sources: ReadonlyMap<string, string>;

  constructor(diagnostics: readonly Diagnostic[], sources: ReadonlyMap<string, string>) {
    super(diagnostics[0]?.message ?? 'invalid input');
    this.diagnostics = diagnostics;
    this.sources = sources;
  }

  render(): string {
    const renderers = new Map([...this.sources].map(([file, text]) => [file, renderer(text)]));
    const shown = this.diagnostics
      .slice(0, mostShown)
      .map((each) => (renderers.get(each.file) ?? renderer(undefined))(each));
    const more = this.diagnostics.length - shown.length;
    return [...shown, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n');
  }
}

/** The command line makes no sense as it is. The message says what to write instead. */
export class UsageError extends Error {}
