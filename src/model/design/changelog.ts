import { compareVersions, isVersion } from '../../value/version.ts';
import { type Context, referenceTo, report } from '../context.ts';
import { flag } from '../scalar-type.ts';
import { child, namedIn, type SourceNode, textOf } from '../source.ts';
import type { ChangelogEntry } from './background.ts';
import { entryAt, textAt } from './read.ts';

/** Reads what each version changed. The version of the schema is one of them, and none is later. */
export function changelogFrom(context: Context, root: SourceNode): readonly ChangelogEntry[] {
  const section = entryAt(root, 'changelog');
  if (section === undefined) return [];
  const version = textOf(child(root, 'version')) ?? '0.0.0';
  const entries = namedIn(section.value);
  for (const entry of entries) {
    if (!isVersion(entry.key)) {
      report(context, 'value-invalid', entry, `"${entry.key}" is no version`, {
        help: 'write three numbers with "." between them, and a suffix after "-" if you like',
      });
    } else if (compareVersions(entry.key, version) > 0) {
      report(context, 'value-conflict', entry, `"${entry.key}" is later than the schema, which is ${version}`, {
        help: `write "version: ${entry.key}", or correct the entry`,
      });
    }
  }
  if (!entries.some(({ key }) => key === version)) {
    report(context, 'missing-key', section, `nothing says what ${version}, the version of the schema, changed`, {
      help: `add "${version}:"`,
    });
  }
  return entries.map((entry) => ({
    version: entry.key,
    description: textOf(entry.value) ?? textAt(entry.value, 'description') ?? '',
    breaking: flag(entry.value, 'breaking', false),
    migration: textAt(entry.value, 'migration'),
    at: referenceTo(context, entry.path, entry.at),
  }));
}
