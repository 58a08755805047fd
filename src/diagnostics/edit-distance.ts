/**
 * Optimal string alignment distance: insertions, deletions, substitutions, and swaps of neighbours. Only a difference of
 * less than `limit` is counted; of texts that differ more, the answer is `limit` or more.
 */
export function editDistance(left: string, right: string, limit = Number.POSITIVE_INFINITY): number {
  // What two texts begin and end with costs nothing, and most names that are compared share much of it.
  let start = 0;
  while (start < left.length && left[start] === right[start] && start < right.length) start++;
  let [leftEnd, rightEnd] = [left.length, right.length];
  while (leftEnd > start && rightEnd > start && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd--;
    rightEnd--;
  }
  if (leftEnd === start || rightEnd === start) return Math.max(leftEnd, rightEnd) - start;
  return distanceOf(left.slice(start, leftEnd), right.slice(start, rightEnd), limit);
}

function distanceOf(left: string, right: string, limit: number): number {
  const { length } = right;
  let previous: number[] = [];
  let current = Array.from({ length: length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    // Whatever is further from the diagonal costs as much in insertions alone.
    const from = Math.max(1, i - limit);
    const to = Math.min(length, i + limit);
    const next = [i];
    let least = i;
    for (let j = from; j <= to; j++) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1;
      let distance = Math.min((current[j] ?? limit) + 1, (next[j - 1] ?? limit) + 1, (current[j - 1] ?? limit) + cost);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        distance = Math.min(distance, (previous[j - 2] ?? limit) + 1);
      }
      next[j] = distance;
      least = Math.min(least, distance);
    }
    // No line has a smaller number than the least of the line before.
    if (least >= limit) return limit;
    previous = current;
    current = next;
  }
  return current[length] ?? limit;
}
