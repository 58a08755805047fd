/** So many answers are kept, for texts of at most that many UTF-16 units: enough for real use, harmless under attack. */
const mostAnswers = 1024;
const longestText = 256;

/**
 * Keeps the answers of a pure function to the texts it is asked about first. For texts that come back with every item,
 * like the names of attributes. `undefined` is not kept, and an answer must not be changed.
 */
export function remember<Answer>(answerTo: (text: string) => Answer | undefined): (text: string) => Answer | undefined {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = answerTo(text);
    if (answer !== undefined && known.size < mostAnswers && text.length <= longestText) known.set(text, answer);
    return answer;
  };
}

/** Keeps the answers of a pure function to objects that do not change, as long as the objects are there. */
export function oncePer<Asked extends object, Answer extends object | string | number | boolean>(
  answerTo: (asked: Asked) => Answer,
): (asked: Asked) => Answer {
  const known = new WeakMap<Asked, Answer>();
  return (asked) => {
    const answer = known.get(asked) ?? answerTo(asked);
    known.set(asked, answer);
    return answer;
  };
}
