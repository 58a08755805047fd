import { compileSchema } from '../../../src/compile.ts';
import { hasErrors } from '../../../src/diagnostics/diagnostic.ts';
import { renderDiagnostic } from '../../../src/diagnostics/render.ts';
import type { Host } from '../../host/host.ts';
import { type ExitCode, UsageError } from '../outcome.ts';

/** Compiles schema files and says everything there is to say about them. */
export async function runCheck(
  host: Host,
  files: readonly string[],
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  let failed = false;
  for (const file of files) {
    const text = await host.files.read(file);
    if (text === undefined) throw new UsageError(`there is no file ${file}`);
    const { model, diagnostics } = compileSchema(file, text);
    failed ||= hasErrors(diagnostics);
    if (options.json === true) {
      for (const diagnostic of diagnostics)
        await host.write(`${JSON.stringify({ type: 'diagnostic', ...diagnostic })}\n`);
      await host.write(
        `${JSON.stringify({ type: 'schema', file, valid: model !== undefined, ...(model === undefined ? {} : { name: model.name, version: model.version, digest: model.digest }) })}\n`,
      );
      continue;
    }
    for (const diagnostic of diagnostics) await host.write(`${renderDiagnostic(diagnostic, text)}\n`);
    const errors = diagnostics.filter((each) => each.severity === 'error').length;
    const warnings = diagnostics.length - errors;
    const counts = `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
    await host.write(
      model === undefined
        ? `${file}: ${counts}\n`
        : `${file}: ${model.name} ${model.version}, ${model.recordTypes.length} record ${model.recordTypes.length === 1 ? 'type' : 'types'}, ${counts}, ${model.waivers.length} waived\n  digest ${model.digest}\n`,
    );
  }
  return failed ? 2 : 0;
}
