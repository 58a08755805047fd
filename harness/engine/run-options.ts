import type { Config } from '../../src/config/config.ts';
import type { Model } from '../../src/model/model.ts';
import type { Selection } from '../../src/plan/plan.ts';
import type { VectorFile } from '../../src/vector/vector.ts';
import type { StoreKind } from '../stores/store.ts';

/** What programs can be started with, while what they will be asked is still being read. */
export type StartOptions = {
  readonly version: string;
  readonly config: Config;
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly store: StoreKind;
  readonly selection: Selection;
  /** Whether an absent toolchain is an error rather than a remark. */
  readonly strict: boolean;
  /** The command that starts this run again; findings add what selects one case. */
  readonly command: string;
  readonly onProgress: (done: number, planned: number) => void;
  /** What the user has to know before the report, as it may explain it. */
  readonly onWarning: (warning: string) => void;
};

/** What is compared. */
export type RunInput = {
  readonly model: Model;
  readonly files: readonly VectorFile[];
  /**
   * Whatever else has to be true before anything is asked. It is looked at while the store and the programs start, which
   * leaves a processor free, and ends the run when it is not.
   */
  readonly whileStarting: () => Promise<void>;
};

/** Everything that a run depends on. */
export type RunOptions = StartOptions & RunInput;
