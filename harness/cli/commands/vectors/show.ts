import { didYouMeanVector } from '../../../../src/diagnostics/suggest.ts';
import { describeVector } from '../../../../src/vector/describe-vector.ts';
import type { Host } from '../../../host/host.ts';
import { loadVectorsAsTheyAre } from '../../load.ts';
import { type ExitCode, UsageError } from '../../outcome.ts';
import { locateFolder, type VectorOptions } from './locate.ts';

/** Shows one vector: what it is about, its record, its keys and its item. */
export async function runShow(host: Host, id: string, options: VectorOptions): Promise<ExitCode> {
  const { files } = await loadVectorsAsTheyAre(host, await locateFolder(host, options));
  const ids = files.flatMap(({ vectors }) => vectors.map((vector) => vector.id));
  if (!ids.includes(id)) throw new UsageError(`there is no vector "${id}"; ${didYouMeanVector(id, ids)}`);
  for (const file of files) {
    const vector = file.vectors.find((each) => each.id === id);
    if (vector === undefined) continue;
    const { record_type, kind } = file;
    await host.write(
      options.json === true
        ? `${JSON.stringify({ type: 'vector', record_type, kind, ...vector })}\n`
        : `${describeVector(kind, vector).join('\n')}\n`,
    );
    return 0;
  }
  return 0;
}
