import { compareVersions, isVersion } from '../../value/version.ts';
import { type Context, report } from '../context.ts';
import { child, type SourceNode, textOf } from '../source.ts';

/**
 * Reports that something is so since a version of the schema that there is not yet.
 *
 * @param version of the schema; `undefined` where it has none
 */
export function checkSince(
  context: Context,
  node: SourceNode,
  key: 'deprecated' | 'read_only',
  version: string | undefined,
): void {
  const place = child(child(node, key), 'since');
  const since = textOf(place);
  if (place === undefined || since === undefined || version === undefined) return;
  if (!isVersion(since) || !isVersion(version) || compareVersions(since, version) <= 0) return;
  report(context, 'value-conflict', place, `"${since}" is later than the schema, which is ${version}`, {
    help: `write "version: ${since}" at the schema, or correct "since"`,
  });
}
