import type { Readable } from 'node:stream';

/** The outside world as the commands see it. The only other effects are the processes that a run starts. */
export type Host = {
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly stdin: Readable;
  /** Writes to standard output; resolves when there is room for more. What nobody reads any more is dropped. */
  readonly write: (text: string) => Promise<void>;
  /** Whether the reader of standard output has gone (head, less): who would go on writing for ever stops then. */
  readonly readerGone: () => boolean;
  /** Writes to standard error. */
  readonly note: (text: string) => void;
  /** Whether to colour what goes to standard output. */
  readonly colour: boolean;
  /** Whether a person watches standard error, on a terminal that can take a line back. */
  readonly interactive: boolean;
  readonly files: Files;
};

/** Paths are relative to the host's directory, or absolute. */
export type Files = {
  /** The text of a file, or `undefined` when there is none. Throws a `HarnessError` for a file that cannot be read as UTF-8. */
  readonly read: (path: string) => Promise<string | undefined>;
  /** The same with the byte order mark, if there is one: for what is hashed, and compared byte by byte. */
  readonly readExact: (path: string) => Promise<string | undefined>;
  /** Replaces a file as a whole, or what a symbolic link leads to: a reader sees the old text or the new, never a part. */
  readonly replace: (path: string, text: string) => Promise<void>;
  /** Writes the new text of a file beside it: whoever writes many replaces them at the end, or none of them. */
  readonly stage: (path: string, text: string) => Promise<StagedFile>;
  readonly remove: (path: string) => Promise<void>;
  /** The files under a folder, relative to it, sorted; none when there is no such folder. */
  readonly list: (path: string) => Promise<readonly string[]>;
  /**
   * Does something that no other process may do at the same time. Throws a `HarnessError` when another one takes too long.
   *
   * @param path of the file that is there meanwhile; its folder is made
   */
  readonly exclusively: <Value>(path: string, work: () => Promise<Value>) => Promise<Value>;
};

/** The new text of a file, which nobody sees yet. */
export type StagedFile = {
  /** Replaces the file as a whole, as `replace` does. */
  readonly commit: () => Promise<void>;
  /** Takes the new text away, and the folders that were made for it. */
  readonly discard: () => Promise<void>;
};
