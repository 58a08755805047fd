import { join } from 'node:path';
import type { Host, StagedFile } from '../../../host/host.ts';

/** New texts of the files of a folder, which lie beside them until all are there. */
export type Staging = {
  readonly add: (path: string, text: string) => Promise<void>;
  /** Replaces the files. */
  readonly commit: () => Promise<void>;
  /** Takes away what was not committed. */
  readonly discard: () => Promise<void>;
};

export function stagingIn(host: Host, folder: string): Staging {
  const staged: StagedFile[] = [];
  return {
    add: async (path, text) => {
      staged.push(await host.files.stage(join(folder, path), text));
    },
    commit: async () => {
      for (let next = staged.shift(); next !== undefined; next = staged.shift()) await next.commit();
    },
    // The folder that was made for the first file is empty when the others are gone.
    discard: async () => {
      for (let last = staged.pop(); last !== undefined; last = staged.pop()) await last.discard();
    },
  };
}
