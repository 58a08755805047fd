// The least that a run can take: the same programs are asked the same over bare pipes, all at once, beside the same store.
// Nothing is removed, looked at, compared or reported.
//
//   node floor.mjs RECORDING...    each a command and what it was asked, as JSON
import { readFileSync } from 'node:fs';
import { tableDefinition, tableNames } from '../../dist/harness/engine/tables.js';
import { startEmbeddedStore } from '../../dist/harness/stores/embedded.js';
import { model } from '../codec/itemproof.mjs';
import { startBarePipe } from '../driver/bare-pipe.mjs';

const tablePrefix = 'itemproof-bench-';
/** As many as a run asks an adapter at once. */
const window = 64;

const store = await startEmbeddedStore({ tablePrefix });
try {
  const tables = tableNames(model, tablePrefix);
  for (const table of model.tables) {
    await store.tables.createTable(tableDefinition(table, tables[table.name] ?? table.name));
  }
  await Promise.all(
    process.argv.slice(2).map(async (file) => {
      const { command, requests } = JSON.parse(readFileSync(file, 'utf8'));
      const [hello, ...cases] = requests;
      const connection = { ...hello.store, endpoint: store.connection.endpoint, tables };
      const pipe = await startBarePipe(command, window, { ...hello, store: connection });
      await pipe.askAll(cases, () => {});
      await pipe.close();
    }),
  );
} finally {
  await store.stop();
}
