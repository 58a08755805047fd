// An adapter that answers every item with itself, on the kit that adapters in TypeScript use.
import { defineAdapter, serve } from '../../dist/harness/kits/typescript/index.js';

await serve(
  defineAdapter({
    implementation: 'echo',
    version: '1',
    window: Number(process.argv[2]),
    open: () => ({ decodeItem: (_recordType, item) => item }),
  }),
);
