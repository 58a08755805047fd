import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SoundKeys } from '../model/sound-keys.ts';

/** Found by looking at all attributes of a record type, and at what it is: one that is wrong may be what decides. */
const ofAllAttributes: readonly DiagnosticCode[] = ['key-lacks-variant', 'key-event-resolution'];

/** Found by asking what nobody has declared, where no declared query asks it: one that is wrong may be that. */
const ofQueries: readonly DiagnosticCode[] = ['prefix-overlap', 'prefix-sibling'];

/** What is implied by the sound part of a schema, without what a fault beside it may be the reason of. */
export function sparedBy(
  { partly, unindexed, attributes, mayBeRead }: SoundKeys,
  implied: readonly Diagnostic[],
): readonly Diagnostic[] {
  return implied.filter(({ code, path }) => {
    const recordType = /^record_types\.([^.[]+)/.exec(path)?.[1];
    if (recordType === undefined) return true;
    if (attributes.some((each) => path === each || path.startsWith(`${each}.`))) return false;
    if (ofAllAttributes.includes(code)) return !partly.has(recordType);
    if (ofQueries.includes(code)) return !mayBeRead(recordType);
    return code !== 'index-unlisted' || !unindexed.has(recordType);
  });
}
