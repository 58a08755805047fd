import { compareVersions, isVersion } from '../../value/version.ts';
import { type Context, referenceTo, report } from '../context.ts';
import { flag } from '../scalar-type.ts';
import { child, namedIn, type SourceEntry, type SourceNode, textOf } from '../source.ts';
import type { ChangelogEntry } from './background.ts';
import { entryAt, textAt } from './read.ts';

/** Reads what each version changed. The version of the schema is one of them, and none is later. */
export function changelogFrom(context: Context, root: SourceNode): readonly ChangelogEntry[] {
  const section = entryAt(root, 'changelog');
  if (section === undefined) return [];
  const entries = namedIn(section.value);
  checkVersions(context, root, section);
  return entries.map((entry) => ({
    version: entry.key,
    description: textOf(entry.value) ?? textAt(entry.value, 'description') ?? '',
    breaking: flag(entry.value, 'breaking', false),
    migration: textAt(entry.value, 'migration'),
    at: referenceTo(context, entry.path, entry.at),
  }));
}

function checkVersions(context: Context, root: SourceNode, section: SourceEntry): void {
  const written = textOf(child(root, 'version'));
  const version = written ?? '0.0.0';
  const entries = namedIn(section.value);
  // What is no version is refused already.
  const later = entries.filter(({ key }) => isVersion(key) && compareVersions(key, version) > 0);
  const isThere = entries.some(({ key }) => key === version);
  if (written === undefined && (later.length > 0 || !isThere)) {
    report(context, 'missing-key', section, 'the schema has no "version", so nobody knows which change was the last', {
      help: 'add "version:" to the schema',
    });
    return;
  }
  for (const entry of later) {
    report(context, 'value-conflict', entry, `"${entry.key}" is later than the schema, which is ${version}`, {
      help: `write "version: ${entry.key}", or correct the entry`,
    });
  }
  if (isThere) return;
  report(context, 'missing-key', section, `nothing says what ${version}, the version of the schema, changed`, {
    help: `add "${version}:"`,
  });
}
