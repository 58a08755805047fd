import { compileSchema } from '../../../src/compile.ts';
import { hasErrors } from '../../../src/diagnostics/diagnostic.ts';
import { renderer } from '../../../src/diagnostics/render.ts';
import { impossibleRecords } from '../../../src/generate/impossible-records.ts';
import { compileCodec } from '../../../src/item/codec.ts';
import type { CompiledSchema } from '../../../src/model/model.ts';
import type { Host } from '../../host/host.ts';
import { discoverSchema } from '../discover.ts';
import { impossibleRecord } from '../generated.ts';
import { type ExitCode, mostShown, UsageError } from '../outcome.ts';

/** Compiles schema files, or the one that is found, and says everything there is to say about them. */
export async function runCheck(
  host: Host,
  files: readonly string[],
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  const named = files.length > 0 ? files : [await discoverSchema(host)];
  let failed = false;
  for (const file of new Set(named)) {
    const text = await host.files.read(file);
    if (text === undefined) throw new UsageError(`there is no file ${file}`);
    const compiled = compileWhole(file, text);
    failed ||= hasErrors(compiled.diagnostics);
    await (options.json === true ? writeEvents(host, file, compiled) : writeText(host, file, text, compiled));
  }
  return failed ? 2 : 0;
}

/** What the compiler says, and whether vectors can be made of every record type: nobody wants to learn that later. */
function compileWhole(file: string, text: string): CompiledSchema {
  const { model, diagnostics } = compileSchema(file, text);
  const impossible =
    model === undefined ? [] : impossibleRecords(model.recordTypes, () => compileCodec(model)).map(impossibleRecord);
  return { model, diagnostics: [...diagnostics, ...impossible] };
}

async function writeEvents(host: Host, file: string, { model, diagnostics }: CompiledSchema): Promise<void> {
  for (const diagnostic of diagnostics) await host.write(`${JSON.stringify({ type: 'diagnostic', ...diagnostic })}\n`);
  const { name, version, digest } = model ?? {};
  await host.write(
    `${JSON.stringify({ type: 'schema', file, valid: !hasErrors(diagnostics), name, version, digest })}\n`,
  );
}

async function writeText(host: Host, file: string, text: string, compiled: CompiledSchema): Promise<void> {
  const { model, diagnostics } = compiled;
  const render = renderer(text, { pointToExplain: host.colour });
  for (const diagnostic of diagnostics.slice(0, mostShown)) await host.write(`${render(diagnostic)}\n`);
  if (diagnostics.length > mostShown)
    await host.write(`… and ${diagnostics.length - mostShown} more, which --json shows\n`);
  const errors = diagnostics.filter((each) => each.severity === 'error').length;
  const counts = `${counted(errors, 'error')}, ${counted(diagnostics.length - errors, 'warning')}`;
  await host.write(
    model === undefined
      ? `${file}: ${counts}\n`
      : `${file}: ${model.name} ${model.version}, ${counted(model.recordTypes.length, 'record type')}, ${counts}, ${model.waivers.length} waived\n  digest ${model.digest}\n`,
  );
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
