import { editDistance } from './edit-distance.ts';

/** The candidate that a misspelt name most likely meant, or `undefined` when none is within two edits. */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = mostEdits(name) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(name, candidate, bestDistance);
    // Of what has no character in common nobody was misspelling the other.
    if (distance < bestDistance && distance < Math.max(name.length, candidate.length)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** How many edits make a misspelt name of another one. */
export function mostEdits(name: string): number {
  return name.length <= 3 ? 1 : 2;
}

/**
 * "did you mean" as a sentence for a message's help, or what there is to choose from.
 *
 * @param most how many of the candidates are listed
 */
export function didYouMean(name: string, candidates: readonly string[], most = 12): string {
  const best = suggest(name, candidates);
  return best === undefined ? thereIs(candidates, most) : didYouMeanThese([best]);
}

export function didYouMeanThese(meant: readonly string[]): string {
  return `did you mean ${meant.map(quoted).join(' or ')}?`;
}

/** What there is to choose from, or the first of it. */
export function thereIs(candidates: readonly string[], most = 12): string {
  if (candidates.length === 0) return 'there is none to refer to';
  const shown = candidates.slice(0, most).map(quoted);
  return `there is ${shown.join(', ')}${candidates.length > most ? ', …' : ''}`;
}

/** The same for long names that people remember a part of: candidates that have all words of it are what they meant. */
export function didYouMeanLonger(name: string, candidates: readonly string[], most = 12): string {
  const longer = suggest(name, candidates) === undefined ? candidatesWith(name, candidates).slice(0, most) : [];
  return longer.length === 0 ? didYouMean(name, candidates, most) : didYouMeanThese(longer);
}

/** How many ids are worth looking at. */
const nearestShown = 4;

/**
 * The same for ids of vectors, `record type/name`, of which there are hundreds: those of the same record type that have most
 * words in common with what was asked, and of these the most alike.
 */
export function didYouMeanVector(id: string, ids: readonly string[]): string {
  const [recordType = ''] = id.split('/');
  const recordTypes = [...new Set(ids.map((each) => each.split('/')[0] ?? ''))];
  const meant = recordTypes.includes(recordType) ? recordType : suggest(recordType, recordTypes);
  if (suggest(id, ids) !== undefined || ids.length <= nearestShown) return didYouMean(id, ids);
  if (meant === undefined)
    return `an id starts with its record type, as "${ids[0]}"; ${didYouMean(recordType, recordTypes)}`;
  const words = new Set(wordsOf(id.slice(recordType.length)));
  const nearest = ids
    .filter((each) => each.startsWith(`${meant}/`))
    .map((each) => ({
      each,
      common: wordsOf(each.slice(meant.length)).filter((word) => words.has(word)).length,
      distance: editDistance(id, each),
    }))
    .sort((left, right) => right.common - left.common || left.distance - right.distance);
  return `the nearest of ${meant} are ${nearest
    .slice(0, nearestShown)
    .map(({ each }) => quoted(each))
    .join(', ')}`;
}

/** Candidates that have all words of a name, as somebody writes who remembers a part: "key-delimiter". */
export function candidatesWith(name: string, candidates: readonly string[]): readonly string[] {
  const words = wordsOf(name);
  if (!words.some((word) => word.length > 2)) return [];
  return candidates.filter((candidate) => {
    const theirs = new Set(wordsOf(candidate));
    return words.every((word) => theirs.has(word));
  });
}

export function wordsOf(name: string): readonly string[] {
  return name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

function quoted(name: string): string {
  return `"${name}"`;
}
